"use strict";
// What is kept in the browser so that a crash loses nothing: for each annex its text, and the
// keys pressed since. All of it stays on this machine.
const store = (() => {
  const patience = 2000; // ms for the disk; a store that does not answer is not waited for
  let opened = null, silent = false;

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
  function within(mode, work) {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => { silent = true; reject(new Error("no answer")); }, silent ? 0 : patience);
      run(mode, work).then((result) => { silent = false; resolve(result); }, reject).finally(() => clearTimeout(timer));
    });
  }

  async function run(mode, work) {
    const db = await open();
    return new Promise((resolve, reject) => {
      const t = db.transaction(["drafts", "keys"], mode, {durability: "strict"});
      const result = work(t.objectStore("drafts"), t.objectStore("keys"));
      if (mode === "readwrite") t.commit(); // a page that dies now has not to say so any more
      t.oncomplete = () => resolve(result && result.result);
      t.onerror = t.onabort = () => reject(t.error);
    });
  }

  // What waits to be written is written at once with what comes meanwhile: at each key there is
  // at most one write before it, however slow the disk is.
  let draft = null, keys = null, writing = null;

  function write() {
    writing ||= Promise.resolve().then(() => {
      const d = draft, k = keys;
      draft = keys = null;
      return within("readwrite", (drafts, typed) => {
        if (d) drafts.put(d);
        if (k) k.typed ? typed.put(k) : typed.delete(k.id);
      });
    }).finally(() => { writing = null; });
    return writing.then(() => draft || keys ? write() : undefined);
  }

  return {
    // keep keeps an annex; what was typed since is in it, if done says so.
    keep: (d, done) => { draft = {...d}; if (done) keys = {id: d.id}; return write(); },
    keepKeys: (id, typed) => { keys = {id, typed, time: Date.now()}; return write(); },
    drop: (id) => within("readwrite", (drafts, keys) => { drafts.delete(id); keys.delete(id); }),
    put: (d, k) => within("readwrite", (drafts, keys) => { drafts.put(d); keys.put(k); }),
    get: (id) => within("readonly", (drafts) => drafts.get(id)),
    all: () => within("readonly", (drafts) => drafts.getAll()),
    keysOf: (id) => within("readonly", (_, keys) => keys.get(id)),
  };
})();
