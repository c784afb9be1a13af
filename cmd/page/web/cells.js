"use strict";
// Moving through the cells as in Excel, and pasting what was copied there.
const cells = (() => {
  let start = ""; // what the cell held when it was entered, or when Enter or saving said that it is right
  let tapped = false, finger = false;
  let known = new Map(); // by row: what the engine has in its cells

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
    tapped = false;
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
      Enter: () => { commit(); if (!move(c, e.shiftKey ? -1 : 1)) c.select(); return true; },
      ArrowDown: () => !e.shiftKey && lastLine(c) && move(c, 1),
      ArrowUp: () => !e.shiftKey && firstLine(c) && move(c, -1),
      ArrowRight: () => !e.shiftKey && atEnd(c) && beside(c, "ghi_chu") ,
      ArrowLeft: () => !e.shiftKey && atStart(c) && beside(c, "so_lieu"),
      F2: () => { c.setSelectionRange(c.value.length, c.value.length); return true; },
      Escape: () => { if (c.value !== start) takeBack(c); c.select(); return true; },
    }[e.key];
    if (moved && moved()) e.preventDefault();
  }

  // commit says that what stands in the cell is right: Escape goes back to it.
  function commit() {
    if (!document.activeElement.matches("textarea.cell")) return;
    start = document.activeElement.value;
    typing.flush();
    typing.begin();
  }

  // takeBack takes what was typed since out of the cell again.
  const takeBack = attempt(async (c) => {
    c.value = start;
    paper.fit(c);
    typing.forget();
    await page.change("revert", {step: typing.step()}, {force: true});
  });

  // pressed chooses a cell by the first click, as in Excel: what is typed takes its place. A
  // second click puts the caret; so does the first of a finger, for its keyboard selects badly.
  function pressed(e) {
    tapped = finger;
    setTimeout(() => { tapped = false; }, 300);
    if (!isCell(e) || finger || e.button !== 0 || e.target === document.activeElement) return;
    e.preventDefault();
    e.target.focus({preventScroll: true});
    e.target.select();
  }

  function focused(e) {
    if (!isCell(e)) return;
    const c = e.target, row = paper.row(c.dataset.row);
    start = c.value;
    c.parentElement.classList.add("on");
    typing.begin();
    if (!tapped) c.select();
    if (row.info.codes && c.dataset.role === "so_lieu") codes.show(c, row.info.codes);
    page.entered(c.dataset.row);
  }

  function left(e) {
    if (!isCell(e)) return;
    codes.hide();
    const c = e.target;
    c.parentElement.classList.remove("on");
    typing.flush().then(() => { // the engine may have it in another spelling
      const f = known.get(c.dataset.row);
      if (f && c.isConnected && c !== document.activeElement && c !== typing.pending()) put(c, c.dataset.role === "so_lieu" ? f.text : f.note);
    });
  }

  function put(c, text) {
    if (c.value === text) return;
    c.value = text;
    paper.fit(c);
    if (c === document.activeElement) start = text;
  }

  const paste = attempt(async (e) => {
    if (!isCell(e)) return;
    const text = e.clipboardData.getData("text/plain");
    const words = e.target.dataset.role === "ghi_chu" && !text.includes("\t") && !/<table/i.test(e.clipboardData.getData("text/html"));
    if (words || !/[\t\n]/.test(text.replace(/\r?\n$/, ""))) { // paragraphs go into one note
      if (/\n$/.test(text) || words && /[\r\n]/.test(text)) { // a single cell of Excel ends its line
        e.preventDefault();
        e.target.setRangeText(text.replace(/\r\n?/g, "\n").replace(/\n$/, ""), e.target.selectionStart, e.target.selectionEnd, "end");
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
      known.set(id, f);
      for (const [role, text] of [["so_lieu", f.text], ["ghi_chu", f.note]]) {
        const c = row.cells[role];
        if (!c || c === typing.pending() || !force && c === typed && c === document.activeElement) continue;
        put(c, text);
      }
      const c = row.cells.so_lieu;
      if (!c) continue;
      c.classList.toggle("bad", Boolean(f.state));
      if (f.state) c.setAttribute("aria-invalid", "true");
      else c.removeAttribute("aria-invalid");
    }
  }

  document.addEventListener("pointerdown", (e) => { finger = e.pointerType !== "mouse"; });
  document.addEventListener("mousedown", pressed);
  document.addEventListener("dblclick", (e) => isCell(e) && e.target.setSelectionRange(e.target.selectionEnd, e.target.selectionEnd));
  document.addEventListener("keydown", key);
  document.addEventListener("focusin", focused);
  document.addEventListener("focusout", left);
  document.addEventListener("paste", paste);
  document.addEventListener("input", (e) => isCell(e) && typing.changed(e.target));
  document.addEventListener("compositionstart", (e) => isCell(e) && typing.compose(true));
  document.addEventListener("compositionend", (e) => { if (isCell(e)) { typing.compose(false); typing.changed(e.target); } });
  return {show, go, commit};
})();
