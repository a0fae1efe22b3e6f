// Shows a document, each part its share of it, and keeps the ages in it going until the next one comes.
import { aged, secondsSince } from "./ages.js";
import { showTiles, tileButton } from "./asset_tile.js";
import { openAssetView } from "./asset_view.js";
import { showCounters } from "./counters.js";
import { showDegraded } from "./degraded.js";
import { drawEach } from "./drawing.js";
import { byId, setShown, setText } from "./element.js";
import { showHeadline } from "./headline.js";
import { showIngestChart } from "./ingest_chart.js";
import { refreshLibrary } from "./library.js";
import { showNeedsALook } from "./needs_a_look.js";
import { showRoom } from "./room.js";
import { showServiceCards } from "./service_cards.js";
import { openServiceView, refreshServiceView } from "./service_view.js";
import { verdict } from "./verdict.js";

let latest = null;
// The parts of the page that could not be drawn from it, as lines like those of `degraded`.
let undrawn = [];
// When it came, and when the server last said that it still holds, by a clock of the browser that nobody sets.
let receivedAt = 0;
let confirmedAt = 0;
let libraryState = null;

const recentSeries = {
  assets: () => latest.recent ?? [],
  isWhole: () => true,
  more: () => {},
  nearEnd: () => {},
  onClose: (asset) => tileButton(byId("recent"), asset)?.focus(),
};

export function hasDocument() {
  return latest !== null;
}

/** Opens the focused view of a service, once services are known. */
export function openService(name) {
  if (latest) openServiceView(name, agedNow());
}

/** Shows a document that has just come. */
export function showDocument(document) {
  latest = document;
  receivedAt = performance.now();
  confirmedAt = receivedAt;
  const shown = agedNow();
  undrawn = drawEach([
    ["welcome", () => setShown(byId("welcome"), document.media?.total === 0)],
    ["counters", () => showCounters(document)],
    ["chart", () => showIngestChart(document.media?.by_day ?? null)],
    ["storage", () => showRoom(document)],
    ...serviceParts(shown),
    ["recent", () => showRecent(document.recent)],
    ["looks", () => showNeedsALook(document)],
    ["library", () => refreshLibraryWhenChanged(document.media)],
  ]);
  showAnswer();
  setText(byId("version"), document.version);
}

/** Notes that the server has answered: what it said last still holds. */
export function confirmDocument() {
  confirmedAt = performance.now();
}

/** Shows the answer to what people ask first. What could not be drawn is told as what cannot be seen. */
export function showAnswer() {
  draw([["headline", () => showHeadline(verdict({ ...agedNow(), degraded: whatIsMissing() }), openService)]]);
  if (isUndrawn("headline")) showHeadline({ level: "attention", title: "Part of the picture is missing.", text: "The headline could not be drawn.", reasons: [] }, openService);
  draw([["degraded", () => showDegraded(whatIsMissing())]]);
}

/** Called each second: ages grow also where the server has nothing new to say. */
export function showAges() {
  if (!latest?.services) return;
  draw(serviceParts(agedNow()));
  showAnswer();
}

function serviceParts(document) {
  return [
    ["services", () => showServiceCards(document.services, new Date(document.generated_at), openService)],
    ["view", () => refreshServiceView(document)],
  ];
}

// What failed once is tried again with the next document, not each second.
function draw(parts) {
  undrawn = [...undrawn, ...drawEach(parts.filter(([part]) => !isUndrawn(part)))];
}

function isUndrawn(part) {
  return undrawn.some((line) => line.part === part);
}

function whatIsMissing() {
  return [...(latest.degraded ?? []), ...undrawn];
}

function agedNow() {
  return aged(latest, secondsSince(receivedAt, confirmedAt, performance.now()));
}

function showRecent(recent) {
  setShown(byId("recent-empty"), !recent || recent.length === 0);
  setText(byId("recent-empty"), recent ? "Nothing has arrived yet. What you put into Photos_Inbox shows up here within seconds." : "Cannot be seen right now; the reason stands above.");
  showTiles(byId("recent"), recent ?? [], (asset) => openAssetView(asset, recentSeries));
}

async function refreshLibraryWhenChanged(media) {
  const state = media ? `${media.total} ${media.bytes}` : "unknown";
  if (state === libraryState) return;
  libraryState = state;
  const isWhole = await refreshLibrary();
  // What could not be loaded is asked for again with the next document; not so what the server says it cannot see.
  if (!isWhole && media && libraryState === state) libraryState = null;
}
