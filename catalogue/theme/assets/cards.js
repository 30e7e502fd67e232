// Hits as cards, cloned from the page's templates. Harvested text only ever becomes text nodes.

/** @typedef {import("./find.js").Hit} Hit */

/**
 * @param {string} id
 * @returns {HTMLElement}
 */
function copyOf(id) {
  const template = /** @type {HTMLTemplateElement} */ (document.getElementById(id));
  return /** @type {HTMLElement} */ (template.content.firstElementChild?.cloneNode(true));
}

/**
 * @param {string} query
 * @returns {RegExp | undefined} finds the words of a query at the beginnings of words
 */
function wordsOf(query) {
  const words = query.split(/\s+/).filter((word) => word.length > 1);
  if (!words.length) return undefined;
  const escaped = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`(?<![\\p{L}\\p{N}])(${escaped.join("|")})`, "giu");
}

/**
 * Fill an element with text in which the words of the query are marked.
 * @param {Element} element
 * @param {string} text
 * @param {RegExp | undefined} words
 */
function fill(element, text, words) {
  const parts = words ? text.split(words) : [text];
  element.replaceChildren(...parts.map((part, index) => (index % 2 ? marked(part) : part)));
}

/** @param {string} text */
function marked(text) {
  const mark = document.createElement("mark");
  mark.textContent = text;
  return mark;
}

/**
 * @param {Hit} hit
 * @param {string} query
 * @param {URL} root
 * @param {(card: {uuid: string, title: string}) => HTMLElement} tickFor makes the box that chooses it for comparing
 * @returns {Promise<HTMLElement>}
 */
export async function cardOf(hit, query, root, tickFor) {
  const { raw_url: path, meta, excerpt } = await hit.data();
  const card = copyOf("card-template");
  const words = wordsOf(query);
  const link = /** @type {HTMLAnchorElement} */ (card.querySelector("a"));
  link.href = new URL(path.replace(/^\/+/, ""), root).href;
  fill(link, meta.title ?? "", words);
  const told = words && !words.test(`${meta.title} ${meta.summary}`) ? `… ${excerpt} …` : meta.summary;
  fill(/** @type {Element} */ (card.querySelector(".card__summary")), told ?? "", words);
  for (const fact of card.querySelectorAll("[data-fact]")) {
    fact.textContent = meta[/** @type {HTMLElement} */ (fact).dataset.fact ?? ""] ?? "";
  }
  dress(card, meta);
  card.querySelector(".card__badges")?.append(tickFor({ uuid: meta.uuid ?? "", title: meta.title ?? "" }));
  return card;
}

/**
 * Give a card its icon and its badges.
 * @param {HTMLElement} card
 * @param {Record<string, string>} meta
 */
function dress(card, meta) {
  card.querySelector(".kind")?.classList.add(`kind--${meta.icon}`);
  const use = card.querySelector("use");
  use?.setAttribute("href", (use.getAttribute("href") ?? "").replace(/#.*/, `#kind-${meta.icon}`));
  const badges = card.querySelector(".card__badges");
  if (meta.status) {
    const badge = document.createElement("span");
    badge.className = "badge badge--status";
    badge.textContent = meta.status;
    badges?.append(badge);
  }
  badges?.append(copyOf(`${meta.origin}-template`));
}

/**
 * @param {Hit} hit
 * @param {URL} root
 * @returns {Promise<HTMLElement>} a line of a list
 */
export async function lineOf(hit, root) {
  const { raw_url: path, meta } = await hit.data();
  const line = document.createElement("li");
  const link = document.createElement("a");
  link.href = new URL(path.replace(/^\/+/, ""), root).href;
  link.textContent = meta.title ?? "";
  line.append(link);
  return line;
}
