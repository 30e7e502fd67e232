// What is compared: the published document of each uuid, or what became of it.

import { parseJson } from "./amounts.js";
import * as mine from "./my-platform.js";
import { loadPlatforms } from "./platforms.js";

/** @typedef {import("./platforms.js").Platform} Platform */
/** @typedef {Record<string, any>} Plain */
/**
 * @typedef {object} Column
 * @property {string} uuid
 * @property {Plain} [document] absent where the catalogue has none
 * @property {Plain} [gone] what is remembered of it, where it was in the catalogue once
 */

/**
 * @param {URL} root
 * @param {string[]} uuids
 * @returns {Promise<{columns: Column[], platforms: Platform[]}>} platforms: the reader's own first, if it was entered
 */
export async function columnsOf(root, uuids) {
  const [platforms, ...columns] = await Promise.all([loadPlatforms(root), ...uuids.map((uuid) => columnOf(root, uuid))]);
  const own = /** @type {Platform | null} */ (mine.read());
  return { columns, platforms: own ? [own, ...platforms] : platforms };
}

/** @param {URL} root @param {string} uuid @returns {Promise<Column>} */
async function columnOf(root, uuid) {
  const reply = await fetch(new URL(`executables/${uuid}.json`, root));
  if (reply.ok) return { uuid, document: parseJson(await reply.text()) };
  if (reply.status !== 404) throw new Error(`${uuid}: the catalogue answered ${reply.status}`);
  const gone = await fetch(new URL("gone.json", root));
  const all = gone.ok ? (await gone.json()).gone : [];
  return { uuid, gone: all.find((/** @type {Plain} */ one) => one.uuid === uuid) };
}
