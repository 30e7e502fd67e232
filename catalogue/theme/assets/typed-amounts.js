// Amounts as people type them, read as `ossr_catalogue.model.quantity` reads them; one table tests both.

import { BYTES_IN, SECONDS_IN, formatCount } from "./amounts.js";
import { ceiling, decimal, times, toNumber } from "./decimal.js";

/**
 * @typedef {import("./amounts.js").Amount} Amount
 * @typedef {import("./decimal.js").Decimal} Decimal
 * @typedef {object} Read
 * @property {Amount} value in the base unit: bytes, seconds, or a count
 * @property {string} unit as it was written, or as it was assumed
 * @property {boolean} assumed whether the text does not say the unit in so many letters
 */

/** What is no amount: the message says what was found, `advice` what to write. */
export class AmountError extends Error {
  /**
   * @param {string} message
   * @param {string} advice
   * @param {"bits" | "unknown-unit" | "wrong-kind" | "not-a-number" | "negative" | "too-large" | "no-unit" | "not-whole"} problem
   */
  constructor(message, advice, problem) {
    super(message);
    this.name = "AmountError";
    this.advice = advice;
    this.problem = problem;
  }
}

const LARGEST = 2n ** 63n;
const LONGEST_TEXT = 100;
const NUMBER_AND_UNIT =
  /^[ \t-\r]*([+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]{1,2})?)[ \t-\r]*([A-Za-z]*)[ \t-\r]*$/;
const DURATION = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;
const SECONDS_IN_FIELD = [604_800n, 86_400n, 3600n, 60n, 1n];
/** What Python's `strip` takes away, which is not quite what `trim` does. */
const ROUND_ABOUT = /^(?:[^\S\ufeff]|[\x1c-\x1f\x85])+|(?:[^\S\ufeff]|[\x1c-\x1f\x85])+$/g;

/**
 * Read an amount of memory or storage; a bare number is in GiB. A fraction of a byte is rounded up.
 * @param {string | number} written
 * @returns {Read}
 * @throws {AmountError}
 */
export function parseBytes(written) {
  const { number, unit } = split(written);
  const { known, assumed } = unitOfBytes(unit);
  return { value: whole(times(number, BYTES_IN[known]), written), unit: known, assumed };
}

/**
 * Read a duration, `PT190H` or `190 h`; whole seconds, rounded up.
 * @param {string | number} written
 * @returns {Read}
 * @throws {AmountError}
 */
export function parseDuration(written) {
  const text = String(written).replace(ROUND_ABOUT, "");
  if (text.startsWith("P")) return { value: isoSeconds(text), unit: "s", assumed: false };
  const { number, unit } = split(written);
  if (!unit) {
    const advice = `write "PT${written}H" or "${written} h" if hours were meant`;
    throw new AmountError(`${quoted(written)} has no unit of time`, advice, "no-unit");
  }
  if (!Object.hasOwn(SECONDS_IN, unit)) throw unknownTimeUnit(unit);
  return { value: whole(times(number, SECONDS_IN[unit]), written), unit, assumed: false };
}

/**
 * Read a number of things: cores, nodes, GPUs.
 * @param {string | number} written
 * @param {{whole?: boolean}} [options] `whole: false` where a fraction makes sense
 * @returns {Read}
 * @throws {AmountError}
 */
export function parseCount(written, options = {}) {
  const { number, unit } = split(written);
  const isWhole = number.digits % 10n ** BigInt(number.places) === 0n;
  if (unit) {
    const advice = `write ${formatCount(isWhole ? ceiling(number) : toNumber(number))}`;
    throw new AmountError(`"${unit}" is no unit of a plain number`, advice, "wrong-kind");
  }
  if (!isWhole && (options.whole ?? true)) {
    throw new AmountError(`${written} is not a whole number`, `write ${ceiling(number)}`, "not-whole");
  }
  return { value: isWhole ? whole(number, written) : toNumber(number), unit: "", assumed: false };
}

/** @param {Decimal} number @param {string | number} written @returns {Amount} rounded up */
function whole(number, written) {
  if (number.digits > LARGEST * 10n ** BigInt(number.places)) {
    throw new AmountError(`${written} is beyond every machine`, "check the unit", "too-large");
  }
  return simple(ceiling(number));
}

/** @param {bigint} value @returns {Amount} a `number` where that is the same */
function simple(value) {
  return BigInt(Number(value)) === value ? Number(value) : value;
}

/** @param {string | number} written @returns {{number: Decimal, unit: string}} */
function split(written) {
  const text = String(written);
  const match = text.length <= LONGEST_TEXT ? NUMBER_AND_UNIT.exec(text) : null;
  if (!match) throw notANumber(written);
  const number = decimal(match[1]);
  if (number.digits < 0n) throw new AmountError(`${written} is negative`, "write a number from 0", "negative");
  return { number, unit: match[2] };
}

/** @param {string} unit @returns {{known: string, assumed: boolean}} */
function unitOfBytes(unit) {
  if (!unit) return { known: "GiB", assumed: false };
  if (Object.hasOwn(BYTES_IN, unit)) return { known: unit, assumed: false };
  if (/^[KMGTP]$/i.test(unit)) return { known: `${unit.toUpperCase()}iB`, assumed: true };
  if (Object.hasOwn(SECONDS_IN, unit)) {
    throw new AmountError(`"${unit}" is a unit of time, not of bytes`, "write e.g. 16 GiB", "wrong-kind");
  }
  if (/^[kKMGTP]i?b(?:it)?s?$/.test(unit)) throw bits(unit);
  throw new AmountError(`"${unit}" is not a unit of bytes`, nearestUnit(unit), "unknown-unit");
}

/** @param {string} unit */
function bits(unit) {
  const prefix = unit[0].toUpperCase();
  const advice = `write "${prefix}iB" (powers of 1024) or "${prefix === "K" ? "k" : prefix}B" (powers of 1000)`;
  return new AmountError(`"${unit}" are bits, not bytes`, advice, "bits");
}

/** @param {string} unit */
function nearestUnit(unit) {
  const near = Object.keys(BYTES_IN).find((known) => known.toLowerCase() === unit.toLowerCase());
  if (near) return `did you mean "${near}"? Upper and lower case matter`;
  return `write one of ${Object.keys(BYTES_IN).join(", ")}`;
}

/** @param {string} unit */
function unknownTimeUnit(unit) {
  if (Object.hasOwn(BYTES_IN, unit)) {
    return new AmountError(`"${unit}" is a unit of bytes, not of time`, "write e.g. PT2H", "wrong-kind");
  }
  const advice = `write one of ${Object.keys(SECONDS_IN).join(", ")}`;
  return new AmountError(`"${unit}" is not a unit of time`, advice, "unknown-unit");
}

/** @param {string} text @returns {Amount} */
function isoSeconds(text) {
  const fields = DURATION.exec(text)?.slice(1) ?? [];
  if (!fields.some(Boolean) || text.endsWith("T")) {
    throw new AmountError(`"${text}" is not an ISO 8601 duration`, "write e.g. PT190H", "not-a-number");
  }
  const seconds = fields.map((number, field) => BigInt((number ?? "0").slice(0, 20)) * SECONDS_IN_FIELD[field]);
  return whole({ digits: seconds.reduce((sum, one) => sum + one), places: 0 }, text);
}

/** @param {string | number} written */
function notANumber(written) {
  return new AmountError(`${quoted(written)} is not an amount`, "write a number and a unit", "not-a-number");
}

/** @param {string | number} written @returns {string} as Python shows it: nothing in it is hidden */
function quoted(written) {
  if (typeof written === "number") return String(written);
  const text = written.replaceAll("\\", "\\\\").replace(/[\p{C}\p{Z}]/gu, escaped);
  return text.includes("'") && !text.includes('"') ? `"${text}"` : `'${text.replaceAll("'", "\\'")}'`;
}

/** @param {string} character that shows nothing @returns {string} */
function escaped(character) {
  const short = { " ": " ", "\n": "\\n", "\r": "\\r", "\t": "\\t" }[character];
  const code = character.codePointAt(0) ?? 0;
  const [letter, digits] = code < 0x100 ? ["x", 2] : code < 0x10000 ? ["u", 4] : ["U", 8];
  return short ?? `\\${letter}${code.toString(16).padStart(Number(digits), "0")}`;
}
