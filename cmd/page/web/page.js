"use strict";
// The page: one annex at a time, its state in the engine; every answer is shown by all parts.
const page = (() => {
  let open = false, dirty = false, bringingBack = false, text = null;
  let history = {}; // what can be undone, for a new engine

  // show shows an answer of the engine.
  function show(view, how) {
    if (view.document) {
      paper.draw(view);
      $("start").hidden = $("units").hidden = true;
      $("work").hidden = false;
      document.body.classList.add("working");
    }
    paper.showHeading(view.heading);
    report.show(view);
    cells.show(view.figures, how);
    findings.show(view);
    compare.show(view);
    preview.later();
    $("fileName").textContent = $("fileName").title = visible(view.name);
    document.title = (dirty ? "• " : "") + visible(view.name) + " – Phụ lục 2B";
    history = view.history;
    $("undo").disabled = !history.past?.length;
    $("redo").disabled = !history.future?.length;
    $("progress").hidden = false;
    $("progressBar").max = view.total;
    $("progressBar").value = view.filled;
    $("progressText").textContent = `${view.filled}/${view.total} dòng`;
    $("nextTitle").textContent = `Đây là phụ lục ${view.period}.`;
    if (!ended(view)) $("nextNote").hidden = true;
    if (view.message) tell(view.message);
  }

  // start opens an annex by a call.
  async function start(call, input, bytes, draft) {
    const {out, bytes: now} = await engine.call(call, input, bytes);
    open = true;
    text = now;
    dirty = Boolean(draft) || call === "next";
    drafts.begin(draft, out, decode(now));
    show(out, {force: true});
    offerForm(out.beyond, input, bytes);
    $("nextNote").hidden = call !== "open" || !out.filled || out.partial || !ended(out);
    if (out.told) side.select("Findings");
    search.clear();
    const first = [...paper.rows().values()].find((r) => r.cells.so_lieu);
    if (first) first.cells.so_lieu.focus({preventScroll: true});
    scrollTo(0, 0);
    if (call !== "open") await drafts.keep(out, decode(now), !typing.pending());
  }

  // offerForm offers to read a document as a form of its own: it has what the known form lacks.
  function offerForm(beyond, input, bytes) {
    $("beyondNote").hidden = !beyond;
    if (!beyond) return;
    const rows = beyond.rows || [];
    $("beyondWhat").textContent = visible(`Tệp này có chỗ mà biểu mẫu “${beyond.form}” không có` + (beyond.period ? `, kỳ ${beyond.period}` : "") +
      (rows.length ? `, dòng ${rows.map((r) => `“${r}”`).join(", ")}` : "") + ". Những chỗ ấy chưa được đọc.");
    $("asForm").onclick = attempt(async () => {
      await typing.flush();
      await start("open", {...input, asForm: true}, bytes);
    });
    $("keepForm").onclick = () => { $("beyondNote").hidden = true; };
  }

  // ended reports whether the period of an annex is over.
  const ended = (view) => view.ends && view.ends < today();

  // today is the date here, as year-month-day.
  function today() {
    const now = new Date(), two = (n) => String(n).padStart(2, "0");
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  }

  const decode = (bytes) => new TextDecoder("utf-8", {ignoreBOM: true}).decode(bytes);

  // change asks for a change and shows what came of it.
  async function change(call, input, how, file) {
    const {out, bytes} = await engine.call(call, input, file);
    text = bytes;
    dirty = true;
    show(out, how);
    performance.mark("shown");
    await drafts.keep(out, decode(bytes), !typing.pending());
    return out;
  }

  const travel = (which) => attempt(async () => {
    await typing.flush();
    if ($(which).disabled) return;
    await change(which, {}, {force: true});
  });

  function close() {
    open = dirty = false;
    drafts.end();
    $("work").hidden = true;
    $("start").hidden = units.back();
    $("progress").hidden = true;
    $("fileName").textContent = "";
    document.body.classList.remove("working");
    document.title = "Phụ lục 2B";
    drafts.offer();
    $("choose").focus();
  }

  // entered is told which row is being edited.
  function entered(row) {
    findings.enter(row);
    preview.follow(row);
  }

  // A new engine gets what the old one had on its desk.
  engine.onReplaced(async () => {
    units.lost();
    if (!open || bringingBack) return;
    bringingBack = true;
    try {
      const d = drafts.current();
      const {out} = await engine.call("restore", {name: d.name, forms: d.forms, before: d.before, history}, text);
      show(out, {});
      for (const [kind, file] of Object.entries(compare.kept)) if (file) await compare.use(kind, file);
    } finally {
      bringingBack = false;
    }
  });

  addEventListener("keydown", (e) => {
    if (!(e.ctrlKey || e.metaKey) || e.altKey) return;
    const key = e.key.toLowerCase();
    const act = {
      o: files.choose, s: attempt(() => save.as("docx")), p: printing.pages, f: () => { $("search").focus(); $("search").select(); },
      z: travel(e.shiftKey ? "redo" : "undo"), y: travel("redo"),
    }[key];
    const elsewhere = (key === "z" || key === "y") && e.target.matches("input, textarea:not(.cell)");
    if (!act || elsewhere || document.querySelector("dialog[open]") || !open && key !== "o") return;
    e.preventDefault();
    act();
  });
  addEventListener("beforeunload", (e) => { if (dirty) e.preventDefault(); });
  $("undo").addEventListener("click", travel("undo"));
  $("redo").addEventListener("click", travel("redo"));
  $("draftMark").addEventListener("change", () => preview.later());
  $("close").addEventListener("click", attempt(async () => { closeMenu(); await typing.flush(); close(); }));
  $("about").addEventListener("click", () => { closeMenu(); $("aboutDialog").showModal(); });
  function closeMenu() { $("more").open = false; }
  $("more").addEventListener("keydown", (e) => { if (e.key === "Escape") { closeMenu(); $("more").querySelector("summary").focus(); } });
  document.addEventListener("click", (e) => { if (!$("more").contains(e.target)) closeMenu(); });

  // The faces in which the engine measured: then lines break on the screen as on paper.
  async function loadFaces() {
    for (const [face, weight, style] of [["regular", "400", "normal"], ["bold", "700", "normal"], ["italic", "400", "italic"]]) {
      const {bytes} = await engine.call("font", {face});
      const font = new FontFace("Phu luc 2B", bytes, {weight, style});
      document.fonts.add(await font.load());
    }
  }

  (async () => {
    drafts.offer();
    await engine.start();
    await loadFaces();
    $("loading").textContent = "";
    $("choose").disabled = $("blank").disabled = $("many").disabled = false;
    document.documentElement.dataset.ready = "true";
    const {out} = await engine.call("blankForm");
    $("blankForm").textContent = visible(`Phụ lục trống theo mẫu ${out.name}. Cần mẫu khác thì thả tệp biểu mẫu ấy vào đây.`);
    $("blankForm").hidden = false;
  })().catch(() => { $("loading").textContent = "Trình duyệt này quá cũ: hãy dùng Edge, Chrome hoặc Firefox bản mới."; });

  return {
    show, open: start, change, entered, closeMenu,
    isOpen: () => open, close, reviving: () => bringingBack,
    saved: () => { dirty = false; document.title = document.title.replace("• ", ""); drafts.drop(); },
  };
})();
