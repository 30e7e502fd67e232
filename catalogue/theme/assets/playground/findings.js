// Findings as a list. What was typed only ever becomes text nodes.

/** @typedef {import("./linter.js").Answer} Answer */
/** @typedef {import("./linter.js").Fix} Fix */
/** @typedef {import("./linter.js").Place} Place */

/**
 * @typedef {object} Acts what the buttons of a finding do
 * @property {(place: Place) => void} show
 * @property {(fix: Fix) => void} mend
 */

/**
 * Show all findings, in the order of the text.
 * @param {HTMLElement} list
 * @param {Answer} answer
 * @param {string} root
 * @param {Acts} acts
 */
export function showFindings(list, answer, root, acts) {
  const items = answer.report.findings.map((finding, index) => {
    const shown = answer.shown[index];
    const item = copy();
    item.classList.add(`remark--${finding.severity}`);
    for (const icon of item.querySelectorAll("[data-severity]")) {
      if (icon instanceof SVGElement && icon.dataset.severity !== finding.severity) icon.remove();
    }
    write(item, ".remark__severity", finding.severity);
    write(item, ".remark__message", shown?.message);
    write(item, ".remark__advice-text", shown?.advice);
    write(item, ".remark__foot", shown?.where);
    const code = /** @type {HTMLAnchorElement} */ (item.querySelector(".remark__code"));
    code.textContent = finding.code;
    code.href = `${root}rules/${finding.code}/`;
    placeButton(item, ".remark__place", finding.place, shown?.label ?? "", acts);
    const related = (finding.related ?? []).map((other, at) => relatedItem(other.place, shown?.related[at] ?? "", acts));
    item.querySelector(".remark__places")?.append(...related);
    fixButton(item, shown?.fix ?? null, acts);
    return item;
  });
  list.replaceChildren(...items);
}

function copy() {
  const template = /** @type {HTMLTemplateElement} */ (document.getElementById("finding-template"));
  return /** @type {HTMLElement} */ (template.content.firstElementChild?.cloneNode(true));
}

/**
 * Write a text into a part of an item, or take the part away.
 * @param {HTMLElement} item
 * @param {string} selector
 * @param {string | undefined} text
 */
function write(item, selector, text) {
  const part = item.querySelector(selector);
  if (text && part) part.textContent = text;
  else part?.remove();
}

/**
 * @param {ParentNode} item
 * @param {string} selector
 * @param {Place} place
 * @param {string} words
 * @param {Acts} acts
 */
function placeButton(item, selector, place, words, acts) {
  const button = /** @type {HTMLButtonElement} */ (item.querySelector(selector));
  button.textContent = `line ${place.line}, column ${place.column}${words && `: ${words}`}`;
  button.addEventListener("click", () => acts.show(place));
}

/**
 * @param {Place} place
 * @param {string} words
 * @param {Acts} acts
 */
function relatedItem(place, words, acts) {
  const item = document.createElement("li");
  const button = document.createElement("button");
  button.type = "button";
  button.className = "remark__place";
  item.append(button);
  placeButton(item, "button", place, words, acts);
  return item;
}

/**
 * @param {HTMLElement} item
 * @param {Fix | null} fix
 * @param {Acts} acts
 */
function fixButton(item, fix, acts) {
  const part = item.querySelector(".remark__fix");
  const button = part?.querySelector("button");
  if (!fix || !part || !button) {
    part?.remove();
    return;
  }
  button.textContent = fix.title;
  button.addEventListener("click", () => acts.mend(fix));
  const remark = part.querySelector("span");
  if (fix.safe) remark?.remove();
  else if (remark) remark.textContent = "look at it afterwards";
}
