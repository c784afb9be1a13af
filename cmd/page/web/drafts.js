"use strict";
// Work that was not saved: kept at every key, offered on return, removable.
const drafts = (() => {
  let current = null; // {id, name, title, text, history, forms, filled, total, time}
  let warned = false;

  const failed = () => {
    if (!warned) tell("Trình duyệt không cho giữ bản đang gõ: hãy lưu tệp thường xuyên.");
    warned = true;
  };

  // lock tells other windows that a draft is being worked on here.
  function lock(id) {
    if (navigator.locks) navigator.locks.request("phuluc2b-" + id, {ifAvailable: true}, () => new Promise(() => {})).catch(() => {});
  }

  function begin(id, name, forms) {
    current = {id: id || crypto.randomUUID(), name, forms: forms || []};
    lock(current.id);
  }

  // keep keeps the annex as the engine has it.
  async function keep(view, text, nothingTyped) {
    Object.assign(current, {name: view.name, title: view.title, text, history: view.history, filled: view.filled, total: view.total, time: Date.now()});
    await store.keep(current, nothingTyped).catch(failed);
  }

  const typed = (t) => current && store.keepKeys(current.id, t).catch(failed);

  async function drop(id) {
    await store.drop(id || current.id).catch(failed);
  }

  async function heldElsewhere() {
    if (!navigator.locks) return new Set();
    const {held} = await navigator.locks.query().catch(() => ({held: []}));
    return new Set(held.map((l) => l.name.replace("phuluc2b-", "")));
  }

  const reopen = attempt(async (d) => {
    const keys = await store.keysOf(d.id).catch(() => null);
    await page.open("restore", {name: d.name, forms: d.forms, history: d.history, ...(keys && keys.typed)}, new TextEncoder().encode(d.text), d.id);
  });

  // offer lists what can be taken up again.
  async function offer() {
    const [all, held] = await Promise.all([store.all().catch(() => []), heldElsewhere()]);
    const list = (all || []).filter((d) => d.text && (!held.has(d.id) || current && d.id === current.id)).sort((a, b) => b.time - a.time);
    $("drafts").hidden = !list.length;
    $("draftList").replaceChildren(...list.map((d) => make("li", {},
      make("button", {class: "main", onclick: () => reopen(d)}, "Gõ tiếp"),
      make("span", {}, make("b", {}, d.name), ` ${d.filled}/${d.total} dòng, lúc ${new Date(d.time).toLocaleString("vi-VN")}`),
      make("button", {class: "plain", onclick: async () => { await drop(d.id); offer(); }, "aria-label": "Xóa bản dở " + d.name}, "Xóa"))));
  }

  return {begin, keep, typed, drop, offer, current: () => current};
})();
