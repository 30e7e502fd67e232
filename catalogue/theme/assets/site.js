// What every page can do: "/" goes to the search field and Escape out of it, commands are copied with a click, the menu
// opens and wide tables scroll by keyboard.

import { canCopy, copyButton } from "./copying.js";

/**
 * @param {EventTarget | null} target
 * @returns {boolean} whether keys typed here are text
 */
function takesText(target) {
  return target instanceof HTMLElement && target.matches("input, textarea, select, [contenteditable]");
}

/** @returns {HTMLInputElement | undefined} the search field in the page if it has one, else the header's */
function searchField() {
  const fields = /** @type {HTMLInputElement[]} */ ([...document.querySelectorAll(".cat-search input")]);
  return fields.filter((field) => field.offsetParent !== null).pop();
}

document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || takesText(event.target)) return;
  const field = searchField();
  if (!field) return;
  event.preventDefault();
  field.focus();
  field.select();
});

document.addEventListener("keydown", (event) => {
  const field = event.target;
  if (event.key !== "Escape" || !(field instanceof HTMLInputElement) || !field.closest(".cat-search")) return;
  if (field.value === "") field.blur();
});

if (canCopy) {
  for (const code of document.querySelectorAll("pre > code")) {
    code.after(copyButton(() => (code.textContent ?? "").trimEnd()));
  }
}

// Material opens its menu by a label, which no keyboard reaches; a button does the same.
document.querySelector("[data-menu]")?.addEventListener("click", () => document.getElementById("__drawer")?.click());

// Material puts wide tables into boxes that scroll, which keys move only where they can be focused.
addEventListener("load", () => {
  for (const box of document.querySelectorAll(".md-typeset__scrollwrap")) {
    if (box.scrollWidth > box.clientWidth) box.setAttribute("tabindex", "0");
  }
});
