// How often the page asks: off, 5, 10, 30 or 60 seconds, remembered in this browser.
import { byId } from "./element.js";
import { keepChoice, keptChoice } from "./kept_choice.js";

const name = "refresh-seconds";
const usual = 10;

export function bindRefreshControl(polling) {
  const select = byId("refresh-interval");
  const offered = [...select.options].map((option) => option.value);
  const kept = keptChoice(name);
  select.value = offered.includes(kept) ? kept : String(usual);
  polling.interval = Number(select.value);
  select.addEventListener("change", () => {
    keepChoice(name, select.value);
    polling.interval = Number(select.value);
  });
  byId("refresh-now").addEventListener("click", () => polling.now());
}

/** Whether the page asks by itself. */
export function refreshesByItself() {
  return byId("refresh-interval").value !== "0";
}
