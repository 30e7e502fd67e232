// The panel beside the results: a group of checkboxes for each facet, made once, then only counted anew.

import { FACETS } from "./state.js";

const SHOWN = 8;

/** @typedef {{input: HTMLInputElement, item: HTMLLIElement, count: HTMLElement}} Row */
/** @typedef {{group: HTMLElement, rows: Map<string, Row>, more: HTMLButtonElement}} Group */

export class FacetPanel {
  /**
   * @param {HTMLElement} place
   * @param {Record<string, Record<string, number>>} totals every value with its number in the catalogue
   * @param {(facet: string, value: string) => void} onToggle
   */
  constructor(place, totals, onToggle) {
    /** @type {Map<string, Group>} */
    this.groups = new Map();
    for (const [facet, label] of Object.entries(FACETS)) {
      // A facet with one value narrows nothing.
      if (Object.keys(totals[facet] ?? {}).length < 2) continue;
      this.groups.set(facet, this.#makeGroup(facet, label, totals[facet], onToggle));
    }
    place.replaceChildren(...[...this.groups.values()].map(({ group }) => group));
  }

  /**
   * @param {Record<string, string[]>} chosen
   * @param {Record<string, Record<string, number>>} counts
   */
  update(chosen, counts) {
    for (const [facet, { rows, more, group }] of this.groups) {
      const isLong = group.dataset.all === "true";
      let possible = 0;
      for (const [value, { input, item, count }] of rows) {
        const number = counts[facet]?.[value] ?? 0;
        input.checked = (chosen[facet] ?? []).includes(value);
        count.textContent = String(number);
        possible += number > 0 || input.checked ? 1 : 0;
        item.hidden = !input.checked && (number === 0 || (possible > SHOWN && !isLong));
      }
      group.hidden = possible === 0;
      more.hidden = possible <= SHOWN;
      more.textContent = isLong ? "Show fewer" : `Show all ${possible}`;
    }
  }

  /**
   * @param {string} facet
   * @param {string} label
   * @param {Record<string, number>} totals
   * @param {(facet: string, value: string) => void} onToggle
   * @returns {Group}
   */
  #makeGroup(facet, label, totals, onToggle) {
    const group = document.createElement("fieldset");
    group.className = "facet";
    const legend = document.createElement("legend");
    legend.textContent = label;
    const list = document.createElement("ul");
    const values = Object.entries(totals).sort(([a, m], [b, n]) => n - m || a.localeCompare(b, "en"));
    /** @type {Map<string, Row>} */
    const rows = new Map(values.map(([value]) => [value, makeRow(value, () => onToggle(facet, value))]));
    list.append(...[...rows.values()].map(({ item }) => item));
    const more = document.createElement("button");
    more.type = "button";
    more.addEventListener("click", () => {
      group.dataset.all = group.dataset.all === "true" ? "false" : "true";
      this.onExpand();
    });
    group.append(legend, list, more);
    return { group, rows, more };
  }

  /** Called when a group shows more or fewer values; whoever holds the counts updates the panel. */
  onExpand() {}
}

/**
 * @param {string} value
 * @param {() => void} onToggle
 * @returns {Row}
 */
function makeRow(value, onToggle) {
  const item = document.createElement("li");
  const label = document.createElement("label");
  const input = document.createElement("input");
  input.type = "checkbox";
  input.addEventListener("change", onToggle);
  const text = document.createElement("span");
  text.className = "facet__value";
  text.textContent = value;
  const count = document.createElement("span");
  count.className = "facet__count";
  label.append(input, text, count);
  item.append(label);
  return { item, input, count };
}
