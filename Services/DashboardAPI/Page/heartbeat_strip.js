// The last 24 hours of a service, a bar each quarter of an hour. Shape tells as much as colour: what is well is short,
// an error reaches the top, a gap is a bar that is broken in two.
import { element, graphic, setAttribute, setText } from "./element.js";
import { timeOfDay } from "./format.js";

const kinds = ["none", "ok", "warning", "error", "gap"];
const quarterHour = 15 * 60 * 1000;
const words = { gap: "silent", error: "error", warning: "warning" };
const shapes = {
  none: (x) => `M${x} 22h3v2h-3Z`,
  ok: (x) => `M${x} 8h3v16h-3Z`,
  warning: (x) => `M${x} 4h3v20h-3Z`,
  error: (x) => `M${x} 0h3v24h-3Z`,
  gap: (x) => `M${x} 0h3v9h-3ZM${x} 15h3v9h-3Z`,
};

export function makeStrip() {
  const paths = kinds.map((kind) => graphic("path", { class: `strip-${kind}` }));
  return element("div", { class: "strip" },
    graphic("svg", { viewBox: "0 0 383 24", preserveAspectRatio: "none", "aria-hidden": "true", focusable: "false" }, ...paths),
    element("p", { class: "strip-words" }));
}

/** Shows a strip that ends at `end`. */
export function showStrip(node, strip, end) {
  const paths = node.querySelectorAll("path");
  kinds.forEach((kind, index) => {
    setAttribute(paths[index], "d", strip.map((entry, at) => (entry === kind ? shapes[kind](at * 4) : "")).join(""));
  });
  setText(node.querySelector(".strip-words"), stripWords(strip, end));
}

/** What a strip shows, in words: "Silent 03:15–04:00". Answers the two latest spells and how many more there are. */
export function stripWords(strip, end) {
  const spells = troubles(strip);
  if (strip.every((entry) => entry === "none")) return "No reports in 24 hours";
  if (spells.length === 0) return "No gaps in 24 hours";
  // Quarters are those of the clock; the last one is not over yet.
  const start = Math.ceil(end.getTime() / quarterHour) * quarterHour - strip.length * quarterHour;
  const at = (index) => timeOfDay(new Date(start + index * quarterHour));
  const said = spells.slice(-2).map((spell) => `${words[spell.kind]} ${at(spell.from)}–${spell.to === strip.length ? "now" : at(spell.to)}`);
  const more = spells.length > 2 ? `, and ${spells.length - 2} more` : "";
  const sentence = said.join(", ") + more;
  return sentence[0].toUpperCase() + sentence.slice(1);
}

function troubles(strip) {
  const spells = [];
  strip.forEach((kind, index) => {
    if (!(kind in words)) return;
    const last = spells.at(-1);
    if (last?.kind === kind && last.to === index) last.to = index + 1;
    else spells.push({ kind, from: index, to: index + 1 });
  });
  return spells;
}
