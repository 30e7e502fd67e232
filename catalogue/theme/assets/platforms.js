// Platforms by their names: those that are published, and the reader's own.

import * as mine from "./my-platform.js";

/** @typedef {import("./matching.js").Platform & {id: string, title: string}} Platform */

/** @type {Promise<Platform[]> | undefined} */
let loading;

/**
 * @param {URL} root
 * @returns {Promise<Platform[]>} those that are published
 */
export function loadPlatforms(root) {
  loading ??= fetchPlatforms(root);
  loading.catch(() => (loading = undefined));
  return loading;
}

/** @param {URL} root @returns {Promise<Platform[]>} */
async function fetchPlatforms(root) {
  const reply = await fetch(new URL("platforms.json", root));
  if (!reply.ok) throw new Error(`platforms.json: ${reply.status}`);
  return (await reply.json()).platforms;
}

/**
 * @param {URL} root
 * @param {string} id
 * @returns {Promise<Platform | null>} null where it is not known, or the reader's own was never entered
 */
export async function platformNamed(root, id) {
  if (!id) return null;
  if (id === mine.ID) return /** @type {Platform | null} */ (mine.read());
  return (await loadPlatforms(root)).find((one) => one.id === id) ?? null;
}
