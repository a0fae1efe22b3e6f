// One photo, large, with what is known about it, and the way to the ones before and after it.
import { get } from "./api.js";
import { addressOf, isPicture, originalOf } from "./asset_pictures.js";
import { clearStage, isLarge, preload, showStage, zoom } from "./asset_stage.js";
import { byId, setAttribute, setText } from "./element.js";
import { bytes, fullMoment, instant, number } from "./format.js";
import { bindReviewControl, showReview, toggleReview } from "./review_control.js";
import { showFacts } from "./service_view.js";
import { bindSwipes } from "./swipes.js";

let shown = null;
let series = null;
// The question for the details of what is shown.
let question = null;
// So many photos before the last one that is there, the ones behind it are loaded.
const ahead = 24;

export function bindAssetView() {
  const view = byId("asset-view");
  bindReviewControl();
  byId("asset-view-previous").addEventListener("click", () => step(-1));
  byId("asset-view-next").addEventListener("click", () => step(1));
  byId("asset-view-zoom").addEventListener("click", () => toggleZoom());
  byId("asset-view-stage").addEventListener("click", (event) => event.target.matches(".stage > img") && toggleZoom(event));
  view.addEventListener("keydown", pressed);
  bindSwipes(byId("asset-view-stage"), (direction) => !isLarge() && step(direction));
  view.addEventListener("close", closed);
}

/**
 * Opens the view. `series` is what the asset is one of: `assets()`, the photos so far; `more()`, which loads further ones where there
 * are some; `nearEnd()`, called some photos before the last one; `isWhole()`; `onClose(asset)`, which takes the focus back to the
 * one that was shown last.
 */
export function openAssetView(asset, of) {
  series = of;
  show(asset);
  byId("asset-view").showModal();
}

function show(asset) {
  shown = asset;
  tell(asset, null);
  showStage(asset);
  setAttribute(byId("asset-view-zoom"), "aria-pressed", "false");
  byId("asset-view-zoom").disabled = asset.kind === "video" || !(asset.thumbnailed || isPicture(asset));
  byId("asset-view-original").href = originalOf(asset);
  setText(byId("asset-view-original"), asset.inline ? "Open the original" : "Download the original");
  showReview(asset);
  showPlace();
  loadDetails(asset);
}

// Who leafs on quickly does not wait behind the answers for what was passed.
async function loadDetails(asset) {
  question?.abort();
  question = new AbortController();
  try {
    const details = await get(addressOf(asset), question.signal);
    if (shown === asset) tell(asset, details);
  } catch {
    // What is known already stays; the rest was extra.
    if (shown === asset) tell(asset, {});
  }
}

function indexNow() {
  return series.assets().findIndex((asset) => asset.id === shown.id);
}

function showPlace() {
  const assets = series.assets();
  const index = indexNow();
  byId("asset-view-previous").disabled = index <= 0;
  byId("asset-view-next").disabled = index < 0 || (index === assets.length - 1 && series.isWhole());
  setText(byId("asset-view-position"), index < 0 ? "" : `${number(index + 1)} of ${number(assets.length)}${series.isWhole() ? "" : " or more"}`);
  preload([assets[index + 1], assets[index - 1]]);
  if (index >= assets.length - ahead) series.nearEnd();
}

async function step(direction) {
  const from = shown;
  const focus = document.activeElement;
  if (direction > 0 && indexNow() === series.assets().length - 1 && !series.isWhole()) await series.more();
  if (shown !== from || shown === null) return;
  const next = indexNow() < 0 ? null : series.assets()[indexNow() + direction];
  if (next) show(next);
  else showPlace();
  // A button that is disabled now has lost it.
  if (focus?.disabled) byId("asset-view-close").focus();
}

function pressed(event) {
  if (event.altKey || event.ctrlKey || event.metaKey || event.target.matches("video, input, textarea, select")) return;
  const action = { ArrowLeft: () => step(-1), ArrowRight: () => step(1), r: toggleReview, z: () => toggleZoom() }[event.key];
  // In a large picture the arrows move over it.
  if (!action || (isLarge() && event.key.startsWith("Arrow"))) return;
  event.preventDefault();
  action();
}

// Where it was clicked is what somebody wants to see.
function toggleZoom(click = null) {
  if (byId("asset-view-zoom").disabled) return;
  setAttribute(byId("asset-view-zoom"), "aria-pressed", zoom(shown, click));
}

function closed() {
  const last = shown;
  shown = null;
  question?.abort();
  clearStage();
  series.onClose(last);
}

// `details` are null until they are there.
function tell(asset, details) {
  const place = placeName(details?.place) ?? asset.place_name;
  const position = asset.location && `${asset.location.lat.toFixed(5)}, ${asset.location.lon.toFixed(5)}`;
  setText(byId("asset-view-title"), asset.name);
  setText(byId("asset-view-when"), fullMoment(asset.captured_at));
  // A position has no name yet, or is far from everything. The line is there in any case: the picture below it does not jump.
  setText(byId("asset-view-where"), place ?? (!position ? "No place is known" : details ? position : ""));
  showFacts(byId("asset-view-facts"), [
    ["Needs a look", asset.has_errors ? asset.error_message || "without a reason" : null],
    ["Stored as", asset.path],
    ["Came in", instant(asset.ingested_at)],
    ["Came from", details?.original_path],
    ["Size", bytes(asset.size_bytes)],
    ["Place", place],
    ["Position", position],
    ["Backed up", details?.flags && (details.flags.backed_up ? "yes" : "not yet")],
    ["Fingerprint", details?.file_hash],
  ]);
}

/** "Paris, Île-de-France, France": a city that is called like its region is named once. */
function placeName(place) {
  return place && [...new Set([place.name, place.region, place.country].filter(Boolean))].join(", ");
}
