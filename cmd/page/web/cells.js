"use strict";
// Moving through the cells as in Excel, and pasting what was copied there.
const cells = (() => {
  let start = "";  // what the cell held when it was entered
  let byMouse = false;

  const isCell = (e) => e.target instanceof HTMLTextAreaElement && e.target.classList.contains("cell");

  // move goes to the cell so many rows below in the same column.
  function move(from, rows) {
    const column = [...document.querySelectorAll(`textarea.cell[data-role="${from.dataset.role}"]`)];
    const to = column[column.indexOf(from) + rows];
    if (to) enter(to);
    return Boolean(to);
  }

  function beside(from, role) {
    const to = paper.row(from.dataset.row).cells[role];
    if (to) enter(to);
    return Boolean(to);
  }

  function enter(cell) {
    byMouse = false;
    cell.focus();
    cell.select();
    cell.scrollIntoView({block: "nearest"});
  }

  // go enters the cell of a row; its note if it takes no figure.
  function go(id) {
    const row = paper.row(id);
    if (!row) return;
    row.tr.scrollIntoView({block: "center"});
    const cell = row.cells.so_lieu || row.cells.ghi_chu;
    if (cell) enter(cell);
  }

  const whole = (c) => c.selectionStart === 0 && c.selectionEnd === c.value.length;
  const firstLine = (c) => whole(c) || !c.value.slice(0, c.selectionStart).includes("\n");
  const lastLine = (c) => whole(c) || !c.value.slice(c.selectionEnd).includes("\n");
  const atStart = (c) => whole(c) || c.selectionEnd === 0;
  const atEnd = (c) => whole(c) || c.selectionStart === c.value.length;

  function key(e) {
    const c = e.target;
    if (!isCell(e) || e.isComposing || e.keyCode === 229) return;
    if (codes.key(e)) return e.preventDefault();
    if (e.key === "Enter" && e.altKey) {
      c.setRangeText("\n", c.selectionStart, c.selectionEnd, "end");
      typing.changed(c);
      return e.preventDefault();
    }
    if (e.ctrlKey || e.metaKey || e.altKey) return;
    const moved = {
      Enter: () => move(c, e.shiftKey ? -1 : 1) || true,
      ArrowDown: () => !e.shiftKey && lastLine(c) && move(c, 1),
      ArrowUp: () => !e.shiftKey && firstLine(c) && move(c, -1),
      ArrowRight: () => !e.shiftKey && atEnd(c) && beside(c, "ghi_chu") ,
      ArrowLeft: () => !e.shiftKey && atStart(c) && beside(c, "so_lieu"),
      F2: () => { c.setSelectionRange(c.value.length, c.value.length); return true; },
      Escape: () => { if (c.value !== start) { c.value = start; typing.changed(c); } c.select(); return true; },
    }[e.key];
    if (moved && moved()) e.preventDefault();
  }

  function focused(e) {
    if (!isCell(e)) return;
    const c = e.target, row = paper.row(c.dataset.row);
    start = c.value;
    c.parentElement.classList.add("on");
    typing.begin();
    if (!byMouse) c.select();
    if (row.info.codes && c.dataset.role === "so_lieu") codes.show(c, row.info.codes);
    page.entered(c.dataset.row);
  }

  function left(e) {
    if (!isCell(e)) return;
    codes.hide();
    e.target.parentElement.classList.remove("on");
    typing.flush();
  }

  const paste = attempt(async (e) => {
    if (!isCell(e)) return;
    const text = e.clipboardData.getData("text/plain");
    if (!/[\t\n]/.test(text.replace(/\r?\n$/, ""))) {
      if (/\n$/.test(text)) { // a single cell of Excel ends its line
        e.preventDefault();
        e.target.setRangeText(text.replace(/\r?\n$/, ""), e.target.selectionStart, e.target.selectionEnd, "end");
        typing.changed(e.target);
      }
      return;
    }
    e.preventDefault();
    typing.forget();
    const {row, role} = e.target.dataset;
    await page.change("paste", {row, role, text}, {force: true});
  });

  // show writes figures into their cells. The cell that is being typed in keeps its own words,
  // unless the engine is to be believed.
  function show(figures, {typed, force}) {
    for (const [id, f] of Object.entries(figures)) {
      const row = paper.row(id);
      for (const [role, text] of [["so_lieu", f.text], ["ghi_chu", f.note]]) {
        const c = row.cells[role];
        if (!c || c.value === text || c === typing.pending() || !force && c === typed && c === document.activeElement) continue;
        c.value = text;
        paper.fit(c);
      }
      const c = row.cells.so_lieu;
      if (!c) continue;
      c.classList.toggle("bad", Boolean(f.state));
      if (f.state) c.setAttribute("aria-invalid", "true");
      else c.removeAttribute("aria-invalid");
    }
  }

  document.addEventListener("mousedown", () => { byMouse = true; setTimeout(() => { byMouse = false; }, 300); });
  document.addEventListener("keydown", key);
  document.addEventListener("focusin", focused);
  document.addEventListener("focusout", left);
  document.addEventListener("paste", paste);
  document.addEventListener("input", (e) => isCell(e) && typing.changed(e.target));
  document.addEventListener("compositionstart", (e) => isCell(e) && typing.compose(true));
  document.addEventListener("compositionend", (e) => { if (isCell(e)) { typing.compose(false); typing.changed(e.target); } });
  return {show, go};
})();
