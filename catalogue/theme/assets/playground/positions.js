// Python counts code points, the browser UTF-16 units: an emoji is one there and two here.

import { lineStarts } from "./editor.js";

/**
 * @param {string} text
 * @param {number} from offset in UTF-16 units
 * @param {number} count of code points to go on
 * @returns {number} offset in UTF-16 units, within the text
 */
function after(text, from, count) {
  let offset = from;
  for (let gone = 0; gone < count && offset < text.length; gone += 1) {
    offset += (text.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1;
  }
  return offset;
}

/**
 * @param {string} text
 * @returns {(place: import("./linter.js").Place) => {start: number, end: number}} finds places of the report
 */
export function placesIn(text) {
  const starts = lineStarts(text);
  const offsetOf = (/** @type {number} */ line, /** @type {number} */ column) =>
    after(text, starts[line - 1] ?? text.length, column - 1);
  return (place) => ({
    start: offsetOf(place.line, place.column),
    end: offsetOf(place.end_line, place.end_column),
  });
}

/**
 * @param {string} text
 * @param {{start: number, end: number, text: string}[]} edits in code points, in the order of the text
 * @returns {{start: number, end: number, text: string}[]} the same in UTF-16 units
 */
export function editsIn(text, edits) {
  let [points, units] = [0, 0];
  const unitsAt = (/** @type {number} */ offset) => {
    units = after(text, units, offset - points);
    points = offset;
    return units;
  };
  return edits.map((edit) => ({ start: unitsAt(edit.start), end: unitsAt(edit.end), text: edit.text }));
}
