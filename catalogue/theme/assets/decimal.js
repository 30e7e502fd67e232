// Numbers without loss, as they are written on paper.

/**
 * `digits` shifted by `places` behind the point.
 * @typedef {{digits: bigint, places: number}} Decimal
 */

/**
 * @param {string} text `-1.5e3`
 * @returns {Decimal}
 */
export function decimal(text) {
  const [mantissa, exponent = "0"] = text.toLowerCase().split("e");
  const [before, after = ""] = mantissa.replace(/^\+/, "").split(".");
  const places = after.length - Number(exponent);
  const digits = BigInt(before.replace("-", "") + after) * (before.startsWith("-") ? -1n : 1n);
  return places < 0 ? { digits: digits * 10n ** BigInt(-places), places: 0 } : { digits, places };
}

/** @param {Decimal} number @returns {number} the nearest */
export function toNumber({ digits, places }) {
  return Number(`${digits}e-${places}`);
}

/** @param {Decimal} number @param {number} factor @returns {Decimal} */
export function times({ digits, places }, factor) {
  return { digits: digits * BigInt(factor), places };
}

/** @param {Decimal} number @returns {bigint} */
export function ceiling({ digits, places }) {
  const one = 10n ** BigInt(places);
  return digits / one + (digits % one > 0n ? 1n : 0n);
}

/**
 * Add up as it is done on paper: 0.1 and 0.2 are 0.3, not the float beside it.
 * @param {(number | bigint)[]} amounts
 * @returns {number | bigint}
 */
export function add(amounts) {
  const numbers = amounts.map((amount) => decimal(String(amount)));
  const places = Math.max(0, ...numbers.map((number) => number.places));
  const digits = numbers.reduce((sum, one) => sum + one.digits * 10n ** BigInt(places - one.places), 0n);
  const total = { digits, places };
  return digits % 10n ** BigInt(places) === 0n ? digits / 10n ** BigInt(places) : toNumber(total);
}
