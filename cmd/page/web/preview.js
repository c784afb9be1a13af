"use strict";
// The panel at the side with its tabs, and the printed pages in it, each line where the PDF has
// it, following the row that is being edited.
const side = (() => {
  const names = ["Findings", "Preview", "Changes"];
  const panel = (name) => $(name.toLowerCase());

  function select(name) {
    for (const n of names) {
      const on = n === name;
      $("tab" + n).setAttribute("aria-selected", String(on));
      $("tab" + n).tabIndex = on ? 0 : -1;
      panel(n).hidden = !on;
    }
    $("work").classList.toggle("previewing", name === "Preview");
    if (name === "Preview") preview.draw();
  }

  for (const name of names) {
    $("tab" + name).addEventListener("click", () => select(name));
    $("tab" + name).addEventListener("keydown", (e) => {
      const shown = names.filter((n) => !$("tab" + n).hidden);
      const by = {ArrowRight: 1, ArrowLeft: -1}[e.key];
      if (!by) return;
      const to = shown[(shown.indexOf(name) + by + shown.length) % shown.length];
      select(to);
      $("tab" + to).focus();
    });
  }
  return {select, shows: (name) => !panel(name).hidden};
})();

const preview = (() => {
  let timer = 0, places = new Map(), current = "";

  function picture(text) {
    const doc = new DOMParser().parseFromString(text, "image/svg+xml");
    return document.importNode(doc.documentElement, true);
  }

  const draw = attempt(async () => {
    const {out} = await engine.call("preview", {draft: $("draftMark").checked});
    places = new Map();
    const sheets = out.map((s) => {
      const e = make("div", {class: "sheetView"}, picture(s.image));
      for (const r of s.rows || []) if (!places.has(r.id)) places.set(r.id, {sheet: e, top: r.top});
      return e;
    });
    $("preview").replaceChildren(...sheets);
    follow(current);
  });

  // later draws after the next pause, if the pages are seen.
  function later() {
    clearTimeout(timer);
    if (side.shows("Preview")) timer = setTimeout(draw, 300);
  }

  function follow(id) {
    current = id;
    if (!side.shows("Preview")) return;
    document.querySelectorAll(".sheetView .at").forEach((e) => e.remove());
    const place = places.get(id);
    if (!place) return;
    const scale = place.sheet.clientHeight / place.sheet.querySelector("svg").viewBox.baseVal.height;
    const at = make("div", {class: "at"});
    at.style.top = place.top * scale + "px";
    place.sheet.append(at);
    $("preview").scrollTop = place.sheet.offsetTop + place.top * scale - $("preview").clientHeight / 3;
  }

  return {draw, later, follow, picture};
})();

// Printing: the pages of the PDF, each line where it stands there. What the browser prints by its
// own menu is the annex as it is typed into.
const printing = (() => {
  const pages = attempt(async () => {
    page.closeMenu();
    await typing.flush();
    const {out} = await engine.call("preview", {draft: $("draftMark").checked, printed: true});
    $("printed").replaceChildren(...out.map((s) => make("div", {class: "sheetView"}, preview.picture(s.image))));
    document.body.classList.add("printing");
    window.print();
  });

  addEventListener("afterprint", () => {
    document.body.classList.remove("printing");
    $("printed").replaceChildren();
  });
  $("print").addEventListener("click", pages);
  return {pages};
})();
