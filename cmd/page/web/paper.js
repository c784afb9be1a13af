"use strict";
// The annex as it looks on paper: the lines, widths and styles that the engine has measured.
// Cells for figures and notes are text areas.
const paper = (() => {
  const typed = {so_lieu: "Số liệu", ghi_chu: "Ghi chú"};
  let rows = new Map(); // by ID: {info, tr, cells: {so_lieu, ghi_chu}, mark, before}

  const pt = (n) => n + "pt";

  // sheet of rules for the styles of this document; an adopted sheet is no inline style.
  const look = new CSSStyleSheet();
  document.adoptedStyleSheets = [look];

  function setStyles(d) {
    const rules = d.styles.map((s) => `.s-${s.id} { font-size: ${pt(s.size)}; line-height: ${pt(s.lineHeight)}; margin: ${pt(s.before)} 0 ${pt(s.after)};` +
      ` font-weight: ${s.bold ? 700 : 400}; font-style: ${s.italic ? "italic" : "normal"}; text-align: ${s.align}; }`);
    rules.push(`.sheet { width: ${pt(d.width)}; padding: ${pt(d.top)} 0 ${pt(d.bottom)}; --left: ${pt(d.left)}; --right: ${pt(d.right)}; --cell: ${pt(d.table.padding)}; --line: ${pt(d.table.border)}; }`);
    rules.push(`@page sheet { size: ${pt(d.width)} ${pt(d.height)}; margin: 0; }`);
    rules.push(`.printing .sheetView svg { width: ${pt(d.width)}; height: ${pt(d.height)}; }`);
    rules.push(`@page { size: ${pt(d.width)} ${pt(d.height)}; margin: ${pt(d.top)} ${pt(d.right)} ${pt(d.bottom)} ${pt(d.left)}; }`);
    look.replaceSync(rules.join("\n"));
  }

  // paragraph has its lines as they were broken; they flow where the screen is narrower than paper.
  function paragraph(p) {
    return make("div", {class: "p s-" + p.style}, ...p.lines.map((line) => make("span", {class: "l"}, line)));
  }

  function heading(elements) {
    return elements.map((e) => {
      if (!e.weight) return paragraph(e);
      const rule = make("div", {class: "rule", role: "presentation"});
      Object.assign(rule.style, {width: pt(e.width), borderTopWidth: pt(e.weight), marginTop: pt(e.before), marginBottom: pt(e.after)});
      return rule;
    });
  }

  function area(info, role, style) {
    const kind = info.number ? `${info.number} ${info.label}` : info.label;
    return make("textarea", {
      class: "cell p s-" + style, rows: 1, placeholder: role === "ghi_chu" ? "Ghi chú" : " ", autocomplete: "off",
      "aria-label": `${typed[role]}: ${kind}${role === "so_lieu" && info.unit ? " (" + info.unit + ")" : ""}`,
      "spellcheck": "false", "data-row": info.id, "data-role": role, inputMode: role === "so_lieu" && info.kind === "so_dem" ? "decimal" : "text",
    });
  }

  function drawCell(cell, info, head) {
    const e = document.createElement(head || cell.role === "chi_tieu" ? "th" : "td");
    e.setAttribute("role", head ? "columnheader" : cell.role === "chi_tieu" ? "rowheader" : "cell");
    if (cell.rowSpan > 1) e.rowSpan = cell.rowSpan;
    if (cell.columnSpan > 1) e.colSpan = cell.columnSpan;
    e.className = "c" + (cell.role ? " r-" + cell.role : "");
    if (cell.role === "ghi_chu" || cell.role === "so_lieu" && info.kind !== "de_muc") {
      e.classList.add("typed");
      e.append(rows.get(info.id).cells[cell.role] = area(info, cell.role, cell.paragraphs[0].style));
    } else {
      e.append(...cell.paragraphs.map(paragraph));
    }
    return e;
  }

  function drawRow(row, info, head) {
    const tr = make("tr", {role: "row", class: (row.section ? "section " : "") + (head ? "" : "k-" + info.kind)});
    if (row.minHeight) tr.style.height = pt(row.minHeight);
    if (info) {
      const mark = make("td", {class: "mark", role: "cell"}), before = make("td", {class: "before", role: "cell"});
      rows.set(info.id, {info, tr, cells: {}, mark, before});
      tr.dataset.row = info.id;
      tr.append(...row.cells.map((c) => drawCell(c, info, false)), before, mark);
    } else {
      tr.append(...row.cells.map((c) => drawCell(c, null, true)));
    }
    return tr;
  }

  function table(t, infos) {
    const columns = make("colgroup", {}, ...t.columns.map((w) => { const c = make("col"); c.style.width = pt(w); return c; }), make("col", {class: "before"}), make("col", {class: "mark"}));
    const head = make("thead", {role: "rowgroup"}), body = make("tbody", {role: "rowgroup"});
    t.rows.forEach((row, i) => {
      if (i < t.head) head.append(drawRow(row, null, true));
      else body.append(drawRow(row, infos.get(row.id), false));
    });
    head.rows[0].append(make("th", {class: "before", id: "beforeHead", role: "columnheader", rowSpan: t.head}),
      make("th", {class: "mark", role: "columnheader", rowSpan: t.head}, make("span", {class: "unseen"}, "Kiểm tra")));
    return make("table", {class: "grid", role: "table", "aria-label": t.title}, columns, head, body);
  }

  // draw draws an annex that was opened.
  function draw(view) {
    rows = new Map();
    setStyles(view.document);
    const infos = new Map(view.rows.map((r) => [r.id, r]));
    const top = make("div", {class: "top", id: "top"});
    $("paper").replaceChildren(...(view.for ? [make("p", {class: "quiet whose"}, "Biểu mẫu dành cho " + view.for)] : []), make("div", {class: "sheet"}, top, table(view.document.table, infos)));
  }

  // showHeading shows the lines above the table; those that say its period and cite the report are edited there.
  function showHeading(elements) {
    const lines = heading(elements);
    for (const [style, id, title] of [["AnnexTitle", "periodOpen", "Sửa kỳ và năm báo cáo"], ["AnnexReference", "reportOpen", "Sửa thông tin báo cáo"]]) {
      const line = lines.findLast((e) => e.classList.contains("s-" + style));
      if (line) line.replaceChildren(make("button", {type: "button", class: "cites", id, "aria-expanded": false, "aria-controls": "report", title}, ...line.childNodes));
    }
    $("top").replaceChildren(...lines);
  }

  // fit makes a cell as high as its text, where the browser does not do it of itself.
  function fit(cell) {
    if (CSS.supports("field-sizing", "content")) return;
    cell.style.height = "auto";
    if (cell.value) cell.style.height = cell.scrollHeight + "px";
  }

  return {draw, showHeading, fit, rows: () => rows, row: (id) => rows.get(id)};
})();
