// What every page can do: "/" goes to the search field, as on many sites with much to find.

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
