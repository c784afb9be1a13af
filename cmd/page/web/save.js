"use strict";
// Files that are made: written in place where the browser can do that, else as downloads.
const save = (() => {
  const types = {
    docx: ["Tệp Word", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
    pdf: ["PDF", "application/pdf"],
    xlsx: ["Bảng Excel", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
    toml: ["Tệp số liệu", "application/toml"],
  };
  const locked = "Tệp đang mở trong Word hoặc một chương trình khác: đóng nó rồi lưu lại, hoặc lưu thành tên khác.";
  const reasons = { // by the name of the browser's error
    NoModificationAllowedError: locked, InvalidStateError: locked, InvalidModificationError: locked,
    QuotaExceededError: "Ổ đĩa đã đầy: xóa bớt tệp hoặc chọn ổ khác rồi lưu lại.",
    NotFoundError: "Thư mục hoặc tệp ấy không còn: hãy lưu lại và chọn chỗ khác.",
  };
  let handles = {}; // by name: where a file was written, and when

  function download(name, bytes, type) {
    const url = URL.createObjectURL(new Blob([bytes], {type}));
    make("a", {href: url, download: name}).click();
    setTimeout(() => URL.revokeObjectURL(url), 60000);
  }

  // place is where to write a file; a file that somebody has changed since is asked for anew.
  async function place(name, format) {
    const was = handles[name];
    if (was && (await was.handle.getFile().catch(() => ({}))).lastModified === was.written) return was.handle;
    if (was) tell(`${name} đã được sửa từ lần lưu trước: hãy chọn chỗ lưu.`);
    const [description, type] = types[format];
    return showSaveFilePicker({suggestedName: name, types: [{description, accept: {[type]: ["." + format]}}]});
  }

  // write writes a file; false when the person thought better of it.
  async function write(name, bytes, format) {
    if (!window.showSaveFilePicker) {
      download(name, bytes, types[format][1]);
      return true;
    }
    try {
      const handle = await place(name, format);
      const stream = await handle.createWritable();
      await stream.write(bytes);
      await stream.close();
      handles[name] = {handle, written: (await handle.getFile()).lastModified};
      return true;
    } catch (error) {
      if (error.name === "AbortError") return false;
      if (error.name !== "SecurityError" && error.name !== "NotAllowedError") throw new Error(`${name}: chưa lưu được. ${reasons[error.name] || "Hãy chọn chỗ khác để lưu."}`);
      download(name, bytes, types[format][1]);
      return true;
    }
  }

  async function as(format) {
    page.closeMenu();
    cells.commit();
    await typing.flush();
    const bare = $("bare").checked && format !== "toml";
    const {out, bytes} = await engine.call("render", {format, draft: $("draftMark").checked, bare});
    if (!await write(out.name, bytes, format)) return;
    tell(`Đã lưu ${out.name}` + (out.pages ? ` (${out.pages} trang)` : "") + (out.broken ? `, còn ${out.broken} chỗ trái quy tắc` : "") + (bare ? ", không kèm số liệu: để làm tiếp, hãy lưu thêm một bản có kèm." : ""));
    if (format !== "pdf" && !bare) page.saved();
  }

  async function corrections(format) {
    await typing.flush();
    const {out, bytes} = await engine.call("corrections", {format});
    if (await write(out.name, bytes, format)) tell(`Đã lưu ${out.name}`);
  }

  $("saveDocx").addEventListener("click", attempt(() => as("docx")));
  $("savePdf").addEventListener("click", attempt(() => as("pdf")));
  $("saveXlsx").addEventListener("click", attempt(() => as("xlsx")));
  $("saveToml").addEventListener("click", attempt(() => as("toml")));
  return {as, corrections, write};
})();
