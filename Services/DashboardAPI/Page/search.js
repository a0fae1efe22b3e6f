// Search by name and date. What is typed is asked for when the typing pauses.
import { byId } from "./element.js";

const pauseMilliseconds = 250;

/** `onChange(filter)` gets `text`, `from` and `to`, empty where nothing is asked. */
export function bindSearch(onChange) {
  const form = byId("search");
  let timer = null;
  const later = (milliseconds) => {
    clearTimeout(timer);
    timer = setTimeout(() => onChange(currentFilter()), milliseconds);
  };
  byId("search-text").addEventListener("input", () => later(pauseMilliseconds));
  byId("search-from").addEventListener("change", () => later(0));
  byId("search-to").addEventListener("change", () => later(0));
  // The fields are empty only after this event.
  form.addEventListener("reset", () => later(0));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    later(0);
  });
}

export function currentFilter() {
  return { text: byId("search-text").value.trim(), from: byId("search-from").value, to: byId("search-to").value };
}

/** Fills in the dates, as the timeline does. */
export function setDates(from, to) {
  byId("search-from").value = from;
  byId("search-to").value = to;
}
