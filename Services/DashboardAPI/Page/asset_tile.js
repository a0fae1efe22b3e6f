// One photo or video in a grid: its picture where the browser can show it, else what type of file it is.
import { element, icon, setAttribute, setText } from "./element.js";
import { day, fileType } from "./format.js";
import { patchList } from "./keyed_list.js";
import { loadWhenSeen } from "./lazy_picture.js";

/** Shows assets as tiles; `open(asset)` is called for the one that is chosen. */
export function showTiles(list, assets, open) {
  patchList(list, assets, (asset) => asset.id, (asset) => makeTile(asset, open), showTile);
}

/** Whether the original itself can be shown as a picture. */
export function isPicture(asset) {
  return asset.inline && asset.kind === "photo";
}

/** The address of an original; only the server's own are followed. */
export function originalOf(asset) {
  return `/api/v1/assets/${encodeURIComponent(asset.id)}/original`;
}

/** What stands where there is no picture. */
export function makeTypeTile(asset) {
  return element("span", { class: "type-tile" }, icon(asset.kind === "video" ? "video" : "photo"), element("span", { text: fileType(asset.name) }));
}

function makeTile(asset, open) {
  const frame = element("span", { class: "tile-frame" }, isPicture(asset) ? picture(asset) : makeTypeTile(asset));
  return element("li", { class: "tile" },
    element("button", { type: "button", onclick: () => open(asset) },
      frame, element("span", { class: "tile-name" }), element("span", { class: "tile-day" })));
}

// The name beside it says what it is; a description of a photo that nobody has looked at would be made up.
function picture(asset) {
  const image = element("img", { alt: "", decoding: "async" });
  image.addEventListener("error", () => image.replaceWith(makeTypeTile(asset)), { once: true });
  loadWhenSeen(image, originalOf(asset));
  return image;
}

function showTile(tile, asset) {
  setText(tile.querySelector(".tile-name"), asset.name);
  // Long names are cut in the grid.
  setAttribute(tile.querySelector(".tile-name"), "title", asset.name);
  setText(tile.querySelector(".tile-day"), asset.has_errors ? `${day(asset.captured_at)} · needs a look` : day(asset.captured_at));
  setAttribute(tile, "data-errors", asset.has_errors ? "yes" : null);
}
