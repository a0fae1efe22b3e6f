// All photos that a search or the timeline asks for, a page at a time.
import { get } from "./api.js";
import { showTiles } from "./asset_tile.js";
import { openAssetView } from "./asset_view.js";
import { byId, setAttribute, setShown, setText } from "./element.js";
import { counted, day } from "./format.js";
import { bindSearch, currentFilter, setDates } from "./search.js";
import { bindTimeline, loadTimeline, markTimeline } from "./timeline.js";

const pageSize = 48;
let assets = [];
let next = null;
let pages = 0;
let request = null;

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
  // Who has opened further pages is reading, and keeps what is there.
  const loaded = await Promise.all([loadTimeline(), pages <= 1 ? load() : true]);
  return loaded.every(Boolean);
}

function changeFilter() {
  const { from, to } = currentFilter();
  markTimeline(from, to);
  load();
}

async function showMore() {
  const before = assets.length;
  await load(next);
  // The button may be gone; whoever pressed it goes on with the first of the new ones.
  byId("results").children[before]?.querySelector("button").focus({ preventScroll: true });
}

// Answers whether it worked, which is also so where a newer question has taken its place.
async function load(cursor = null) {
  request?.abort();
  request = new AbortController();
  const { signal } = request;
  setAttribute(byId("results"), "aria-busy", "true");
  try {
    const answer = await get(`/api/v1/assets?${query(cursor)}`, signal);
    if (signal.aborted) return true;
    assets = cursor ? [...assets, ...answer.assets] : answer.assets;
    pages = cursor ? pages + 1 : 1;
    next = answer.next;
    show();
    return true;
  } catch (error) {
    if (signal.aborted) return true;
    setText(byId("photos-summary"), assets.length === 0 ? "" : error.message);
    setShown(byId("results-empty"), assets.length === 0);
    setText(byId("results-empty"), error.message);
    return false;
  } finally {
    if (!signal.aborted) setAttribute(byId("results"), "aria-busy", null);
  }
}

function query(cursor) {
  const { text, from, to } = currentFilter();
  const parameters = { limit: pageSize, cursor, q: text, from, to };
  return new URLSearchParams(Object.entries(parameters).filter(([, value]) => value)).toString();
}

function show() {
  showTiles(byId("results"), assets, openAssetView);
  setShown(byId("results-more"), next !== null);
  setShown(byId("results-empty"), assets.length === 0);
  const asked = questionWords();
  setText(byId("results-empty"), asked ? "No photo fits. Try fewer letters of the name, or other days." : "No photos yet. Copy one into Photos_Inbox, and it appears here.");
  const files = counted(assets.length, "file");
  setText(byId("photos-summary"), `${next ? `The newest ${files}` : files.replace(/^n/, "N")}${asked}.`);
}

function questionWords() {
  const { text, from, to } = currentFilter();
  const name = text ? ` named like “${text}”` : "";
  if (from && to) return `${name}, taken from ${day(from)} to ${day(to)}`;
  if (from) return `${name}, taken since ${day(from)}`;
  return to ? `${name}, taken until ${day(to)}` : name;
}
