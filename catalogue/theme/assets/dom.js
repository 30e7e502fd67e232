// Elements made of values; text only ever becomes text nodes.

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string | number | boolean | undefined>} [attributes] true: present and empty; false and undefined: absent
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children);
  return element;
}

/**
 * @param {string} name of a symbol in `icons.svg`
 * @param {string | URL} root the top of the site
 * @returns {SVGElement}
 */
export function iconOf(name, root) {
  const icon = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  icon.setAttribute("class", "icon");
  icon.setAttribute("aria-hidden", "true");
  icon.setAttribute("focusable", "false");
  const use = document.createElementNS(icon.namespaceURI, "use");
  use.setAttribute("href", `${root}assets/icons.svg#${name}`);
  icon.append(use);
  return /** @type {SVGElement} */ (icon);
}
