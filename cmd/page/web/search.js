"use strict";
// Search by words of the label, with or without marks, or by STT. Enter goes to the next row.
const search = (() => {
  let hits = [], at = -1;

  function find() {
    const wanted = fold($("search").value.trim());
    hits = [];
    at = -1;
    for (const [id, row] of paper.rows()) {
      row.key ||= fold(`${row.info.number} ${row.info.label} ${row.info.unit}`);
      const hit = wanted !== "" && (row.key.includes(wanted) || id.startsWith(wanted));
      row.tr.classList.toggle("found", hit);
      if (hit) hits.push(id);
    }
    $("searchCount").textContent = wanted ? (hits.length ? `${hits.length} dòng` : "không có") : "";
    if (hits.length) paper.row(hits[0]).tr.scrollIntoView({block: "center"});
  }

  function key(e) {
    if (e.key === "Enter" && !e.isComposing && hits.length) {
      e.preventDefault();
      at = (at + (e.shiftKey ? -1 : 1) + hits.length) % hits.length;
      const id = hits[at];
      if (e.ctrlKey) return paper.row(id).tr.scrollIntoView({block: "center"});
      cells.go(id);
    }
    if (e.key === "Escape") {
      $("search").value = "";
      find();
    }
  }

  $("search").addEventListener("input", find);
  $("search").addEventListener("keydown", key);
  return {clear: () => { $("search").value = ""; find(); }};
})();
