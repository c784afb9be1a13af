"use strict";
// The engine in its Worker: call(name, input, bytes) → {out, bytes}. A Worker that dies or does
// not come back is replaced, and what was on the desk is put there again.
const engine = (() => {
  const patience = 60000; // ms for one call
  let worker = null, calls = new Map(), next = 1, revive = null, up = null;

  function unpack(id) {
    const text = atob($(id).textContent);
    const bytes = new Uint8Array(text.length);
    for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
    return bytes;
  }

  function start() {
    const url = URL.createObjectURL(new Blob([$("workerText").textContent], {type: "text/javascript"}));
    const mine = worker = new Worker(url);
    URL.revokeObjectURL(url);
    up = new Promise((resolve) => {
      mine.onmessage = ({data: m}) => {
        if (m.ready) return resolve();
        if (m.died) return replace();
        const call = calls.get(m.id);
        calls.delete(m.id);
        if (call) call.settle(m);
      };
    });
    mine.onerror = (e) => { e.preventDefault(); if (worker === mine) replace(); };
    const bytes = unpack("engineText");
    mine.postMessage({engine: bytes.buffer}, [bytes.buffer]);
    return up;
  }

  // replace gives up a Worker with all that it was asked.
  function replace() {
    worker.terminate();
    const lost = [...calls.values()];
    calls = new Map();
    start();
    const back = revive ? revive() : Promise.resolve();
    back.catch(() => {}).then(() => lost.forEach((call) => call.fail(new Error("Chương trình không đọc nổi tệp này nên đã tự mở lại; số liệu đang gõ vẫn còn."))));
  }

  function call(name, input, bytes) {
    const id = next++;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => calls.has(id) && replace(), patience);
      const settle = (m) => {
        clearTimeout(timer);
        const out = JSON.parse(m.output);
        if (out && out.error) reject(Object.assign(new Error(out.error), {findings: out.findings, row: out.row}));
        else resolve({out, bytes: m.bytes});
      };
      calls.set(id, {settle, fail: (e) => { clearTimeout(timer); reject(e); }});
      worker.postMessage({id, name, input: JSON.stringify(input || {}), data: bytes});
    });
  }

  return {start, call, replace, ready: () => up, onReplaced: (f) => { revive = f; }};
})();
