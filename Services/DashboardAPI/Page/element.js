// Making and changing elements. Whatever comes from the server enters the page here, and only as text.

const svgNamespace = "http://www.w3.org/2000/svg";

/** Makes an HTML element. `text` becomes its text, `on…` its listeners, all else attributes; null and false are left out. */
export function element(tag, properties = {}, ...children) {
  return fill(document.createElement(tag), properties, children);
}

/** Makes an SVG element, by the same rules. */
export function graphic(tag, properties = {}, ...children) {
  return fill(document.createElementNS(svgNamespace, tag), properties, children);
}

/** One of the icons in index.html; decoration, so what it means has to stand beside it. */
export function icon(name) {
  return graphic("svg", { class: "icon", "aria-hidden": "true", focusable: "false" }, graphic("use", { href: `#icon-${name}` }));
}

/** Changes a text only where it is another: what did not change is not read again by screen readers. */
export function setText(node, text) {
  const words = text ?? "";
  if (node.textContent !== words) node.textContent = words;
}

/** Changes an attribute only where it is another; null removes it. */
export function setAttribute(node, name, value) {
  if (value === null || value === undefined) {
    if (node.hasAttribute(name)) node.removeAttribute(name);
  } else if (node.getAttribute(name) !== String(value)) {
    node.setAttribute(name, value);
  }
}

/** Shows or hides. */
export function setShown(node, shown) {
  if (node.hidden === shown) node.hidden = !shown;
}

/** The element of index.html with this id. */
export function byId(id) {
  return document.getElementById(id);
}

function fill(node, properties, children) {
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === "text") node.textContent = value;
    else if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}
