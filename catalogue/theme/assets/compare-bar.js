// What is chosen for comparing: boxes on cards and rows, and the bar at the bottom that leads to the comparison.

import { make } from "./dom.js";
import { button, byId } from "./elements.js";
import { MOST_COMPARED, UUID } from "./state.js";

const KEY = "ossr-catalogue.compared";

/** @typedef {{uuid: string, title: string}} Card */

export class CompareBar {
  /**
   * @param {URL} root
   * @param {(uuid: string) => void} onTick
   * @param {() => void} onClear
   */
  constructor(root, onTick, onClear) {
    this.root = root;
    this.onTick = onTick;
    this.onClear = onClear;
    /** @type {string[]} */
    this.compared = [];
    /** @type {Map<string, string>} */
    this.titles = new Map(recall().map(({ uuid, title }) => [uuid, title]));
    this.place = byId("compare-bar");
  }

  /** @returns {string[]} what was ticked before on another page of this visit */
  static remembered() {
    return recall().map(({ uuid }) => uuid);
  }

  /**
   * @param {Card} card
   * @returns {HTMLElement} the box that chooses it
   */
  tickFor({ uuid, title }) {
    this.titles.set(uuid, title);
    const input = make("input", { type: "checkbox", "data-compare": uuid, "aria-label": `Compare ${title}` });
    input.addEventListener("change", () => this.onTick(uuid));
    this.#mark(input);
    return make("label", { class: "tick" }, input, make("span", { "aria-hidden": "true" }, "Compare"));
  }

  /** @param {string[]} compared */
  async update(compared) {
    this.compared = compared;
    for (const input of document.querySelectorAll("input[data-compare]")) this.#mark(/** @type {HTMLInputElement} */ (input));
    this.place.hidden = compared.length === 0;
    await Promise.all(compared.map((uuid) => this.#learn(uuid)));
    if (compared !== this.compared) return;
    remember(compared.map((uuid) => ({ uuid, title: this.titles.get(uuid) ?? "" })));
    this.place.replaceChildren(...(compared.length ? this.#content() : []));
  }

  /** @param {HTMLInputElement} input */
  #mark(input) {
    input.checked = this.compared.includes(input.dataset.compare ?? "");
    input.disabled = !input.checked && this.compared.length >= MOST_COMPARED;
  }

  #content() {
    const items = this.compared.map((uuid) => {
      const title = this.titles.get(uuid) || "Not in the catalogue";
      const remove = button("×", () => this.onTick(uuid), { "aria-label": `Compare ${title} no longer` });
      return make("li", {}, make("span", {}, title), remove);
    });
    const href = new URL(`compare/?with=${this.compared.join(",")}`, this.root).href;
    const enough = this.compared.length > 1;
    const go = enough
      ? make("a", { class: "button button--primary", href }, `Compare ${this.compared.length}`)
      : make("span", { class: "faint" }, "Choose another to compare it with");
    const clear = button("Clear", this.onClear, { class: "button button--small" });
    const full = this.compared.length >= MOST_COMPARED ? [make("span", { class: "faint" }, "Four at most")] : [];
    return [make("ul", { class: "compare-bar__list", "aria-label": "To be compared" }, ...items), ...full, clear, go];
  }

  /** @param {string} uuid of which a link may say nothing more */
  async #learn(uuid) {
    if (this.titles.has(uuid)) return;
    this.titles.set(uuid, "");
    const reply = await fetch(new URL(`executables/${uuid}.json`, this.root)).catch(() => null);
    if (reply?.ok) this.titles.set(uuid, (await reply.json()).entry.title);
  }
}

/** @returns {Card[]} */
function recall() {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY) ?? "[]");
    return kept.filter((/** @type {any} */ one) => UUID.test(one?.uuid) && typeof one.title === "string").slice(0, MOST_COMPARED);
  } catch {
    return [];
  }
}

/** @param {Card[]} cards */
function remember(cards) {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(cards));
  } catch {
    // Where nothing can be kept, the address keeps it.
  }
}
