// One photo, large, with what is known about it.
import { get } from "./api.js";
import { isPicture, makeTypeTile, originalOf } from "./asset_tile.js";
import { byId, element, setText } from "./element.js";
import { bytes, fullMoment, instant } from "./format.js";
import { bindReviewControl, showReview } from "./review_control.js";
import { showFacts } from "./service_view.js";

let shown = null;

export function bindAssetView() {
  bindReviewControl();
  byId("asset-view").addEventListener("close", () => {
    shown = null;
    // A video stops and a large picture is given back.
    byId("asset-view-stage").replaceChildren();
  });
}

export async function openAssetView(asset) {
  shown = asset.id;
  show(asset, {});
  byId("asset-view-stage").replaceChildren(stage(asset));
  byId("asset-view-original").href = originalOf(asset);
  byId("asset-view").showModal();
  showReview(asset);
  try {
    const details = await get(`/api/v1/assets/${encodeURIComponent(asset.id)}`);
    if (shown === asset.id) show(asset, details);
  } catch {
    // What is known already stays; the rest was extra.
  }
}

function show(asset, details) {
  setText(byId("asset-view-title"), asset.name);
  setText(byId("asset-view-when"), fullMoment(asset.captured_at));
  showFacts(byId("asset-view-facts"), [
    ["Needs a look", asset.has_errors ? asset.error_message || "without a reason" : null],
    ["Stored as", asset.path],
    ["Came in", instant(asset.ingested_at)],
    ["Came from", details.original_path],
    ["Size", bytes(asset.size_bytes)],
    ["Place", placeName(details.place)],
    ["Position", asset.location && `${asset.location.lat.toFixed(5)}, ${asset.location.lon.toFixed(5)}`],
    ["Backed up", details.flags && (details.flags.backed_up ? "yes" : "not yet")],
    ["Fingerprint", details.file_hash],
  ]);
}

/** "Paris, Île-de-France, France": a city that is called like its region is named once. */
function placeName(place) {
  return place && [...new Set([place.name, place.region, place.country].filter(Boolean))].join(", ");
}

function stage(asset) {
  if (asset.inline && asset.kind === "video") return element("video", { src: originalOf(asset), controls: true, preload: "metadata" });
  if (!isPicture(asset)) return makeTypeTile(asset);
  const image = element("img", { src: originalOf(asset), alt: asset.name });
  image.addEventListener("error", () => image.replaceWith(makeTypeTile(asset)), { once: true });
  return image;
}
