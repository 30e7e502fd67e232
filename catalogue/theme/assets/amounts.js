// Amounts of memory, time and things, said as `ossr_catalogue.model.quantity` says them; one table tests both.

import TABLE from "./matching-table.js"; // made by the build: what Python knows

/**
 * Bytes and seconds are whole. A `bigint` stands for what a `number` cannot say exactly, beyond 2^53.
 * @typedef {number | bigint} Amount
 * @typedef {{min?: Amount, max?: Amount, unbounded?: true}} Range as in index.json; absent: not declared
 */

/** @type {Record<string, number>} */
export const BYTES_IN = TABLE.units.bytes;
/** @type {Record<string, number>} */
export const SECONDS_IN = TABLE.units.seconds;
const DECIMAL_UNITS = Object.keys(BYTES_IN).filter((unit) => !unit.includes("i")).reverse();

/**
 * Say an amount in the unit that makes the shortest exact text, else rounded to three digits.
 * @param {Amount} bytes
 * @returns {string} `16 GiB`, `344 GB`, `1500 B`
 */
export function formatBytes(bytes) {
  const size = integer(bytes);
  const exact = Object.entries(BYTES_IN)
    .filter(([, factor]) => size % BigInt(factor) === 0n)
    .map(([unit, factor]) => `${size / BigInt(factor)} ${unit}`)
    .reduce((shortest, text) => (text.length < shortest.length ? text : shortest));
  if (exact.length <= "1023 GiB".length) return exact;
  const unit = decimalUnit(size * 10_000n, 9995n);
  return `${threeDigits(size, unit)} ${unit}`;
}

/**
 * Say two different amounts so that they read differently: not 240 GB and 240 GB, but 240.0 GB and 239.9 GB.
 * @param {Amount} one
 * @param {Amount} other
 * @returns {[string, string]}
 */
export function formatBytesApart(one, other) {
  /** @type {[string, string]} */
  const texts = [formatBytes(one), formatBytes(other)];
  if (texts[0] !== texts[1] || integer(one) === integer(other)) return texts;
  const unit = decimalUnit(integer(other), 1n);
  let digits = 1;
  while (inUnit(integer(one), unit, digits) === inUnit(integer(other), unit, digits)) digits += 1;
  return [`${inUnit(integer(one), unit, digits)} ${unit}`, `${inUnit(integer(other), unit, digits)} ${unit}`];
}

/**
 * Say a duration in its largest whole unit, days only from ten on.
 * @param {Amount} seconds
 * @returns {string} `190 h`, `30 min`, `90 s`
 */
export function formatDuration(seconds) {
  const total = integer(seconds);
  const units = Object.entries(SECONDS_IN).map(([unit, size]) => ({ unit, factor: BigInt(size) }));
  let best = units.findLast(({ factor }) => total % factor === 0n && (factor <= total || factor === 1n));
  if (best?.unit === "d" && total < 10n * best.factor) best = units.find(({ unit }) => unit === "h");
  return best ? `${total / best.factor} ${best.unit}` : `${total} s`;
}

/**
 * Say a number of things exactly, with what they are if that is given: `4`, `0.5`, `1 core`, `4 cores`.
 * @param {Amount} count
 * @param {string} [thing] one of them
 * @returns {string}
 */
export function formatCount(count, thing) {
  const text = typeof count === "bigint" || Number.isInteger(count) ? String(BigInt(count)) : fraction(count);
  return thing ? `${text} ${thing}${count == 1 ? "" : "s"}` : text;
}

/**
 * Say a need: `1 to 4`, `16 GiB`, `at least 6 GiB`, `20 GiB or more`, or that it is not declared.
 * @param {Range | undefined} need
 * @param {(amount: Amount) => string} say
 * @returns {string}
 */
export function inWords(need, say) {
  const least = need?.min === undefined ? "" : say(need.min);
  if (need?.unbounded) return least ? `${least} or more` : "as much as there is";
  const most = need?.max === undefined ? "" : say(need.max);
  if (least && most) return least === most ? least : `${least} to ${most}`;
  if (least) return `at least ${least}`;
  return most ? `up to ${most}` : "not declared";
}

/**
 * Read JSON in which no integer loses a digit: beyond 2^53 it becomes a `bigint`, where the browser can tell.
 * @param {string} text
 * @returns {any}
 */
export function parseJson(text) {
  // TypeScript does not know the third parameter yet, which browsers have since 2023 to 2025.
  return JSON.parse(text, /** @type {(key: string, value: unknown) => unknown} */ (exactly));
}

/**
 * @param {string} _key
 * @param {unknown} value
 * @param {{source?: string}} [context] how a number is written
 * @returns {unknown}
 */
function exactly(_key, value, { source = "" } = {}) {
  const isRounded = typeof value === "number" && Number.isInteger(value) && !Number.isSafeInteger(value);
  return isRounded && /^-?\d+$/.test(source) ? BigInt(source) : value;
}

/** @param {Amount} amount @returns {bigint} */
function integer(amount) {
  return typeof amount === "bigint" ? amount : BigInt(Math.round(amount));
}

/** @param {bigint} size @param {bigint} share @returns {string} the largest unit of which *size* has this share */
function decimalUnit(size, share) {
  return DECIMAL_UNITS.find((unit) => size >= share * BigInt(BYTES_IN[unit])) ?? "B";
}

/** @param {bigint} size @param {string} unit @param {number} digits @returns {string} rounded half up */
function inUnit(size, unit, digits) {
  const factor = BigInt(BYTES_IN[unit]);
  const shift = 10n ** BigInt(digits);
  const shifted = (2n * size * shift + factor) / (2n * factor);
  return digits ? `${shifted / shift}.${String(shifted % shift).padStart(digits, "0")}` : String(shifted);
}

/** @param {bigint} size @param {string} unit @returns {string} without zeros at the end */
function threeDigits(size, unit) {
  const texts = [2, 1, 0].map((digits) => inUnit(size, unit, digits));
  const text = texts.find((one) => one.length <= "9.99".length) ?? texts[2];
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}

/** @param {number} count @returns {string} as Python writes a float that is not whole */
function fraction(count) {
  if (count >= 1e-4) return String(count);
  const [mantissa, exponent] = count.toExponential().split("e-");
  return `${mantissa}e-${exponent.padStart(2, "0")}`;
}
