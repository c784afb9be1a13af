"use strict";
// The files of many units: who has filed, what they come to, all side by side. The engine keeps
// their figures; the files stay here, so that more can be added and all be read again. What the
// engine does not have, or no longer, is not shown.
const units = (() => {
  let taken = []; // {file, form, collection, why}: why it cannot be read
  const totalName = "tinh.toml";
  let turn = 0, total = null;
  let reading = 0;  // the turn that is being read
  let held = false; // the engine has what is shown

  const isOpen = () => !$("units").hidden;

  async function look(file) {
    try {
      const {out} = await engine.call("look", {name: file.name}, (await files.read(file)).bytes);
      return {file, ...out};
    } catch (error) {
      return {file, why: error.message};
    }
  }

  const fewest = 3; // files that are taken for those of many units, unasked

  // takes takes files that are of many units, or come to those that are here; others are opened one
  // by one.
  async function takes(list) {
    const looked = [];
    for (const file of list) looked.push(await look(file));
    const many = looked.some((f) => f.collection) || looked.filter((f) => !f.form).length >= fewest;
    if (!many && !isOpen()) return false;
    if (page.isOpen()) {
      await typing.flush();
      page.close();
    }
    const known = (f) => taken.some((t) => t.file.name === f.file.name && t.file.size === f.file.size && t.file.lastModified === f.file.lastModified);
    const before = taken;
    taken = [...taken, ...looked.filter((f) => !known(f))];
    try {
      await run();
    } catch (error) {
      taken = before;
      if (!back()) close();
      throw error;
    }
    return true;
  }

  function show(part) {
    $("start").hidden = true;
    $("units").hidden = false;
    for (const name of ["unitsReading", "unitsRead"]) $(name).hidden = name !== part;
  }

  // begin waits for files.
  function begin() {
    show("");
    $("unitsOf").textContent = "Thả vào đây, hoặc chọn, tệp của các đơn vị: Word, Excel, PDF do chương trình này làm, tệp số liệu; tệp tổng hợp nếu có; tệp kỳ trước nếu muốn so.";
    $("unitsAdd").focus();
  }

  function step(done, all, name) {
    $("unitsBar").max = all;
    $("unitsBar").value = done;
    $("unitsStep").textContent = `${done}/${all} ${visible(name)}`;
  }

  // run reads all files, one call each: of a file only its figures are kept.
  async function run() {
    const mine = reading = ++turn;
    held = false;
    show("unitsReading");
    $("unitsTitle").focus();
    try {
      await readAll(mine);
      if (mine === turn) await draw();
    } finally {
      if (reading === mine) reading = 0;
    }
  }

  async function readAll(mine) {
    const asked = taken.findLast((f) => f.collection), all = taken.filter((f) => !f.form && !f.collection);
    const forms = [];
    for (const f of taken.filter((f) => f.form)) forms.push({name: f.file.name, text: await f.file.text()});
    await engine.call("gather", {name: asked && asked.file.name, forms}, asked && (await files.read(asked.file)).bytes);
    for (const [i, f] of all.entries()) {
      step(i, all.length, f.file.name);
      try {
        const bytes = f.why ? undefined : (await files.read(f.file)).bytes;
        if (mine !== turn) return;
        await engine.call("take", {name: f.file.name, text: f.why}, bytes);
      } catch (error) {
        if (f.why) throw error;
        f.why = error.message;
        return mine === turn && run();
      }
    }
    for (let left = 1; left > 0 && mine === turn;) {
      ({left} = (await engine.call("file")).out);
      step(all.length - left, all.length, "kiểm tra");
    }
  }

  const choice = () => ({text: $("unitsIssuer").value, partial: $("unitsPartial").checked});

  async function draw() {
    const {out, bytes} = await engine.call("roll", choice());
    total = out.total ? bytes : null;
    $("unitsOf").textContent = visible(out.title + (out.for ? " – biểu mẫu dành cho " + out.for : "")) + (out.asked ? "" : " – chưa có tệp tổng hợp: coi các đơn vị có tệp ở đây là đủ");
    $("unitsSummary").textContent = visible(out.summary);
    $("unitsList").replaceChildren(...(out.units || []).map((u) => make("tr", {class: u.grade},
      make("th", {scope: "row"}, u.name || "(không rõ)"), make("td", {}, ...fileOf(u)), make("td", {}, u.state))));
    $("unitsIssuerLabel").hidden = out.asked;
    $("unitsTotal").textContent = out.total ? "Bản gộp: " + out.total : out.issuer ? "Chưa gộp được, xem ở dưới" : "Viết tên cơ quan tổng hợp để gộp";
    $("openTotal").disabled = $("saveTotal").disabled = !total;
    $("unitsDoubts").hidden = !out.findings.length;
    $("unitsFindings").replaceChildren(...out.findings.map((f) => make("li", {class: "card " + f.severity}, make("p", {}, f.message), f.hint ? make("p", {class: "quiet"}, f.hint + ".") : null)));
    held = true;
    show("unitsRead");
  }

  // fileOf names the files of a unit; a single one can be opened.
  function fileOf(u) {
    const f = taken.filter((t) => t.file.name === u.file);
    return [f.length === 1 ? make("button", {class: "where", title: visible(u.file), onclick: attempt(async () => files.open(await files.read(f[0].file)))}, u.file) : u.file];
  }

  // back shows the units again, if there are any.
  function back() {
    if (!taken.length) return false;
    if (held) show("unitsRead");
    else again();
    return true;
  }

  // again reads the files once more; if that cannot be done there are none.
  const again = attempt(async () => {
    try {
      await run();
    } catch (error) {
      taken = [];
      begin();
      throw error;
    }
  });

  // lost is told that the engine is another one. What is being read finds that out itself; what is
  // not shown is read when it is.
  function lost() {
    held = false;
    if (isOpen() && !reading) back();
  }

  function close() {
    turn++;
    taken = [];
    reading = 0;
    $("units").hidden = true;
    $("start").hidden = false;
    drafts.offer();
    $("choose").focus();
  }

  async function keep(name, bytes, format) {
    if (await save.write(name, bytes, format)) tell("Đã lưu " + name);
  }

  $("unitsPartial").addEventListener("change", attempt(draw));
  $("unitsIssuer").addEventListener("change", attempt(draw));
  $("many").addEventListener("click", begin);
  $("unitsAdd").addEventListener("click", () => files.choose());
  $("openTotal").addEventListener("click", attempt(() => files.open({name: totalName, bytes: total})));
  $("saveTotal").addEventListener("click", attempt(() => keep(totalName, total, "toml")));
  $("saveTable").addEventListener("click", attempt(async () => {
    const {out, bytes} = await engine.call("table", choice());
    await keep(out.name, bytes, "xlsx");
  }));
  $("unitsClose").addEventListener("click", close);
  return {takes, back, lost};
})();
