"use strict";
// Work that was not saved: kept at every key, offered on return, removable. A draft is worked on in
// one window at a time; the last to open it has it, the other goes on with one of its own.
const drafts = (() => {
  const prefix = "phuluc2b-"; // of locks, and of what a closing page leaves behind
  let current = null; // {id, name, title, text, history, forms, before, filled, total, time}
  let stored = false; // its text is in the store
  let keys = null;    // typed since
  let release = () => {}, mine = new Set(), warned = false;

  const failed = () => {
    if (!warned) tell("Trình duyệt không giữ được bản đang gõ: máy tắt giữa chừng là mất, hãy lưu tệp thường xuyên.", 60000);
    warned = true;
  };

  // lock tells other windows that a draft is being worked on here, and takes it from them.
  function lock(id) {
    release();
    release = () => {};
    if (!navigator.locks) return;
    const held = new Promise((resolve) => { release = resolve; });
    navigator.locks.request(prefix + id, {steal: true}, () => held).catch((error) => {
      if (error.name === "AbortError" && current && current.id === id) part();
    });
  }

  function part() {
    mine.delete(current.id);
    own(current);
    problem(new Error("Bản đang gõ này vừa được mở tiếp ở một cửa sổ khác. Từ đây mỗi cửa sổ giữ một bản riêng: những gì gõ ở đây không sang cửa sổ kia. Nên đóng một trong hai."));
  }

  function own(draft, id) {
    current = {...draft, id: id || crypto.randomUUID()};
    stored = Boolean(id);
    keys = null;
    mine.add(current.id);
    lock(current.id);
  }

  const shown = (view, text) => ({name: view.name, title: view.title, text, history: view.history, filled: view.filled, total: view.total, time: Date.now()});

  function begin(id, view, text) {
    own({...shown(view, text), forms: view.forms || [], before: kept(view.before)}, id);
  }

  // The period before is kept with the draft: its figures are checked against.
  const kept = (before) => before ? {name: before.name, text: before.text || ""} : null;

  async function compared(before) {
    if (!current) return;
    current.before = kept(before);
    if (stored) await store.keep(current, false).catch(failed);
  }

  function end() {
    release();
    current = null;
  }

  const left = (id) => { try { localStorage.removeItem(prefix + id); } catch {} };

  // keep keeps the annex as the engine has it.
  async function keep(view, text, nothingTyped) {
    const draft = Object.assign(current, shown(view, text)), before = keys;
    try {
      await store.keep(draft, nothingTyped);
      stored = true;
      if (nothingTyped && keys === before) keys = null;
      left(draft.id);
    } catch {
      failed();
    }
  }

  function typed(t) {
    if (!current) return;
    keys = t;
    if (!stored) store.keep({...current, time: Date.now()}, false).catch(failed);
    stored = true;
    store.keepKeys(current.id, t).catch(failed);
  }

  // leave keeps, at once, what the store may not have when the page goes.
  function leave() {
    if (!current || !keys) return;
    try { localStorage.setItem(prefix + current.id, JSON.stringify({draft: {...current, time: Date.now()}, typed: keys})); } catch {}
  }

  // takeIn puts into the store what pages left behind.
  async function takeIn(held) {
    let names = [];
    try { names = Object.keys(localStorage).filter((name) => name.startsWith(prefix)); } catch {}
    for (const name of names) {
      const id = name.slice(prefix.length);
      if (held.has(id) || current && current.id === id) continue;
      try {
        const {draft, typed} = JSON.parse(localStorage.getItem(name));
        // A power cut brings back what was taken in before: the store may be newer.
        const [known, last] = await Promise.all([store.get(id), store.keysOf(id)]);
        if (draft.time > Math.max(known ? known.time : 0, last && last.time || 0)) await store.put(draft, {id, typed, time: draft.time});
        left(id);
      } catch {}
    }
  }

  async function drop(id) {
    const gone = id || current.id;
    if (current && gone === current.id) {
      stored = false;
      keys = null;
    }
    left(gone);
    await store.drop(gone).catch(failed);
  }

  async function heldElsewhere() {
    if (!navigator.locks) return new Set();
    const {held} = await navigator.locks.query().catch(() => ({held: []}));
    return new Set(held.map((l) => l.name.slice(prefix.length)).filter((id) => !mine.has(id)));
  }

  const reopen = attempt(async (d) => {
    const now = await store.get(d.id).catch(() => null) || d;
    const last = await store.keysOf(d.id).catch(() => null);
    await page.open("restore", {name: now.name, forms: now.forms, history: now.history, before: now.before, ...(last && last.typed)}, new TextEncoder().encode(now.text), now.id);
  });

  // remove drops a draft; as long as the list stands it can be taken back.
  async function remove(d, item) {
    const last = await store.keysOf(d.id).catch(() => null);
    await drop(d.id);
    const back = make("button", {class: "plain", onclick: async () => { await store.put(d, last || {id: d.id}).catch(failed); offer(); }}, "Lấy lại");
    item.replaceChildren(make("span", {}, "Đã xóa ", make("b", {}, d.name)), back);
    back.focus();
  }

  // offer lists what can be taken up again.
  async function offer() {
    const held = await heldElsewhere();
    await takeIn(held);
    const all = await store.all().catch(() => []);
    const list = (all || []).filter((d) => d.text && !held.has(d.id)).sort((a, b) => b.time - a.time);
    $("drafts").hidden = !list.length;
    $("draftList").replaceChildren(...list.map((d) => {
      const item = make("li", {},
        make("button", {class: "main", onclick: () => reopen(d)}, "Gõ tiếp"),
        make("span", {}, make("b", {}, d.name), ` ${d.filled}/${d.total} dòng, lúc ${new Date(d.time).toLocaleString("vi-VN")}`),
        make("button", {class: "plain", onclick: () => remove(d, item), "aria-label": "Xóa bản dở " + d.name}, "Xóa"));
      return item;
    }));
  }

  addEventListener("pagehide", leave);
  addEventListener("beforeunload", leave);
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) return;
    leave();
    typing.flush();
  });
  return {begin, end, keep, compared, typed, drop, offer, current: () => current};
})();
