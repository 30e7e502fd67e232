// The panel beside the results: a group of checkboxes for each facet. Rows are made when they are first shown and never
// moved, so that what has the focus keeps it.

import { make } from "./dom.js";
import { button } from "./elements.js";
import { FACETS } from "./state.js";

const SHOWN = 8;
const SHOWN_AT_MOST = 100;

/** @typedef {{input: HTMLInputElement, item: HTMLElement, count: HTMLElement}} Row */
/** @typedef {Record<string, Record<string, number>>} Counts by facet and value */

export class FacetPanel {
  /**
   * @param {HTMLElement} place
   * @param {Counts} totals every value with its number in the catalogue
   * @param {(facet: string, value: string) => void} onToggle
   */
  constructor(place, totals, onToggle) {
    /** @type {Map<string, Group>} */
    this.groups = new Map();
    for (const [facet, label] of Object.entries(FACETS)) {
      // A facet with one value narrows nothing.
      if (Object.keys(totals[facet] ?? {}).length < 2) continue;
      this.groups.set(facet, new Group(facet, label, totals[facet], (value) => onToggle(facet, value)));
    }
    place.replaceChildren(...[...this.groups.values()].map(({ element }) => element));
  }

  /**
   * @param {Record<string, string[]>} chosen
   * @param {Counts} counts
   */
  update(chosen, counts) {
    for (const [facet, group] of this.groups) group.update(chosen[facet] ?? [], counts[facet] ?? {});
  }
}

class Group {
  /**
   * @param {string} facet
   * @param {string} label
   * @param {Record<string, number>} totals
   * @param {(value: string) => void} onToggle
   */
  constructor(facet, label, totals, onToggle) {
    this.values = Object.keys(totals).sort((a, b) => totals[b] - totals[a] || a.localeCompare(b, "en"));
    this.onToggle = onToggle;
    this.isLong = false;
    /** @type {string[]} */
    this.chosen = [];
    /** @type {Record<string, number>} */
    this.counts = {};
    /** @type {Map<string, Row>} */
    this.rows = new Map();
    this.list = make("ul");
    this.find = finder(label);
    this.find.hidden = this.values.length <= SHOWN;
    this.find.addEventListener("input", () => this.show());
    this.more = button("", () => this.#expand(), { class: "facet__more" });
    this.element = make("fieldset", { class: "facet", "data-facet": facet }, make("legend", {}, label), this.find, this.list, this.more);
  }

  /**
   * @param {string[]} chosen
   * @param {Record<string, number>} counts
   */
  update(chosen, counts) {
    this.chosen = chosen;
    this.counts = counts;
    this.show();
  }

  /** Put the rows in their place: chosen ones always, others as far as they would find something. */
  show() {
    const wanted = this.find.value.trim().toLowerCase();
    const possible = this.values.filter((value) => this.counts[value] > 0 || this.chosen.includes(value));
    const found = possible.filter((value) => value.toLowerCase().includes(wanted));
    const room = this.isLong || wanted ? SHOWN_AT_MOST : SHOWN;
    const shown = found.filter((value, index) => index < room || this.chosen.includes(value));
    this.#arrange(shown);
    this.element.hidden = possible.length === 0;
    this.more.hidden = possible.length <= SHOWN || wanted !== "";
    this.more.textContent = this.isLong ? "Show fewer" : `Show ${Math.min(possible.length, SHOWN_AT_MOST)}`;
    this.list.dataset.none = found.length ? "" : "Nothing of this name";
  }

  /** @param {string[]} shown in the order of `values`, which never changes */
  #arrange(shown) {
    const keep = new Set(shown);
    for (const [value, { item }] of this.rows) if (!keep.has(value)) item.remove();
    let next = this.list.firstElementChild;
    for (const value of shown) {
      const row = this.#row(value);
      if (row.item === next) next = next.nextElementSibling;
      else this.list.insertBefore(row.item, next);
      row.input.checked = this.chosen.includes(value);
      row.count.textContent = String(this.counts[value] ?? 0);
    }
  }

  /** @param {string} value @returns {Row} */
  #row(value) {
    const row = this.rows.get(value) ?? makeRow(value, () => this.onToggle(value));
    this.rows.set(value, row);
    return row;
  }

  #expand() {
    this.isLong = !this.isLong;
    this.show();
  }
}

/** @param {string} label @returns {HTMLInputElement} */
function finder(label) {
  const settings = { type: "search", class: "facet__find", placeholder: "Find …", autocomplete: "off", spellcheck: "false" };
  return make("input", { ...settings, "aria-label": `Find in ${label}` });
}

/**
 * @param {string} value
 * @param {() => void} onToggle
 * @returns {Row}
 */
function makeRow(value, onToggle) {
  const input = make("input", { type: "checkbox" });
  input.addEventListener("change", onToggle);
  const count = make("span", { class: "facet__count" });
  const item = make("li", {}, make("label", {}, input, make("span", { class: "facet__value" }, value), count));
  return { item, input, count };
}
