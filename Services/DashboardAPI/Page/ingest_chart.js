// What came in on each of the last days: bars for the eye, a table for screen readers.
import { byId, element, graphic, setAttribute, setText } from "./element.js";
import { bytes, counted, number, weekdayOf } from "./format.js";
import { patchList } from "./keyed_list.js";

const width = 560;
const top = 26;
const floor = 150;
const barWidth = 44;
let rows = null;
let bars = null;

/** Shows the days, oldest first; null where nobody knows. */
export function showIngestChart(days) {
  if (!bars) build();
  const known = days ?? [];
  const highest = Math.max(1, ...known.map((day) => day.count));
  const step = width / Math.max(1, known.length);
  const placed = known.map((day, index) => ({
    ...day, x: (index + 0.5) * step, height: day.count === 0 ? 2 : Math.max(6, ((floor - top) * day.count) / highest),
    name: index === known.length - 1 ? "Today" : weekdayOf(day.day),
  }));
  patchList(bars, placed, (day) => day.day, makeBar, showBar);
  patchList(rows, placed, (day) => day.day, makeRow, showRow);
  setText(byId("chart-summary"), summary(days));
}

function summary(days) {
  if (!days) return "Cannot be seen right now.";
  const total = days.reduce((sum, day) => sum + day.count, 0);
  const size = days.reduce((sum, day) => sum + day.bytes, 0);
  return total === 0 ? "Nothing in the last seven days." : `${counted(total, "file")}, ${bytes(size)} in seven days.`;
}

function build() {
  bars = graphic("g");
  rows = element("tbody");
  byId("chart").append(
    graphic("svg", { class: "chart", viewBox: `0 0 ${width} 180`, "aria-hidden": "true", focusable: "false" },
      graphic("path", { class: "chart-floor", d: `M0 ${floor + 0.5}H${width}` }), bars),
    element("table", { class: "visually-hidden" }, element("caption", { text: "Files that came in, by day" }),
      element("thead", {}, element("tr", {}, ...["Day", "Files", "Size"].map((text) => element("th", { scope: "col", text })))), rows));
}

function makeBar() {
  return graphic("g", {},
    graphic("rect", { class: "chart-bar", width: barWidth, rx: 7 }),
    graphic("text", { class: "chart-count", "text-anchor": "middle" }),
    graphic("text", { class: "chart-day", "text-anchor": "middle", y: floor + 22 }));
}

function showBar(node, day) {
  const [bar, count, name] = node.children;
  setAttribute(node, "class", day.name === "Today" ? "is-today" : null);
  setAttribute(bar, "x", day.x - barWidth / 2);
  setAttribute(bar, "y", floor - day.height);
  setAttribute(bar, "height", day.height);
  setAttribute(count, "x", day.x);
  setAttribute(count, "y", floor - day.height - 8);
  setText(count, day.count === 0 ? "" : number(day.count));
  setAttribute(name, "x", day.x);
  setText(name, day.name);
}

function makeRow() {
  return element("tr", {}, element("th", { scope: "row" }), element("td"), element("td"));
}

function showRow(node, day) {
  const [name, count, size] = node.children;
  setText(name, `${day.name}, ${day.day}`);
  setText(count, number(day.count));
  setText(size, bytes(day.bytes));
}
