// The page on which readers say what they have: filled from this browser or from a link, kept when they say so.

import { make } from "./dom.js";
import { byId } from "./elements.js";
import { MEASURES, TITLE, forget, fromAddress, platformOf, read, toAddress, write } from "./my-platform.js";

/** @typedef {import("./my-platform.js").Platform} Platform */
/** @typedef {import("./my-platform.js").Limits} Limits */

const form = /** @type {HTMLFormElement} */ (byId("platform-form"));
const said = byId("platform-said");

/** @param {string} name */
const field = (name) => /** @type {HTMLInputElement} */ (form.elements.namedItem(name));

/** @param {string} name */
const boxes = (name) => /** @type {HTMLInputElement[]} */ ([...form.querySelectorAll(`input[name="${name}"]`)]);

/** @param {string} name */
const checked = (name) => boxes(name).flatMap((box) => (box.checked ? [box.value] : []));

/** @param {Platform} platform */
function fill({ title, limits, types, architectures }) {
  field("title").value = title === TITLE ? "" : title;
  for (const { name, limit, write: inWords } of MEASURES) {
    const amount = limits[/** @type {keyof Limits} */ (limit)];
    field(name).value = amount === undefined ? "" : inWords(amount);
  }
  for (const box of boxes("type")) box.checked = types.includes(box.value);
  for (const box of boxes("architecture")) box.checked = architectures.includes(box.value);
}

/** @returns {Platform | null} what the form says; null where a field says nothing that can be read */
function platformOfForm() {
  const wrong = MEASURES.filter(({ name, parse }) => !check(name, parse));
  if (wrong.length) {
    field(wrong[0].name).focus();
    return null;
  }
  const amounts = MEASURES.map(({ name, limit, parse }) => [limit, parse(field(name).value)]);
  const limits = Object.fromEntries(amounts.filter(([, amount]) => amount !== undefined));
  const [types, architectures] = [checked("type"), checked("architecture")];
  return platformOf({ title: field("title").value, limits, types, architectures });
}

/**
 * @param {string} name
 * @param {(text: string) => number | undefined} parse
 * @returns {boolean} whether the field is empty or can be read
 */
function check(name, parse) {
  const input = field(name);
  const isWrong = input.value.trim() !== "" && parse(input.value) === undefined;
  input.setAttribute("aria-invalid", String(isWrong));
  const hint = byId(`hint-${name}`);
  hint.textContent = isWrong ? `This cannot be read. ${hint.dataset.hint}` : hint.dataset.hint ?? "";
  return !isWrong;
}

function keep() {
  const platform = platformOfForm();
  if (!platform) return tell("Nothing is kept yet: something above cannot be read.");
  if (!write(platform)) return tell("This browser keeps nothing. A link keeps it, too: copy it and bookmark it.");
  history.replaceState(null, "", location.pathname);
  show(platform);
  tell("Kept in this browser. ", ...wayBack());
}

/** @returns {Node[]} to the page of this site that the reader came from */
function wayBack() {
  const isOurs = URL.canParse(document.referrer) && new URL(document.referrer).origin === location.origin;
  const [href, words] = isOurs ? [document.referrer, "Back to where you were"] : ["../catalogue/", "See what runs on it"];
  return [make("a", { href }, words)];
}

async function share() {
  const platform = platformOfForm();
  if (!platform) return tell("There is no link yet: something above cannot be read.");
  const link = new URL(toAddress(platform), location.href).href;
  try {
    await navigator.clipboard.writeText(link);
    tell("Copied. Whoever opens the link is shown this platform.");
  } catch {
    tell("Here is the link: ", make("a", { href: link }, link));
  }
}

function forgetIt() {
  forget();
  show(null);
  field("title").focus();
  tell("Forgotten.");
}

/** @param {...(Node | string)} words */
function tell(...words) {
  said.replaceChildren(...words);
}

/** @param {Platform | null} kept what this browser keeps */
function show(kept) {
  byId("forget").hidden = kept === null;
  byId("brought").hidden = true;
  fill(kept ?? platformOf({}));
}

function proposeCores() {
  const cores = navigator.hardwareConcurrency;
  if (!cores) return;
  const proposal = byId("measure");
  const press = proposal.querySelector("button");
  if (!press) return;
  press.textContent = `This computer says it has ${cores} cores: fill that in`;
  press.addEventListener("click", () => {
    field("cores").value = String(cores);
    field("cores").focus();
  });
  proposal.hidden = false;
}

function begin() {
  show(read());
  const brought = fromAddress(location);
  if (brought) fill(brought);
  byId("brought").hidden = brought === null;
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  keep();
});
byId("share").addEventListener("click", share);
byId("forget").addEventListener("click", forgetIt);
for (const { name, parse } of MEASURES) field(name).addEventListener("change", () => check(name, parse));
addEventListener("hashchange", begin);
proposeCores();
begin();
form.hidden = false;
