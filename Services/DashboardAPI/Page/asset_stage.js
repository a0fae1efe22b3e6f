// One photo or video, as large as there is room. What the browser cannot show says so, and can be had as a file.
import { isPicture, largePictures, originalOf, posterOf } from "./asset_pictures.js";
import { makeTypeTile } from "./asset_tile.js";
import { byId, element, setAttribute } from "./element.js";
import { fileType } from "./format.js";

let preloaded = [];

/** Shows an asset, which takes the place of the last one. */
export function showStage(asset) {
  const stage = byId("asset-view-stage");
  setAttribute(stage, "data-zoomed", null);
  const isVideo = asset.inline && asset.kind === "video";
  stage.replaceChildren(isVideo ? video(asset) : picture(asset, largePictures(asset)));
}

/** Takes it away: a video stops, and a large picture is given back. */
export function clearStage() {
  byId("asset-view-stage").replaceChildren();
  preloaded = [];
}

/** Loads the pictures of assets that may be shown next. */
export function preload(assets) {
  preloaded = assets.filter(Boolean).flatMap((asset) => largePictures(asset).slice(0, 1)).map((address) => {
    const image = new Image();
    image.src = address;
    return image;
  });
}

/** Shows the original in its own size, or all of it again. Answers whether it is large now. */
export function zoom(asset) {
  const stage = byId("asset-view-stage");
  const image = stage.querySelector("img");
  if (!image) return false;
  const isZoomed = !isLarge();
  setAttribute(stage, "data-zoomed", isZoomed ? "yes" : null);
  if (isZoomed && isPicture(asset) && image.getAttribute("src") !== originalOf(asset)) sharpen(image, originalOf(asset));
  return isZoomed;
}

/** Whether a picture is shown in its own size. */
export function isLarge() {
  return byId("asset-view-stage").dataset.zoomed === "yes";
}

// What is there stays until the original is.
function sharpen(image, address) {
  const original = new Image();
  original.onload = () => image.setAttribute("src", address);
  original.src = address;
}

function picture(asset, [address, ...others]) {
  if (!address) return sorry(asset);
  const image = element("img", { src: address, alt: asset.name, draggable: "false" });
  image.addEventListener("error", () => image.replaceWith(picture(asset, others)), { once: true });
  return image;
}

function video(asset) {
  const player = element("video", { src: originalOf(asset), poster: posterOf(asset), controls: true, preload: "metadata", playsinline: true, "aria-label": asset.name });
  player.addEventListener("error", () => player.replaceWith(picture(asset, asset.thumbnailed ? [posterOf(asset)] : [])), { once: true });
  return player;
}

function sorry(asset) {
  return element("div", { class: "sorry" }, makeTypeTile(asset),
    element("p", { text: `This browser cannot show the ${asset.kind === "video" ? "video" : "photo"} as it is stored (${fileType(asset.name)}).` }),
    element("a", { class: "plain", href: originalOf(asset), download: asset.name, text: "Download the original" }));
}
