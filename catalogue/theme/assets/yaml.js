// JSON values as YAML: block style, every text in double quotes, so that none is taken for a number or a date.

const PLAIN_KEY = /^[a-z][a-z0-9_-]*$/i;
const WORDS_OF_YAML = /^(y|n|yes|no|on|off|true|false|null)$/i;

/**
 * @param {unknown} value
 * @returns {string} ends with a line break
 */
export function toYaml(value) {
  return `${lines(value).join("\n")}\n`;
}

/**
 * @param {unknown} value
 * @returns {string[]}
 */
function lines(value) {
  if (Array.isArray(value) && value.length) return value.flatMap((one) => beside("- ", lines(one)));
  if (isMapping(value)) return Object.entries(value).flatMap(([key, one]) => pair(nameOf(key), one));
  return [quoted(value)];
}

/** @param {unknown} value @returns {value is Record<string, unknown>} */
const isMapping = (value) =>
  value !== null && typeof value === "object" && !Array.isArray(value) && Object.keys(value).length > 0;

/** @param {string} key */
const nameOf = (key) => (PLAIN_KEY.test(key) && !WORDS_OF_YAML.test(key) ? key : quoted(key));

/** @param {string} key @param {unknown} value */
function pair(key, value) {
  const inner = lines(value);
  const nested = isMapping(value) || (Array.isArray(value) && value.length > 0);
  return nested ? [`${key}:`, ...inner.map((line) => `  ${line}`)] : [`${key}: ${inner[0]}`];
}

/** @param {string} mark @param {string[]} inner */
const beside = (mark, inner) => inner.map((line, index) => (index ? "  " : mark) + line);

/** A text of JSON is one of YAML but for what YAML calls not printable. @param {unknown} value */
const quoted = (value) =>
  JSON.stringify(value).replace(
    /[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
