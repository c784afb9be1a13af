"use strict";
// Files that are chosen or dropped.
const files = (() => {
  const most = 128 << 20; // bytes

  async function read(file) {
    if (file.size > most) throw new Error(`${file.name}: tệp quá lớn so với một phụ lục, không đọc`);
    return {name: file.name, bytes: new Uint8Array(await file.arrayBuffer())};
  }

  const year = () => new Date().getFullYear();

  // ask says what a file is for when an annex is open already.
  function ask(name) {
    $("useName").textContent = visible(name);
    $("useDialog").returnValue = "";
    $("useDialog").showModal();
    return new Promise((resolve) => $("useDialog").addEventListener("close", () => resolve($("useDialog").returnValue), {once: true}));
  }

  // take takes files: forms first, for the others may need them. What comes while others are read
  // waits for them. One file is opened; what any other is for is asked.
  let taken = Promise.resolve();
  const take = (list) => { taken = taken.then(() => takeAll([...list])); };
  const takeAll = attempt(async (list) => {
    await engine.ready();
    if (await units.takes(list)) return;
    let busy = page.isOpen();
    const all = await Promise.all(list.map(read));
    const forms = [];
    for (const f of all) {
      const {out} = await engine.call("look", {name: f.name}, f.bytes.slice());
      if (out.form) forms.push(f);
    }
    const others = all.filter((f) => !forms.includes(f));
    for (const f of forms) await use(f, false);
    for (const f of others) {
      await use(f, busy);
      busy = true;
    }
  });

  async function use(f, asked) {
    const use = asked ? await ask(f.name) : "open";
    if (!use) return;
    if (use !== "open") return compare.use(use, f);
    await typing.flush();
    await page.open("open", {name: f.name, year: year()}, f.bytes);
  }

  const choose = () => { $("picker").value = ""; $("picker").click(); };
  $("picker").addEventListener("change", () => take($("picker").files));
  $("choose").addEventListener("click", choose);
  $("open").addEventListener("click", choose);
  $("blank").addEventListener("click", attempt(() => page.open("blank", {year: year()})));
  const next = attempt(async () => {
    page.closeMenu();
    await typing.flush();
    await page.open("next", {});
    tell("Đã làm phụ lục kỳ sau; số liệu kỳ trước ở cột bên phải.");
  });
  $("next").addEventListener("click", next);
  $("nextHere").addEventListener("click", next);
  addEventListener("dragover", (e) => { e.preventDefault(); document.body.classList.add("dropping"); });
  addEventListener("dragleave", (e) => { if (!e.relatedTarget) document.body.classList.remove("dropping"); });
  addEventListener("drop", (e) => {
    e.preventDefault();
    document.body.classList.remove("dropping");
    if (e.dataTransfer.files.length) take(e.dataTransfer.files);
  });
  return {choose, read};
})();
