"use strict";
// What contradicts itself: a mark beside each row and a list that leads there.
const findings = (() => {
  const words = {fault: "Lỗi", error: "Trái quy tắc", warning: "Cảnh báo", accepted: "Đã chấp nhận", taken: "Đã lấy về"};
  const signs = {fault: "✕", error: "!", warning: "?", accepted: "✓", taken: "←"};
  const order = Object.keys(words);
  let all = [], current = "";
  let marked = [], lit = []; // rows that have a mark, and those that are related to the one being edited

  // where names a row as it is printed.
  function where(id) {
    if (id === "bao_cao") return "Thông tin báo cáo";
    const row = paper.row(id);
    if (!row) return "";
    return (row.info.number ? row.info.number + " " : "") + row.info.label;
  }

  function lead(f) {
    if (f.row === "bao_cao") return report.edit();
    cells.go(f.row);
  }

  // spoken is a text about a finding in which each of its rows has the STT that is printed, or its
  // first words, and leads there. What has no dot in it may as well be a figure.
  function spoken(f, text) {
    const rows = new Set((f.rows || []).filter((id) => id.includes(".") && paper.row(id)));
    return text.split(/([\p{L}\d.]+)/u).map((word) => {
      const id = word.replace(/\.$/, "");
      if (!rows.has(id)) return document.createTextNode(visible(word));
      return make("span", {}, make("a", {class: "row", href: "#paper", title: where(id), onclick: (e) => { e.preventDefault(); cells.go(id); }}, called(id, f.rows)), word.slice(id.length));
    });
  }

  // called is the STT of a row if no other row has it, or its first words if none of the others that
  // are spoken of begins so.
  function called(id, rows) {
    const {number, label} = paper.row(id).info;
    const bare = (n) => n.replace(/\.$/, "");
    if (number && ![...paper.rows()].some(([other, row]) => other !== id && bare(row.info.number) === bare(number))) return bare(number);
    const first = label.slice(0, 24);
    if (rows.some((other) => other !== id && paper.row(other) && paper.row(other).info.label.startsWith(first))) return id;
    return "“" + (label.length > 28 ? label.slice(0, 28).replace(/\s+\S*$/, "") + "…" : label.replace(/:$/, "")) + "”";
  }

  // many tells of a finding that is about no row more than about others, as that of all blank ones.
  const many = (f) => f.rows && f.rows.length > 8;

  // list shows findings that are about another file.
  const list = (all) => make("ul", {class: "cards"}, ...all.map((f, i) => card(f, "other" + i)));

  function card(f, i) {
    const actions = [];
    if (f.severity === "accepted" || f.unused) {
      actions.push(make("button", {class: "plain", onclick: attempt(() => page.change("accept", {rows: f.accept, rule: f.unused || f.rule, text: ""}, {}))}, "Bỏ lý do"));
    } else if (f.accept) {
      actions.push(make("button", {class: "plain", onclick: () => accept.ask(f)}, f.because));
    }
    if (f.unknown) {
      const move = (to, words) => make("button", {class: "plain", onclick: attempt(() => page.change("move", {row: f.unknown, key: to}, {force: true}))}, words);
      if (f.meant) actions.push(move(f.meant, `Chuyển số liệu sang dòng ${f.meant}`));
      actions.push(move("", "Bỏ dòng này"));
    }
    const title = f.row && where(f.row) && !many(f)
      ? make("button", {class: "where", onclick: () => lead(f)}, where(f.row)) : null;
    return make("li", {class: "card " + f.severity, id: "finding" + i, "data-row": f.row || ""},
      make("p", {class: "what"}, make("span", {class: "sign", "aria-hidden": true}, signs[f.severity]), make("b", {}, words[f.severity])), title,
      make("p", {}, ...spoken(f, f.message)), f.reason ? make("p", {class: "quiet"}, "Lý do: " + f.reason) : null,
      f.was ? make("p", {class: "quiet"}, "Số liệu đã đổi sau khi viết lý do, nên lý do cũ không còn tính: " + f.was) : null,
      f.hint && f.severity !== "accepted" ? make("p", {class: "quiet"}, ...spoken(f, f.hint.replace(/[.?]?$/, (end) => end || "."))) : null,
      actions.length ? make("p", {class: "actions"}, ...actions) : null);
  }

  function show(view) {
    all = view.findings.map((f, i) => ({...f, i})).sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity) || a.i - b.i);
    const open = all.filter((f) => f.severity !== "accepted");
    const told = (view.told || []).map((f, i) => ({...f, i: "told" + i}));
    open.push(...told.filter((f) => f.severity === "fault"));
    $("findings").replaceChildren(
      ...(told.length ? [make("section", {class: "told", "aria-label": "Khi đọc tệp"}, make("h2", {}, "Khi đọc tệp"),
        make("ul", {class: "cards"}, ...told.map((f, i) => card(f, "told" + i))),
        make("button", {class: "plain", onclick: attempt(() => page.change("dismiss", {}, {}))}, "Đã xem hết"))] : []),
      all.length ? make("ul", {class: "cards"}, ...all.map(card)) : make("p", {class: "quiet"}, "Không có gì trái nhau."));
    $("tabFindings").textContent = open.length ? `Kiểm tra (${open.length})` : "Kiểm tra";
    mark([...told.filter((f) => f.severity === "fault" && f.row), ...all]);
    enter(current);
  }

  // mark puts the gravest finding of each row beside it.
  function mark(shown) {
    const worst = new Map();
    for (const f of shown) {
      for (const id of f.rows && f.rows.length > 4 ? f.rows : [f.row]) if (!worst.has(id)) worst.set(id, f);
    }
    for (const row of marked) {
      row.tr.classList.remove("fault", "error", "warning", "accepted");
      row.mark.replaceChildren();
      if (row.cells.so_lieu) row.cells.so_lieu.removeAttribute("aria-describedby");
    }
    marked = [];
    for (const [id, f] of worst) {
      const row = paper.row(id);
      if (!row) continue;
      const cell = row.cells.so_lieu;
      marked.push(row);
      row.tr.classList.add(f.severity);
      const i = all.includes(f) ? all.indexOf(f) : f.i;
      row.mark.append(make("button", {class: "marker " + f.severity, title: f.message, "aria-label": `${words[f.severity]}: ${f.message}`,
        onclick: () => { side.select("Findings"); reveal(i); }}, make("span", {"aria-hidden": true}, signs[f.severity]), make("span", {class: "said"}, f.message)));
      if (cell) cell.setAttribute("aria-describedby", "finding" + i);
    }
  }

  function reveal(i) {
    const e = $("finding" + i);
    if (!e) return;
    scrollWithin($("findings"), e);
    e.classList.add("lit");
    setTimeout(() => e.classList.remove("lit"), 1500);
  }

  // scrollWithin brings an element into view inside of its panel, and moves nothing else.
  function scrollWithin(panel, e) {
    const p = panel.getBoundingClientRect(), r = e.getBoundingClientRect();
    if (r.top < p.top || r.bottom > p.bottom) panel.scrollTop += r.top - p.top - 8;
  }

  // enter lights up what the row that is being edited has to do with.
  function enter(id) {
    current = id;
    const related = new Set();
    let first = null;
    for (const f of all) {
      const here = (f.row === id || f.rows && f.rows.includes(id)) && !many(f);
      const e = $("finding" + all.indexOf(f));
      e.classList.toggle("here", here);
      if (!here) continue;
      first ||= e;
      if (f.severity !== "accepted" && f.rows) f.rows.forEach((r) => related.add(r));
    }
    related.delete(id);
    for (const row of lit) row.tr.classList.remove("related");
    lit = [...related].map((r) => paper.row(r)).filter(Boolean);
    for (const row of lit) row.tr.classList.add("related");
    if (first) scrollWithin($("findings"), first);
  }

  return {show, enter, where, list, lead};
})();
