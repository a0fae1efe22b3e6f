// Years and months with how much was taken in each; choosing one leads to its photos, from its last day back.
import { get } from "./api.js";
import { byId, element, setAttribute, setShown, setText } from "./element.js";
import { counted, monthName, number } from "./format.js";
import { patchList } from "./keyed_list.js";

let choose = () => {};
let chosen = "";
let openYear = null;
let years = [];

/** `onChoice(to)` gets the last day of what was chosen, or an empty string. */
export function bindTimeline(onChoice) {
  choose = onChoice;
}

/** Answers whether it worked. */
export async function loadTimeline() {
  let isLoaded = true;
  try {
    const answer = await get("/api/v1/timeline");
    years = answer.years;
    openYear ??= years[0]?.year ?? null;
    setText(byId("timeline-note"), years.length === 0 && answer.undated === 0 ? "Months appear with your first photos." : answer.undated > 0 ? `${counted(answer.undated, "file")} without a date.` : "");
  } catch (error) {
    isLoaded = false;
    if (years.length === 0) setText(byId("timeline-note"), error.message);
  }
  setShown(byId("timeline-note"), byId("timeline-note").textContent !== "");
  show();
  return isLoaded;
}

/** Marks what is chosen, also where it was chosen by the dates of the search. */
export function markTimeline(from, to) {
  chosen = `${from}/${to}`;
  show();
}

function show() {
  patchList(byId("timeline"), years, (year) => year.year, makeYear, showYear);
}

function makeYear({ year }) {
  return element("li", {},
    element("button", { type: "button", class: "year", onclick: () => pickYear(year) }, element("span", { text: year }), element("span", { class: "count" })),
    element("ul", { class: "months" }));
}

function showYear(node, year) {
  const button = node.firstElementChild;
  const months = node.lastElementChild;
  const isOpen = year.year === openYear;
  setText(button.lastElementChild, number(year.count));
  setAttribute(button, "aria-expanded", isOpen);
  setAttribute(button, "aria-pressed", chosen === `/${span(year.year)[1]}`);
  setShown(months, isOpen);
  const highest = Math.max(1, ...year.months.map((month) => month.count));
  patchList(months, year.months, (month) => month.month, (month) => makeMonth(year.year, month.month),
    (item, month) => showMonth(item.firstElementChild, year.year, month, highest));
}

function makeMonth(year, month) {
  return element("li", {}, element("button", { type: "button", class: "month", onclick: () => pick(span(year, month)[1]) },
    element("span", { text: monthName(month) }), element("meter", { min: 0, "aria-hidden": "true" }), element("span", { class: "count" })));
}

function showMonth(button, year, month, highest) {
  const [, meter, count] = button.children;
  setAttribute(meter, "max", highest);
  meter.value = month.count;
  setText(count, number(month.count));
  setAttribute(button, "aria-pressed", chosen === `/${span(year, month.month)[1]}`);
}

function pickYear(year) {
  openYear = year;
  pick(span(year)[1]);
}

// Choosing what is chosen already gives it up.
function pick(to) {
  choose(chosen === `/${to}` ? "" : to);
}

/** The first and the last day of a month, or of a year: `0999-02-01`, `0999-02-28`. */
export function span(year, month = null) {
  const written = String(year).padStart(4, "0");
  if (month === null) return [`${written}-01-01`, `${written}-12-31`];
  const two = String(month).padStart(2, "0");
  // The calendar repeats after 400 years, and JavaScript takes a year below 100 for one of the last century.
  const last = new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
  return [`${written}-${two}-01`, `${written}-${two}-${last}`];
}
