"use strict";
// The report that the annex goes with: its keys are edited where the line that cites it stands.
const report = (() => {
  let fields = [], made = null;

  function build() {
    const inputs = fields.map((f) => {
      const input = f.options
        ? make("select", {}, ...f.options.map((o) => make("option", {value: o.value}, o.label)))
        : make("input", {type: "text", autocomplete: "off", placeholder: {so: "chưa có", ngay: "ngày/tháng/năm"}[f.key] || ""});
      input.dataset.key = f.key;
      input.addEventListener("change", attempt(() => page.change("header", {key: f.key, text: input.value}, {})));
      return make("label", {class: f.key === "co_quan" ? "wide" : undefined}, f.label, input);
    });
    made = make("div", {id: "report", class: "report", role: "group", "aria-label": "Thông tin báo cáo", hidden: true}, ...inputs,
      make("button", {type: "button", onclick: () => toggle(false)}, "Xong"));
    made.addEventListener("keydown", (e) => {
      if (e.key === "Escape") toggle(false);
      if (e.key === "Enter" && e.target.tagName === "INPUT" && !e.isComposing) e.target.blur(), toggle(false);
    });
    $("top").after(made);
  }

  const openers = () => ["periodOpen", "reportOpen"].map($).filter(Boolean);
  let openedBy = "reportOpen";

  // toggle opens or closes the form; one that was opened at its period begins there.
  function toggle(open, by) {
    if (!made) return;
    made.hidden = !open;
    for (const e of openers()) e.setAttribute("aria-expanded", String(open));
    if (open) openedBy = by || "reportOpen";
    if (open) made.querySelector(openedBy === "periodOpen" ? "[data-key=ky]" : "input").focus();
    else ($(openedBy) || openers()[0])?.focus();
  }

  // show shows the keys; a new annex has new ones.
  function show(view) {
    fields = view.header;
    if (view.document) {
      if (made) made.remove();
      made = null;
    }
    if (!made) build();
    for (const f of fields) {
      const input = made.querySelector(`[data-key="${f.key}"]`);
      if (input !== document.activeElement) input.value = f.value;
    }
    for (const e of openers()) {
      e.addEventListener("click", () => toggle(made.hidden, e.id));
      e.setAttribute("aria-expanded", String(!made.hidden));
    }
  }

  return {show, edit: () => toggle(true)};
})();
