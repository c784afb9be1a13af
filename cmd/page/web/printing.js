"use strict";
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
