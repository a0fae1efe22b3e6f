// What can be done with the photos that are chosen.
import { byId, setShown, setText } from "./element.js";
import { counted, number } from "./format.js";
import { review, reviewObstacle } from "./review.js";
import { selectedIDs, selectOnly, whenSelected } from "./selection.js";

// The server takes so many at once.
const mostAtOnce = 500;
let isBusy = false;
let obstacle = null;

export function bindSelectionBar() {
  byId("selection-reviewed").addEventListener("click", () => mark(true));
  byId("selection-not-reviewed").addEventListener("click", () => mark(false));
  byId("selection-clear").addEventListener("click", clear);
  byId("photos").addEventListener("keydown", (event) => {
    if (event.key === "Escape" && selectedIDs().size > 0 && !isBusy) clear();
  });
  whenSelected(show);
}

function clear() {
  const isInside = byId("selection").contains(document.activeElement);
  selectOnly();
  // Where Tab would lead: the bar goes, and the focus with it.
  if (isInside) byId("results").querySelector('button[tabindex="0"]')?.focus({ preventScroll: true });
}

async function show() {
  const count = selectedIDs().size;
  const wasShown = !byId("selection").hidden;
  setShown(byId("selection"), count > 0);
  byId("results").toggleAttribute("data-selecting", count > 0);
  setText(byId("selection-count"), count === 0 ? "" : `${number(count)} selected`);
  if (count === 0 || wasShown) return;
  tell("");
  enable(false);
  try {
    obstacle = await reviewObstacle();
    setText(byId("selection-obstacle"), obstacle ?? "");
    enable(obstacle === null);
  } catch (error) {
    if (error.status !== 401) tell(error.message);
    // Whether it can be done is found out by doing it.
    enable(true);
  }
}

async function mark(reviewed) {
  const ids = [...selectedIDs()];
  let done = 0;
  isBusy = true;
  enable(false);
  tell("");
  try {
    for (; done < ids.length; done += mostAtOnce) await review(ids.slice(done, done + mostAtOnce), reviewed);
    setText(byId("announcements"), `${counted(ids.length, "file")} marked as ${reviewed ? "reviewed" : "not reviewed"}.`);
    selectOnly();
    byId("results").querySelector('button[tabindex="0"]')?.focus({ preventScroll: true });
  } catch (error) {
    // What is left to be marked stays chosen.
    selectOnly(ids.slice(done));
    const left = counted(ids.length - done, "file");
    tell(`${left[0].toUpperCase()}${left.slice(1)} ${ids.length - done === 1 ? "was" : "were"} not marked: ${error.message}`);
  }
  isBusy = false;
  enable(obstacle === null);
}

function enable(isEnabled) {
  byId("selection-reviewed").disabled = !isEnabled;
  byId("selection-not-reviewed").disabled = !isEnabled;
}

function tell(words) {
  setText(byId("selection-problem"), words);
}
