"use strict";
// The period before as a quiet column, and what changed since an older version.
const compare = (() => {
  const kept = {}; // the files that are compared with, for a new engine

  function showBefore(b) {
    $("work").classList.toggle("comparing", Boolean(b));
    $("beforeHead").replaceChildren(...(b ? [make("div", {}, "Kỳ trước"), make("div", {}, b.period)] : [make("span", {class: "unseen"}, "Kỳ trước")]));
    for (const [id, row] of paper.rows()) row.before.textContent = b && b.figures[id] || "";
    const unread = b && b.unread || [];
    for (const f of unread) if (paper.row(f.row)) paper.row(f.row).before.textContent = "?";
    $("beforeNote").hidden = !b || !b.why && !unread.length;
    $("beforeNote").replaceChildren(...(b && b.why ? [make("p", {}, "Số cộng dồn không so được với kỳ trước: " + b.why + ".")] : []), ...notRead(b && b.name, unread));
  }

  // notRead tells what could not be read of a file that is compared with.
  function notRead(name, unread) {
    return unread.length ? [make("p", {}, `Không đọc được hết ${name}; những chỗ này phải so bằng mắt:`), findings.list(unread)] : [];
  }

  function showChanges(s) {
    $("tabChanges").hidden = !s;
    $("endCompare").hidden = !s && !$("work").classList.contains("comparing");
    if (!s) {
      if (side.shows("Changes")) side.select("Findings");
      return;
    }
    $("tabChanges").textContent = `Thay đổi (${s.changes.length})`;
    const pair = s.newer ? ["đang mở", s.name] : [s.name, "đang mở"];
    $("changes").replaceChildren(
      make("p", {class: "quiet"}, s.newer ? `${s.name} là bản đã sửa sau.` : "", " ", s.changes.length ? `Thay đổi từ bản ${pair[0]} sang bản ${pair[1]}:`
        : (s.unread ? "Ở những chỗ đọc được không có gì thay đổi so với " : "Không có gì thay đổi so với ") + s.name),
      ...notRead(s.name, s.unread || []),
      make("p", {class: "actions"}, ...(s.changes.length ? ["docx", "pdf"].map((format) =>
        make("button", {onclick: attempt(() => save.corrections(format))}, "Tải bảng đính chính " + format.toUpperCase())) : [])),
      ...(s.changes.length && kept.since ? [make("p", {}, make("button", {class: "plain", onclick: attempt(() => use("since", {...kept.since, turned: !kept.since.turned}))},
        s.newer ? "Không phải: bản đang mở mới hơn" : `Không phải: ${s.name} mới hơn`))] : []),
      make("ul", {class: "cards"}, ...s.changes.map((c) => make("li", {class: "card"},
        make("p", {class: "what"}, make("button", {class: "where", onclick: () => c.row === "bao_cao" ? report.edit() : cells.go(c.row)}, c.label), c.note ? " (ghi chú)" : ""),
        make("p", {}, make("del", {}, c.old), " → ", make("ins", {}, c.new), c.remark ? make("span", {class: "quiet"}, "  " + c.remark) : null)))));
  }

  // show shows what an answer says of other versions; a new annex has none but what it says.
  function show(view) {
    if (view.document) {
      if (!page.reviving()) delete kept.previous, delete kept.since;
      showBefore(null);
    }
    if (view.before || view.compared) showBefore(view.before);
    if (view.document || view.since || view.compared) showChanges(view.since);
  }

  // use compares with a file: "previous" or "since"; without one no longer.
  async function use(kind, file) {
    await typing.flush();
    const input = file ? {name: file.name, turned: Boolean(file.turned)} : {};
    const {out} = await engine.call(kind, input, file ? file.bytes : undefined);
    kept[kind] = file;
    page.show({...out, compared: true}, {});
    if (kind === "previous") await drafts.compared(out.before);
    if (kind === "since" && file) side.select("Changes");
  }

  $("endCompare").addEventListener("click", attempt(async () => {
    page.closeMenu();
    await use("previous", null);
    await use("since", null);
  }));

  return {show, use, kept};
})();
