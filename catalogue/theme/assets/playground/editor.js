// A plain text field with line numbers beside it and marks behind it.

/** @typedef {{start: number, end: number, severity: string}} Mark offsets in UTF-16 units */
/** @typedef {import("./linter.js").Place} Place */

/** Beyond so many letters only the numbers of lines are marked: drawing them all again takes too long. */
const MOST_DRAWN = 200_000;
const WORST_FIRST = ["error", "warning", "note"];

export class Editor {
  /** @type {Mark[]} */
  #marks = [];
  #drawn = "";

  /**
   * @param {HTMLTextAreaElement} field
   * @param {HTMLElement} behind
   * @param {HTMLElement} gutter
   */
  constructor(field, behind, gutter) {
    this.field = field;
    this.behind = behind;
    this.gutter = gutter;
    field.addEventListener("input", () => this.#keepMarks());
    field.addEventListener("scroll", () => this.#follow());
    this.#draw();
  }

  get text() {
    return this.field.value;
  }

  /** @param {string} text */
  set text(text) {
    this.field.value = text;
    this.field.scrollTo(0, 0);
    this.#marks = [];
    this.#draw();
  }

  /** @param {Mark[]} marks */
  mark(marks) {
    this.#marks = marks;
    this.#draw();
  }

  /**
   * Select a stretch and bring it into sight.
   * @param {number} start
   * @param {number} end
   */
  show(start, end) {
    const line = this.text.slice(0, start).split("\n").length - 1;
    const height = Number.parseFloat(getComputedStyle(this.field).lineHeight);
    this.field.focus();
    this.field.setSelectionRange(start, end);
    this.field.scrollTop = Math.max(0, line * height - this.field.clientHeight / 3);
    this.field.scrollIntoView({ block: "nearest" });
  }

  /**
   * Write over stretches of the text, so that the browser can take it back in one step.
   * @param {{start: number, end: number, text: string}[]} edits in the order of the text
   */
  edit(edits) {
    const first = edits[0];
    const last = edits[edits.length - 1];
    if (!first || !last) return;
    let text = "";
    let from = first.start;
    for (const edit of edits) {
      text += this.text.slice(from, edit.start) + edit.text;
      from = edit.end;
    }
    this.field.focus();
    this.field.setSelectionRange(first.start, last.end);
    // Deprecated, and the only way that leaves the field's history of changes whole.
    const done = document.execCommand(text ? "insertText" : "delete", false, text);
    if (!done) {
      this.field.setRangeText(text, first.start, last.end, "end");
      this.field.dispatchEvent(new InputEvent("input"));
    }
  }

  /** Move the marks with the text while it is typed; those that are typed into go. */
  #keepMarks() {
    const [before, after] = [this.#drawn, this.text];
    const shorter = Math.min(before.length, after.length);
    let head = 0;
    while (head < shorter && before[head] === after[head]) head += 1;
    let tail = 0;
    while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
    const moved = after.length - before.length;
    this.#marks = this.#marks.flatMap((mark) => {
      if (mark.end <= head) return [mark];
      if (mark.start >= before.length - tail) return [{ ...mark, start: mark.start + moved, end: mark.end + moved }];
      return [];
    });
    this.#draw();
  }

  #draw() {
    this.#drawn = this.text;
    this.#drawGutter();
    const parts = this.text.length > MOST_DRAWN ? [] : [...this.#parts(), "\n"];
    this.behind.replaceChildren(...parts);
    this.#follow();
  }

  *#parts() {
    let from = 0;
    for (const mark of [...this.#marks].sort((one, other) => one.start - other.start)) {
      const start = Math.max(from, mark.start);
      if (start >= mark.end) continue;
      yield this.text.slice(from, start);
      const element = document.createElement("mark");
      element.dataset.severity = mark.severity;
      element.textContent = this.text.slice(start, mark.end);
      yield element;
      from = mark.end;
    }
    yield this.text.slice(from);
  }

  #drawGutter() {
    const worst = this.#worstOfLines();
    const lines = this.text.split("\n").length;
    /** @type {(string | HTMLElement)[]} */
    const rows = [];
    let plain = "";
    for (let line = 1; line <= lines; line += 1) {
      const severity = worst.get(line);
      if (!severity) {
        plain += `${line}\n`;
        continue;
      }
      const flagged = document.createElement("span");
      flagged.dataset.severity = severity;
      flagged.textContent = `${line}\n`;
      rows.push(plain, flagged);
      plain = "";
    }
    const inner = document.createElement("div");
    inner.append(...rows, plain);
    this.gutter.replaceChildren(inner);
  }

  /** @returns {Map<number, string>} */
  #worstOfLines() {
    const worst = new Map();
    const starts = lineStarts(this.text);
    for (const severity of [...WORST_FIRST].reverse()) {
      for (const mark of this.#marks.filter((one) => one.severity === severity)) worst.set(lineAt(starts, mark.start), severity);
    }
    return worst;
  }

  #follow() {
    const { scrollLeft, scrollTop } = this.field;
    this.behind.style.transform = `translate(${-scrollLeft}px, ${-scrollTop}px)`;
    const inner = /** @type {HTMLElement | null} */ (this.gutter.firstElementChild);
    if (inner) inner.style.transform = `translateY(${-scrollTop}px)`;
  }
}

/**
 * @param {string} text
 * @returns {number[]} offsets at which its lines start
 */
export function lineStarts(text) {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

/**
 * @param {number[]} starts
 * @param {number} offset
 * @returns {number} the line of an offset, from 1
 */
function lineAt(starts, offset) {
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return low + 1;
}
