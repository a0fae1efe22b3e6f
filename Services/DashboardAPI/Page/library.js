// All photos that a search or the timeline asks for, a page at a time.
import { lookForPage } from "./asset_pages.js";
import { showTiles } from "./asset_tile.js";
import { openAssetView } from "./asset_view.js";
import { byId, setAttribute, setShown, setText } from "./element.js";
import { day } from "./format.js";
import { bindSearch, currentFilter, setDates } from "./search.js";
import { emptyWords, summaryWords } from "./search_progress.js";
import { bindTimeline, loadTimeline, markTimeline } from "./timeline.js";

const nothing = { next: null, isPartial: false, isLooking: false };
let assets = [];
// Where the list goes on, as `lookForPage` tells it.
let end = nothing;
let pages = 0;
let request = null;
// Whether something came in while something else was being loaded.
let isDue = false;

export function bindLibrary() {
  bindSearch(changeFilter);
  bindTimeline((from, to) => {
    setDates(from, to);
    changeFilter();
  });
  byId("results-more").addEventListener("click", showMore);
}

/** Looks again for what came in. Answers whether it was all there to be had. */
export async function refreshLibrary() {
  const loaded = await Promise.all([loadTimeline(), refreshResults()]);
  return loaded.every(Boolean);
}

function changeFilter() {
  const { from, to } = currentFilter();
  markTimeline(from, to);
  load();
}

async function showMore() {
  const before = assets.length;
  await load(end.next);
  // The button may be gone; whoever pressed it goes on with the first of the new ones.
  const first = byId("results").children[before]?.querySelector("button") ?? byId("results-more");
  first.focus({ preventScroll: true });
}

// Who searches, or has opened further pages, is not disturbed.
function refreshResults() {
  if (request !== null) isDue = true;
  if (request !== null || pages > 1) return true;
  return pages === 0 ? load() : refreshFirstPage();
}

// Answers whether it worked, which is also so where a newer question has taken its place.
async function load(cursor = null) {
  const kept = cursor ? assets : [];
  const page = cursor ? pages + 1 : 1;
  setAttribute(byId("results"), "aria-busy", "true");
  return asking(async (signal) => {
    // What is there of another question does not stay under the words of this one.
    pages = cursor ? pages : 0;
    for await (const found of lookForPage(currentFilter(), cursor, signal)) {
      pages = page;
      show([...kept, ...found.assets], found);
    }
  });
}

// Quietly: what is shown stays until there is something newer, which one round is enough for.
async function refreshFirstPage() {
  return asking(async (signal) => {
    const { value } = await lookForPage(currentFilter(), null, signal).next();
    const fresh = new Set(value.assets.map((asset) => asset.id));
    if (!value.isPartial) show(value.assets, value);
    else show([...value.assets, ...assets.filter((asset) => !fresh.has(asset.id))], end);
  });
}

async function asking(action) {
  request?.abort();
  const mine = new AbortController();
  request = mine;
  let isWhole = true;
  try {
    await action(mine.signal);
  } catch (error) {
    if (error.status === undefined && !mine.signal.aborted) console.error(error);
    if (!mine.signal.aborted) isWhole = showProblem(error);
  }
  if (request !== mine) return true;
  request = null;
  setAttribute(byId("results"), "aria-busy", null);
  if (isDue) {
    isDue = false;
    refreshResults();
  }
  return isWhole;
}

function show(found, { next, isPartial, isLooking }) {
  assets = found;
  end = { next, isPartial, isLooking };
  const asked = questionWords();
  showTiles(byId("results"), assets, openAssetView);
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

function questionWords() {
  const { text, from, to } = currentFilter();
  const name = text ? ` named like “${text}”` : "";
  if (from && to) return `${name}, taken from ${day(from)} to ${day(to)}`;
  if (from) return `${name}, taken since ${day(from)}`;
  return to ? `${name}, taken until ${day(to)}` : name;
}
