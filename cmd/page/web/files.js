"use strict";
// Files that are chosen or dropped.
const files = (() => {
  const most = 128 << 20; // bytes

  async function read(file) {
    if (file.size > most) throw new Error(`${file.name}: tệp quá lớn so với một phụ lục, không đọc`);
    return {name: file.name, bytes: new Uint8Array(await file.arrayBuffer())};
  }

  const year = () => new Date().getFullYear();

  // ask says what a file is for when an annex is open already. First comes what was changed in it,
  // if it was made of the open annex.
  async function ask(f) {
    const {out: kin} = await engine.call("kin", {name: f.name}, f.bytes);
    const n = kin.changes.length;
    $("useName").textContent = visible(f.name);
    $("useTake").hidden = !n;
    $("useTake").firstChild.textContent = `Lấy chỗ sửa về (${n} chỗ)`;
    $("useChanged").hidden = !n && !kin.unread;
    $("useChanged").replaceChildren(
      make("p", {}, kin.of ? "Tệp này làm từ phụ lục đang mở, rồi được sửa:" : "Tệp này làm từ một bản khác của phụ lục đang mở, rồi được sửa:"),
      make("ul", {}, ...kin.changes.map((c) => make("li", {}, (c.row === "bao_cao" ? c.label : findings.where(c.row) || c.label) + (c.note ? " (ghi chú)" : "") + ": ", make("del", {}, c.old), " → ", make("ins", {}, c.new)))),
      ...(kin.unread ? [make("p", {}, "Không đọc được, nên không lấy về:"), make("ul", {}, ...kin.unread.map((u) => make("li", {}, [findings.where(u.row), u.message].filter(Boolean).join(": "))))] : []));
    $("useDialog").returnValue = "";
    busyWith("");
    $("useDialog").showModal();
    return new Promise((resolve) => $("useDialog").addEventListener("close", () => resolve($("useDialog").returnValue), {once: true}));
  }

  // take takes files: forms first, for the others may need them. What comes while others are read
  // waits for them. One file is opened; what any other is for is asked.
  let taken = Promise.resolve();
  const take = (list) => { taken = taken.then(() => takeAll([...list])); };
  const takeAll = attempt(async (list) => {
    busyWith(list.map((f) => f.name).join(", "));
    try {
      await useAll(list);
    } finally {
      busyWith("");
    }
  });

  // busyWith shows that files are being read; none is the end of it.
  function busyWith(names) {
    $("busy").hidden = !names;
    $("busyName").textContent = visible(names && `Đang đọc ${names}…`);
  }

  async function useAll(list) {
    await engine.ready();
    if (await units.takes(list)) return;
    let busy = page.isOpen();
    const all = await Promise.all(list.map(read));
    const forms = [];
    for (const f of all) {
      const {out} = await engine.call("look", {name: f.name}, f.bytes);
      if (out.form) forms.push(f);
    }
    const others = all.filter((f) => !forms.includes(f));
    for (const f of forms) await use(f, false);
    for (const f of others) {
      await use(f, busy);
      busy = true;
    }
  }

  async function use(f, asked) {
    if (asked) await typing.flush();
    const use = asked ? await ask(f) : "open";
    if (!use) return;
    busyWith(f.name);
    if (use === "take") return takeBack(f);
    if (use !== "open") return compare.use(use, f);
    await typing.flush();
    await open(f);
  }

  const open = (f) => page.open("open", {name: f.name, year: year()}, f.bytes);

  async function takeBack(f) {
    await typing.flush();
    await page.change("takeBack", {name: f.name}, {force: true}, f.bytes);
    side.select("Findings");
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
  $("stayHere").addEventListener("click", () => { $("nextNote").hidden = true; $("paper").querySelector("textarea.cell")?.focus({preventScroll: true}); });
  addEventListener("dragover", (e) => { e.preventDefault(); document.body.classList.add("dropping"); });
  addEventListener("dragleave", (e) => { if (!e.relatedTarget) document.body.classList.remove("dropping"); });
  addEventListener("drop", (e) => {
    e.preventDefault();
    document.body.classList.remove("dropping");
    if (e.dataTransfer.files.length) take(e.dataTransfer.files);
  });
  return {choose, read, open};
})();
