// Elements of the listing's pages, and what is found in them.

import { make } from "./dom.js";

/**
 * @param {string | Node} content
 * @param {() => void} onClick
 * @param {Record<string, string | boolean>} [attributes]
 * @returns {HTMLButtonElement}
 */
export function button(content, onClick, attributes = {}) {
  const element = make("button", { type: "button", ...attributes }, content);
  element.addEventListener("click", onClick);
  return element;
}

/**
 * @param {string} id
 * @returns {HTMLElement}
 */
export function byId(id) {
  const element = document.getElementById(id);
  if (!element) throw new Error(`the page has no #${id}`);
  return element;
}

/**
 * @param {string | undefined} address
 * @returns {string} empty unless it leads to the web
 */
export function webAddress(address) {
  const url = URL.canParse(address ?? "") ? new URL(address ?? "") : null;
  return url && ["http:", "https:"].includes(url.protocol) ? url.href : "";
}
