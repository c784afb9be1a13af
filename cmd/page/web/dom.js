"use strict";
// Elements made without markup: what files hold is text and never HTML.
const $ = (id) => document.getElementById(id);

// visible is text that shows: controls, marks of direction and what else has no look of its own
// are spelled out, as the command does.
function visible(text) {
  return text.replace(/(?![\n\t])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (c) => "\\u" + c.codePointAt(0).toString(16).padStart(4, "0"));
}

// make makes an element: properties, then children; a string child is text, made visible.
function make(tag, props, ...children) {
  const e = document.createElement(tag);
  for (const [key, value] of Object.entries(props || {})) {
    if (value === undefined || value === false) continue;
    if (key === "class") e.className = value;
    else if (key.startsWith("on")) e.addEventListener(key.slice(2), value);
    else if (key in e && !key.startsWith("aria") && key !== "role" && key !== "spellcheck") e[key] = value;
    else e.setAttribute(key, value === true ? "" : value);
  }
  e.append(...children.filter((c) => c !== null && c !== undefined).map((c) => typeof c === "string" ? visible(c) : c));
  return e;
}

let toastTimer = 0;
// tell says something in passing, for so many ms.
function tell(text, time = 6000) {
  clearTimeout(toastTimer);
  $("toast").textContent = visible(text);
  $("toast").classList.toggle("shown", text !== "");
  if (text) toastTimer = setTimeout(() => tell(""), time);
}

// problem says what stopped something, and waits until it has been read.
function problem(error) {
  $("problemWhat").textContent = visible(error.message);
  $("problemList").replaceChildren(...(error.findings || []).slice(0, 20).map((f) =>
    make("li", {}, f.message, f.hint ? make("span", {class: "quiet"}, " " + f.hint) : null)));
  if ($("problemDialog").open) return;
  $("problemDialog").onclose = () => error.row && findings.lead(error);
  $("problemDialog").showModal();
}

// attempt runs what a person asked for and tells of what stopped it.
function attempt(work) {
  return async (...args) => {
    try {
      return await work(...args);
    } catch (error) {
      problem(error);
    }
  };
}

// fold makes letters comparable without case and marks.
function fold(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d").replace(/Đ/g, "D").toLowerCase();
}
