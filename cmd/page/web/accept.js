"use strict";
// The office's reason to let a finding stand: "Số liệu đúng, vì…".
const accept = (() => {
  let about = null;

  function ask(f) {
    about = f;
    $("acceptTitle").textContent = f.because;
    $("acceptWhat").textContent = visible(f.message);
    $("acceptReason").value = f.was || "";
    $("acceptMissing").textContent = "";
    const several = f.accept.length > 1; // what is said of them is the list
    $("acceptWhat").hidden = several;
    $("acceptRows").hidden = !several;
    $("acceptRows").replaceChildren(make("legend", {}, "Cho những dòng"), ...(several ? f.accept.map((id) =>
      make("label", {class: "check"}, make("input", {type: "checkbox", value: id, checked: true}), findings.where(id))) : []));
    $("acceptDialog").showModal();
    $("acceptReason").focus();
  }

  $("acceptDialog").addEventListener("close", attempt(async () => {
    if ($("acceptDialog").returnValue !== "ok") return;
    const text = $("acceptReason").value.trim();
    const rows = about.accept.length > 1 ? [...$("acceptRows").querySelectorAll("input:checked")].map((i) => i.value) : about.accept;
    await page.change("accept", {rows, rule: about.rule, text}, {});
    tell("Đã ghi lý do.");
  }));
  $("acceptOK").addEventListener("click", (e) => {
    const rows = $("acceptRows").hidden || $("acceptRows").querySelector("input:checked");
    if ($("acceptReason").value.trim() && rows) return;
    e.preventDefault();
    $("acceptMissing").textContent = rows ? "Chưa có lý do." : "Chưa chọn dòng nào.";
    $("acceptReason").focus();
  });
  $("acceptReason").addEventListener("keydown", (e) => {
    if (e.key === "Enter" && !e.isComposing && !e.shiftKey) {
      e.preventDefault();
      $("acceptOK").click();
    }
  });
  return {ask};
})();
