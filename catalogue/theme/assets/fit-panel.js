// "Fits into": what the reader has, by sliders or typed, or a platform; and what becomes of needs that are not declared.

import { make } from "./dom.js";
import { button } from "./elements.js";
import { effective, withLimit } from "./fit-state.js";
import * as mine from "./my-platform.js";
import { nearest, stepsOf } from "./steps.js";

/** @typedef {import("./fit-state.js").Fit} Fit */
/** @typedef {import("./matching.js").Fit} Class */
/** @typedef {(typeof mine.MEASURES)[number]} Measure */
/** @typedef {{slider: HTMLInputElement, text: HTMLInputElement, steps: number[], trouble: HTMLElement, half: boolean}} Row
 *  half: half typed, so that nobody may write there but the reader */

const SHOWN = ["cores", "memory", "storage", "gpus", "walltime"];
const LABELS = /** @type {Record<string, string>} */ ({ gpus: "GPUs" });
const EXAMPLES = /** @type {Record<string, string>} */ ({ memory: "16 GiB", storage: "100 GB", walltime: "12 h" });
const CHOICES = /** @type {const} */ ({ exclude: "leave out", include: "as well", only: "only these" });

export class FitPanel {
  /**
   * @param {HTMLElement} place
   * @param {Iterable<Node>} platforms an option for each
   * @param {URL} root the top of the site
   * @param {(fit: Fit, how: {dragging: boolean}) => void} onChange
   */
  constructor(place, platforms, root, onChange) {
    this.onChange = onChange;
    /** @type {Fit} */
    this.fit = { platform: "", limits: {}, less: false, undeclared: "" };
    /** @type {Map<string, Row>} */
    this.rows = new Map();
    this.said = make("p", { class: "fit__said", role: "status" });
    this.mine = button("My platform", () => this.#toggleMine(), { class: "button button--small", "aria-pressed": "false" });
    this.keep = button("Keep these as my platform", () => this.#keep(), { class: "facet__more" });
    this.keep.hidden = true;
    this.where = this.#select(platforms);
    this.less = this.#lessBox();
    this.choice = this.#undeclaredChoice();
    const rows = mine.MEASURES.filter(({ name }) => SHOWN.includes(name)).map((measure) => this.#row(measure));
    const describe = make("a", { href: new URL("my-platform/", root).href, class: "fit__describe", "aria-label": "Describe my platform" }, "Describe it");
    const where = make("div", { class: "fit__where" }, this.mine, describe, this.where);
    const legend = make("legend", {}, "Fits into");
    place.replaceChildren(
      make("fieldset", { class: "facet fit" }, legend, where, this.said, ...rows, this.keep, this.less.label, this.choice.element),
    );
  }

  /**
   * @param {Fit} fit
   * @param {Record<Class, number>} counts of each class among what is found otherwise
   * @param {string} said about the platform; empty where all is well
   * @param {Record<string, any>} [limits] of the platform
   */
  update(fit, counts, said, limits) {
    this.fit = fit;
    for (const measure of mine.MEASURES) this.#showRow(measure, limits);
    this.where.value = fit.platform;
    this.mine.setAttribute("aria-pressed", String(fit.platform === mine.ID));
    this.said.textContent = said;
    this.keep.hidden = Object.keys(fit.limits).length === 0;
    this.less.input.checked = fit.less;
    this.less.count.textContent = String(counts["fits-less"]);
    this.choice.count.textContent = String(counts.unknown);
    for (const input of this.choice.inputs) input.checked = input.value === effective(fit);
  }

  /** @param {Iterable<Node>} platforms */
  #select(platforms) {
    const select = make("select", { "aria-label": "Where it shall run" });
    select.append(make("option", { value: "" }, "or a platform …"), make("option", { value: mine.ID }, mine.TITLE), ...platforms);
    select.addEventListener("change", () => this.#change({ platform: select.value }));
    return select;
  }

  /** @param {Measure} measure */
  #row({ name, limit, parse }) {
    const steps = stepsOf(limit);
    const label = LABELS[name] ?? name[0].toUpperCase() + name.slice(1);
    const trouble = make("span", { class: "fit__trouble", id: `fit-${name}-trouble`, role: "alert" });
    const slider = make("input", { type: "range", min: "0", max: String(steps.length), "aria-label": `${label} that I have` });
    const text = make("input", {
      type: "text", id: `fit-${name}`, placeholder: "any", autocomplete: "off", spellcheck: "false",
      "aria-describedby": trouble.id,
    });
    const row = { slider, text, steps, trouble, half: false };
    slider.addEventListener("input", () => {
      const amount = steps[Number(slider.value)];
      this.#change({ limits: withLimit(this.fit, limit, amount).limits }, { dragging: true });
    });
    text.addEventListener("input", () => {
      row.half = true;
    });
    text.addEventListener("change", () => {
      row.half = false;
      const amount = parse(text.value);
      const isWrong = text.value.trim() !== "" && amount === undefined;
      this.#complain(text, trouble, isWrong ? `write an amount, like ${EXAMPLES[name] ?? "4"}` : "");
      if (!isWrong) this.#change({ limits: withLimit(this.fit, limit, amount).limits });
    });
    this.rows.set(name, row);
    return make("div", { class: "fit__row" }, make("label", { for: text.id }, label), text, slider, trouble);
  }

  /** @param {Measure} measure @param {Record<string, any>} [limits] of the platform */
  #showRow({ name, limit, write }, limits) {
    const row = this.rows.get(name);
    if (!row) return;
    const { slider, text, steps, trouble } = row;
    const amount = this.fit.limits[limit];
    const said = amount === undefined ? "" : write(amount);
    const at = amount === undefined ? steps.length : nearest(steps, amount);
    // Under the reader's finger the slider stays where it is.
    if (document.activeElement !== slider || steps[Number(slider.value)] !== amount) slider.value = String(at);
    slider.setAttribute("aria-valuetext", said || "any");
    text.placeholder = limits ? (limits[limit] === undefined ? "not known" : write(limits[limit])) : "any";
    if (!row.half && text.getAttribute("aria-invalid") !== "true") text.value = said;
  }

  /** @param {HTMLInputElement} text @param {HTMLElement} place @param {string} trouble */
  #complain(text, place, trouble) {
    text.setAttribute("aria-invalid", String(trouble !== ""));
    place.textContent = trouble;
  }

  #lessBox() {
    const input = make("input", { type: "checkbox" });
    input.addEventListener("change", () => this.#change({ less: input.checked }));
    const count = make("span", { class: "facet__count" });
    const words = make("span", { class: "facet__value" }, "also with less than it could use");
    return { input, count, label: make("label", {}, input, words, count) };
  }

  #undeclaredChoice() {
    const count = make("span", { class: "facet__count" });
    const inputs = Object.keys(CHOICES).map((value) => make("input", { type: "radio", name: "undeclared", value }));
    const labels = inputs.map((input) => {
      const words = CHOICES[/** @type {keyof typeof CHOICES} */ (input.value)];
      input.addEventListener("change", () => this.#change({ undeclared: /** @type {Fit["undeclared"]} */ (input.value) }));
      return make("label", {}, input, make("span", { class: "facet__value" }, words));
    });
    const head = make("span", { class: "fit__undeclared", id: "fit-undeclared" }, "Not declared ", count);
    return { inputs, count, element: make("div", { role: "radiogroup", "aria-labelledby": head.id }, head, make("div", { class: "fit__choice" }, ...labels)) };
  }

  #toggleMine() {
    if (!mine.read()) {
      this.said.textContent = "Describe your platform first, or say below what you have and keep it.";
      this.rows.get("memory")?.text.focus();
      return;
    }
    this.#change({ platform: this.fit.platform === mine.ID ? "" : mine.ID });
  }

  #keep() {
    const isKept = mine.write(mine.platformOf({ ...mine.read(), limits: { ...mine.read()?.limits, ...this.fit.limits } }));
    if (isKept) this.#change({ platform: mine.ID, limits: {} });
    else this.said.textContent = "This browser keeps nothing.";
  }

  /** @param {Partial<Fit>} part @param {{dragging: boolean}} [how] */
  #change(part, how = { dragging: false }) {
    this.fit = { ...this.fit, ...part };
    this.onChange(this.fit, how);
  }
}
