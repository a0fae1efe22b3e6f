// All photos that a search, the timeline or a place asks for, a page at a time.
import { lookForPage } from "./asset_pages.js";
import { openAssetView } from "./asset_view.js";
import { byId, setAttribute, setShown, setText } from "./element.js";
import { day } from "./format.js";
import { bindGallery, focusPhoto, isAtTop, showGallery } from "./gallery.js";
import { bindPlaces, chosenPlace, forgetPlace, loadPlaces, placeWords } from "./places.js";
import { whenReviewed } from "./review.js";
import { bindSearch, currentFilter, setDates } from "./search.js";
import { emptyWords, summaryWords } from "./search_progress.js";
import { selectOnly } from "./selection.js";
import { bindSelectionBar } from "./selection_bar.js";
import { bindTimeline, loadTimeline, markTimeline } from "./timeline.js";

const nothing = { next: null, isPartial: false, isLooking: false };
let assets = [];
// Where the list goes on, as `lookForPage` tells it.
let end = nothing;
let pages = 0;
let request = null;
// Whether something came in while something else was being loaded, or while somebody was far down.
let isDue = false;
// Whether going on failed: only who asks for it tries again.
let isStuck = false;

export function bindLibrary() {
  bindSearch(changeFilter);
  byId("search").addEventListener("reset", forgetPlace);
  bindPlaces(showChoice);
  bindTimeline((to) => {
    setDates("", to);
    return showChoice();
  });
  bindGallery({ onOpen: openPhoto, onNearEnd: goOn });
  bindSelectionBar();
  whenReviewed(noteReviewed);
  byId("results-more").addEventListener("click", showMore);
  addEventListener("scroll", () => isDue && request === null && isAtTop() && refreshDue(), { passive: true });
}

/** Looks again for what came in. Answers whether it was all there to be had. */
export async function refreshLibrary() {
  const loaded = await Promise.all([loadTimeline(), loadPlaces(), refreshResults()]);
  return loaded.every(Boolean);
}

function changeFilter() {
  const { from, to } = currentFilter();
  markTimeline(from, to);
  selectOnly();
  return load();
}

async function showChoice() {
  await changeFilter();
  byId("results").scrollIntoView({ block: "start", behavior: "instant" });
}

async function showMore() {
  const before = assets.length;
  await load(end.next);
  // The button may be gone; whoever pressed it goes on with the first of the new ones.
  if (assets[before]) focusPhoto(assets[before].id);
}

// By itself, as somebody comes near the end of what there is; a long search asks first.
function goOn() {
  if (request === null && !isStuck && end.next !== null && !end.isPartial) load(end.next);
}

function openPhoto(asset) {
  openAssetView(asset, {
    assets: () => assets,
    isWhole: () => end.next === null,
    nearEnd: goOn,
    more: () => (request === null ? load(end.next) : null),
    onClose: (last) => focusPhoto(last.id),
  });
}

function noteReviewed(ids, reviewed) {
  const marked = new Set(ids);
  for (const asset of assets) if (marked.has(asset.id)) asset.reviewed = reviewed;
  showGallery(assets);
}

// Who searches, or is far down, is not disturbed: what came in is there once they are back.
function refreshResults() {
  if (request !== null || (pages > 1 && !isAtTop())) isDue = true;
  if (request !== null || (pages > 1 && !isAtTop())) return true;
  return pages === 0 ? load() : refreshFirstPage();
}

function refreshDue() {
  isDue = false;
  refreshResults();
}

// Answers whether it worked, which is also so where a newer question has taken its place.
async function load(cursor = null) {
  const kept = cursor ? assets : [];
  const page = cursor ? pages + 1 : 1;
  setAttribute(byId("results"), "aria-busy", "true");
  return asking(async (signal) => {
    // What is there of another question does not stay under the words of this one.
    pages = cursor ? pages : 0;
    for await (const found of lookForPage(question(), cursor, signal)) {
      pages = page;
      show([...kept, ...found.assets], found);
    }
  });
}

// Quietly: what is shown stays until there is something newer, which one round is enough for.
async function refreshFirstPage() {
  return asking(async (signal) => {
    const { value } = await lookForPage(question(), null, signal).next();
    if (value.isPartial) return show([...value.assets, ...without(value.assets)], end);
    // What was loaded behind this page stays, where the page ends among it.
    const last = assets.findIndex((asset) => asset.id === value.assets.at(-1)?.id);
    if (pages > 1 && last >= 0) return show([...value.assets, ...without(value.assets, last + 1)], end);
    pages = 1;
    show(value.assets, value);
  });
}

function without(others, from = 0) {
  const known = new Set(others.map((asset) => asset.id));
  return assets.slice(from).filter((asset) => !known.has(asset.id));
}

async function asking(action) {
  request?.abort();
  const mine = new AbortController();
  request = mine;
  let isWhole = true;
  try {
    await action(mine.signal);
    if (request === mine) isStuck = false;
  } catch (error) {
    if (error.status === undefined && !mine.signal.aborted) console.error(error);
    if (!mine.signal.aborted) isStuck = true;
    if (!mine.signal.aborted) isWhole = showProblem(error);
  }
  if (request !== mine) return true;
  request = null;
  setAttribute(byId("results"), "aria-busy", null);
  if (isDue) refreshDue();
  // There may be room for more than came.
  showGallery(assets);
  return isWhole;
}

function show(found, { next, isPartial, isLooking }) {
  assets = found;
  end = { next, isPartial, isLooking };
  const asked = questionWords();
  byId("results").toggleAttribute("data-named", currentFilter().text !== "");
  showGallery(assets);
  setShown(byId("results-more"), next !== null && !isLooking);
  setText(byId("results-more"), isPartial ? "Look further" : "Show more");
  setShown(byId("results-empty"), assets.length === 0);
  setText(byId("results-empty"), assets.length === 0 ? emptyWords(end, asked) : "");
  setText(byId("photos-summary"), summaryWords(assets.length, end, asked));
}

function showProblem(error) {
  if (pages === 0) show([], nothing);
  // What was found stays, and whoever wants more can ask again.
  else show(assets, { ...end, isLooking: false });
  setText(byId("photos-summary"), assets.length === 0 ? "" : error.message);
  if (assets.length === 0) setText(byId("results-empty"), error.message);
  return false;
}

function question() {
  return { ...currentFilter(), ...chosenPlace() };
}

function questionWords() {
  const { text, from, to } = currentFilter();
  const where = placeWords();
  const name = `${text ? ` named like “${text}”` : ""}${where ? ` in ${where}` : ""}`;
  if (from && to) return `${name}, taken from ${day(from)} to ${day(to)}`;
  if (from) return `${name}, taken since ${day(from)}`;
  return to ? `${name}, taken until ${day(to)}` : name;
}
