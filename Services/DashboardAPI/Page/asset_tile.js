// One photo or video in a grid: its picture where the browser can show it, else what type of file it is.
import { element, icon, setAttribute, setText } from "./element.js";
import { day, fileType } from "./format.js";
import { patchList } from "./keyed_list.js";
import { showPicture } from "./tile_picture.js";

// What a tile shows now: an asset may change while its tile stays.
const shown = new WeakMap();

/** Shows assets as tiles; `open(asset)` is called for the one that is chosen. */
export function showTiles(list, assets, open) {
  patchList(list, assets, (asset) => asset.id, () => makeTile(open), showTile);
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

function makeTile(open) {
  const tile = element("li", { class: "tile" },
    element("button", { type: "button", onclick: () => open(shown.get(tile)) },
      element("span", { class: "tile-frame" }), element("span", { class: "tile-name" }), element("span", { class: "tile-day" })));
  return tile;
}

function showTile(tile, asset) {
  const before = shown.get(tile);
  shown.set(tile, asset);
  if (!before || faceOf(before) !== faceOf(asset)) showFace(tile.querySelector(".tile-frame"), asset);
  setText(tile.querySelector(".tile-name"), asset.name);
  // Long names are cut in the grid.
  setAttribute(tile.querySelector(".tile-name"), "title", asset.name);
  setText(tile.querySelector(".tile-day"), asset.has_errors ? `${day(asset.captured_at)} · needs a look` : day(asset.captured_at));
  setAttribute(tile, "data-errors", asset.has_errors ? "yes" : null);
}

function faceOf(asset) {
  return `${isPicture(asset)} ${asset.kind} ${fileType(asset.name)}`;
}

function showFace(frame, asset) {
  frame.replaceChildren();
  if (isPicture(asset)) showPicture(frame, originalOf(asset), () => makeTypeTile(asset));
  else frame.append(makeTypeTile(asset));
}
