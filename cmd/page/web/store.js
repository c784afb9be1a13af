"use strict";
// What is kept in the browser so that a crash loses nothing: for each annex its text, and the
// keys pressed since. All of it stays on this machine.
const store = (() => {
  let opened = null;

  function open() {
    opened ||= new Promise((resolve, reject) => {
      const request = indexedDB.open("phuluc2b", 1);
      request.onupgradeneeded = () => {
        request.result.createObjectStore("drafts", {keyPath: "id"});
        request.result.createObjectStore("keys", {keyPath: "id"});
      };
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    return opened;
  }

  // within runs work on the stores; it is done when the disk has it.
  async function within(mode, work) {
    const db = await open();
    return new Promise((resolve, reject) => {
      const t = db.transaction(["drafts", "keys"], mode, {durability: "strict"});
      const result = work(t.objectStore("drafts"), t.objectStore("keys"));
      t.oncomplete = () => resolve(result && result.result);
      t.onerror = t.onabort = () => reject(t.error);
    });
  }

  return {
    // keep keeps an annex; what was typed since is in it, if done says so.
    keep: (draft, done) => within("readwrite", (drafts, keys) => { drafts.put(draft); if (done) keys.delete(draft.id); }),
    keepKeys: (id, typed) => within("readwrite", (_, keys) => { keys.put({id, typed}); }),
    drop: (id) => within("readwrite", (drafts, keys) => { drafts.delete(id); keys.delete(id); }),
    all: () => within("readonly", (drafts) => drafts.getAll()),
    keysOf: (id) => within("readonly", (_, keys) => keys.get(id)),
  };
})();
