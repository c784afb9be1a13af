"use strict";
// What is typed into a cell goes to the engine after a pause, and at once when the cell is left.
// Every key is kept in the browser. While a Vietnamese input method composes, nothing is checked.
const typing = (() => {
  const pause = 150; // ms
  let cell = null, timer = 0, step = 0, composing = false, last = Promise.resolve();

  function changed(of) {
    cell = of;
    paper.fit(cell);
    drafts.typed({row: cell.dataset.row, role: cell.dataset.role, text: cell.value});
    clearTimeout(timer);
    if (!composing) timer = setTimeout(send, pause);
  }

  function send() {
    clearTimeout(timer);
    timer = 0;
    if (!cell) return last;
    const of = cell;
    const input = {row: of.dataset.row, role: of.dataset.role, text: of.value, step: "cell" + step};
    cell = null;
    performance.mark("edit");
    last = page.change("edit", input, {typed: of}).catch(problem);
    return last;
  }

  // flush sends what waits; then the engine knows all that is on the page.
  function flush() {
    composing = false;
    return send();
  }

  return {
    changed, flush,
    begin: () => { step++; },
    step: () => "cell" + step,
    pending: () => cell,
    forget: () => { cell = null; clearTimeout(timer); },
    compose: (on) => { composing = on; },
  };
})();
