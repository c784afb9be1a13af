"use strict";
// The list of codes below a coded cell. The cell keeps the focus; the list is picked from with
// Alt+↓ and the arrows, or the mouse.
const codes = (() => {
  const list = make("ul", {id: "codeList", class: "codes", role: "listbox", "aria-label": "Các mã của dòng", hidden: true});
  let cell = null, chosen = -1;
  $("content").append(list);

  function show(of, options) {
    hide();
    cell = of;
    list.replaceChildren(...options.map((c, i) => make("li", {role: "option", id: "code" + i, "aria-selected": false,
      onmousedown: (e) => { e.preventDefault(); pick(i); }}, make("b", {}, c.code), c.label ? " " + c.label : "")));
    list.hidden = false;
    cell.setAttribute("aria-haspopup", "listbox");
    cell.setAttribute("aria-controls", "codeList");
    const at = cell.closest("td").getBoundingClientRect();
    const below = at.bottom + list.offsetHeight < innerHeight;
    list.style.left = Math.max(4, Math.min(at.left, innerWidth - list.offsetWidth - 4)) + scrollX + "px";
    list.style.top = (below ? at.bottom + 2 : at.top - list.offsetHeight - 2) + scrollY + "px";
  }

  function hide() {
    if (cell) {
      for (const a of ["aria-haspopup", "aria-controls", "aria-activedescendant"]) cell.removeAttribute(a);
    }
    cell = null;
    chosen = -1;
    list.hidden = true;
  }

  function choose(i) {
    const options = [...list.children];
    chosen = (i + options.length) % options.length;
    options.forEach((o, n) => o.setAttribute("aria-selected", String(n === chosen)));
    cell.setAttribute("aria-activedescendant", "code" + chosen);
  }

  // pick writes a code: in place of the text, or of the line at the caret where there are several.
  function pick(i) {
    const code = list.children[i].querySelector("b").textContent;
    const start = cell.value.lastIndexOf("\n", cell.selectionStart - 1) + 1;
    const end = cell.value.indexOf("\n", cell.selectionStart);
    if (cell.selectionEnd - cell.selectionStart === cell.value.length && !cell.value.includes("\n")) cell.value = code;
    else cell.setRangeText(code, start, end < 0 ? cell.value.length : end, "end");
    cell.dispatchEvent(new InputEvent("input", {bubbles: true}));
  }

  // key handles a key of the cell; true when it was for the list.
  function key(e) {
    if (list.hidden) return false;
    if (e.altKey && e.key === "ArrowDown" || chosen >= 0 && e.key === "ArrowDown") choose(chosen + 1);
    else if (chosen >= 0 && e.key === "ArrowUp") choose(chosen - 1);
    else if (chosen >= 0 && (e.key === "Enter" || e.key === " ")) { pick(chosen); hide(); }
    else if (e.key === "Escape") { const was = chosen; hide(); return was >= 0; }
    else return false;
    return true;
  }

  return {show, hide, key};
})();
