// What a reader chooses: a profile, and amounts, each with a slider for the usual and a field for any.

import { inWords } from "./amounts.js";
import { declaredNeeds, declaredRange, say } from "./chosen.js";
import { iconOf, make } from "./dom.js";
import { button } from "./elements.js";
import { MEASURES } from "./my-platform.js";
import { nearest, stepsOf, usual } from "./steps.js";

/** @typedef {import("./chosen.js").Chosen} Chosen */
/** @typedef {import("./chosen.js").Range} Range */

/**
 * @typedef {object} Amount
 * @property {string} name also of its icon
 * @property {string} key of `Chosen`
 * @property {string} label
 * @property {(text: string) => number | undefined} parse
 */

const LABELS = { cores: "Cores", memory: "Memory", storage: "Storage", gpus: "GPUs", walltime: "Walltime" };
/** @type {Amount[]} */
const AMOUNTS = MEASURES.filter(({ name }) => name in LABELS).map(({ name, limit, parse }) => ({
  name,
  key: limit,
  label: LABELS[/** @type {keyof typeof LABELS} */ (name)],
  parse,
}));

/** The controls of one executable. They tell *onChange* what is chosen now. */
export class FitControls {
  /** @type {Chosen} */
  chosen = {};

  /**
   * @param {Record<string, any>} entry of index.json
   * @param {URL} root the top of the site
   * @param {(chosen: Chosen) => void} onChange
   */
  constructor(entry, root, onChange) {
    this.entry = entry;
    this.root = root;
    this.onChange = onChange;
    this.rows = make("div", { class: "amounts" });
    this.reset = button("As declared", () => this.#forgetAmounts(), { class: "fit__reset", hidden: true });
    this.element = make("form", { class: "fit__controls", "aria-label": "Try other amounts" });
    this.element.addEventListener("submit", (event) => event.preventDefault());
    this.element.append(...this.#profiles(), this.rows, this.reset);
    this.#drawRows();
  }

  /** @returns {HTMLElement[]} nothing where there is no profile */
  #profiles() {
    const profiles = /** @type {{name: string, title?: string}[]} */ (this.entry.profiles ?? []);
    if (!profiles.length) return [];
    const uses = [{ name: undefined, title: "As a whole" }, ...profiles];
    const options = uses.map(({ name, title }) => {
      const radio = make("input", { type: "radio", name: "profile", checked: name === undefined });
      radio.addEventListener("change", () => this.#use(name));
      return make("label", {}, radio, make("span", {}, title ?? name ?? ""));
    });
    return [make("fieldset", { class: "uses" }, make("legend", {}, "Use"), ...options)];
  }

  /** @param {string | undefined} profile */
  #use(profile) {
    const needs = declaredNeeds(this.entry, profile);
    const kept = AMOUNTS.filter(({ key }) => isWithin(this.#amount(key), declaredRange(needs, key)));
    this.chosen = Object.fromEntries(kept.map(({ key }) => [key, this.#amount(key)]));
    if (profile !== undefined) this.chosen.profile = profile;
    this.#drawRows();
    this.#tell();
  }

  /** @param {string} key @returns {number | undefined} */
  #amount(key) {
    return /** @type {number | undefined} */ (this.chosen[/** @type {keyof Chosen} */ (key)]);
  }

  #forgetAmounts() {
    this.chosen = this.chosen.profile === undefined ? {} : { profile: this.chosen.profile };
    this.#drawRows();
    /** @type {HTMLElement | null} */ (this.element.querySelector("input"))?.focus();
    this.#tell();
  }

  /** @param {string} key @param {number | undefined} amount undefined: as declared */
  #choose(key, amount) {
    const { [/** @type {keyof Chosen} */ (key)]: _, ...others } = this.chosen;
    this.chosen = amount === undefined ? others : { ...others, [key]: amount };
    this.#tell();
  }

  #tell() {
    this.reset.hidden = !AMOUNTS.some(({ key }) => this.#amount(key) !== undefined);
    this.onChange(this.chosen);
  }

  #drawRows() {
    const needs = declaredNeeds(this.entry, this.chosen.profile);
    this.rows.replaceChildren(...AMOUNTS.flatMap((amount) => this.#row(amount, needs)));
  }

  /** @param {Amount} amount @param {import("./chosen.js").Needs} needs @returns {HTMLElement[]} */
  #row(amount, needs) {
    const resources = amount.name === "storage" ? needs.storage : needs.compute;
    if ((resources?.length ?? 0) > 1) return [];
    const declared = declaredRange(needs, amount.key);
    const row = make("div", { class: "amount", "data-amount": amount.name });
    const label = make("span", { class: "amount__label" }, iconOf(amount.name, this.root), amount.label);
    const isAsked = this.#amount(amount.key) !== undefined;
    row.append(label, ...(declared || isAsked ? this.#slider(amount, declared) : [this.#whatIf(amount, row, label)]));
    return [row];
  }

  /** @param {Amount} amount @param {HTMLElement} row @param {HTMLElement} label */
  #whatIf({ name, key, label: noun, parse }, row, label) {
    return button(
      "Not declared. What if …?",
      () => {
        this.#choose(key, usual(key));
        row.replaceChildren(label, ...this.#slider({ name, key, label: noun, parse }, undefined));
        row.querySelector("input")?.focus();
      },
      { class: "amount__what-if", "aria-label": `${noun}: not declared. What if it were?` },
    );
  }

  /** @param {Amount} amount @param {Range | undefined} declared @returns {HTMLElement[]} */
  #slider(amount, declared) {
    const { key, label } = amount;
    const steps = stepsOf(key, declared);
    const words = rangeInWords(key, declared);
    if (steps.length === 1) return [make("span", { class: "amount__fixed" }, words)];
    const last = String(steps.length - 1);
    const slider = /** @type {HTMLInputElement} */ (make("input", { type: "range", min: "0", max: last, step: "1" }));
    slider.setAttribute("aria-label", label);
    const field = /** @type {HTMLInputElement} */ (make("input", { type: "text", class: "amount__field" }));
    field.setAttribute("aria-label", `${label}, exactly`);
    field.placeholder = words;
    field.autocomplete = "off";
    const show = () => this.#show(amount, steps, slider, field);
    slider.addEventListener("input", () => {
      this.#choose(key, steps[Number(slider.value)]);
      show();
    });
    field.addEventListener("change", () => {
      if (this.#typed(amount, declared, field)) show();
    });
    show();
    return [slider, field, make("p", { class: "amount__error", id: `error-${amount.name}`, role: "alert" })];
  }

  /** @param {Amount} amount @param {number[]} steps @param {HTMLInputElement} slider @param {HTMLInputElement} field */
  #show({ key }, steps, slider, field) {
    const chosen = this.#amount(key);
    slider.value = String(nearest(steps, chosen ?? steps[0]));
    slider.classList.toggle("is-chosen", chosen !== undefined);
    field.value = chosen === undefined ? "" : say(key, chosen);
    slider.setAttribute("aria-valuetext", field.value || `${field.placeholder}, as declared`);
  }

  /**
   * @param {Amount} amount
   * @param {Range | undefined} declared
   * @param {HTMLInputElement} field
   * @returns {boolean} whether what was typed is taken
   */
  #typed({ name, key, parse }, declared, field) {
    const text = field.value.replace(/\s*(cores?|GPUs?)\s*$/i, "").trim();
    const amount = parse(text);
    const wrong = text && complaint(key, amount, declared);
    field.setAttribute("aria-invalid", String(Boolean(wrong)));
    const error = this.element.querySelector(`#error-${name}`);
    if (error) error.textContent = wrong;
    if (wrong) field.setAttribute("aria-describedby", `error-${name}`);
    else field.removeAttribute("aria-describedby");
    if (!wrong) this.#choose(key, text ? amount : undefined);
    return !wrong;
  }
}

const EXAMPLES = { memory_bytes: "16 GiB", storage_bytes: "100 GB", walltime_seconds: "2 h" };

/** @param {string} key @param {number | undefined} amount @param {Range | undefined} declared @returns {string} */
function complaint(key, amount, declared) {
  if (amount === undefined) return `Write ${EXAMPLES[/** @type {keyof typeof EXAMPLES} */ (key)] ?? "a number"}.`;
  if (isWithin(amount, declared)) return "";
  return `Declared is: ${rangeInWords(key, declared)}.`;
}

/** @param {string} key @param {Range | undefined} declared @returns {string} */
function rangeInWords(key, declared) {
  return inWords(declared, (amount) => say(key, Number(amount)).replace(/ (cores?|GPUs?)$/, ""));
}

/** @param {number | undefined} amount @param {Range} [declared] */
function isWithin(amount, { min = 0, max = Infinity } = {}) {
  return amount !== undefined && amount >= min && amount <= max;
}
