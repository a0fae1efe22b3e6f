// One photo or video, as large as there is room. What the browser cannot show says so, and can be had as a file.
import { isPicture, largePictures, originalOf, posterOf } from "./asset_pictures.js";
import { makeTypeTile } from "./asset_tile.js";
import { byId, element, setAttribute } from "./element.js";
import { fileType } from "./format.js";

/** Shows an asset, which takes the place of the last one. */
export function showStage(asset) {
  const stage = byId("asset-view-stage");
  stopVideo();
  setAttribute(stage, "data-zoomed", null);
  stage.replaceChildren(asset.kind === "video" ? video(asset) : picture(asset, largePictures(asset)));
}

/** Takes it away: a video stops, and a large picture is given back. */
export function clearStage() {
  stopVideo();
  byId("asset-view-stage").replaceChildren();
  byId("asset-view-ahead").replaceChildren();
}

// It would go on loading until somebody frees it.
function stopVideo() {
  const player = byId("asset-view-stage").querySelector("video");
  player?.removeAttribute("src");
  player?.load();
}

/** Loads the pictures of assets that may be shown next. */
export function preload(assets) {
  const addresses = assets.filter((asset) => asset?.kind === "photo").flatMap((asset) => largePictures(asset).slice(0, 1));
  byId("asset-view-ahead").replaceChildren(...addresses.map((src) => element("img", { src, alt: "" })));
}

/** Shows the original in its own size, from where it was clicked or from its middle, or all of it again. Answers whether it is large now. */
export function zoom(asset, click = null) {
  const stage = byId("asset-view-stage");
  const image = stage.querySelector(":scope > img");
  if (!image) return false;
  const isZoomed = !isLarge();
  const box = image.getBoundingClientRect();
  const at = click ? { x: (click.clientX - box.left) / box.width, y: (click.clientY - box.top) / box.height } : { x: 0.5, y: 0.5 };
  setAttribute(stage, "data-zoomed", isZoomed ? "yes" : null);
  if (isZoomed) bringIntoSight(stage, at);
  if (isZoomed && isPicture(asset) && image.getAttribute("src") !== originalOf(asset)) sharpen(image, originalOf(asset), () => bringIntoSight(stage, at));
  return isZoomed;
}

/** Whether a picture is shown in its own size. */
export function isLarge() {
  return byId("asset-view-stage").dataset.zoomed === "yes";
}

function bringIntoSight(stage, { x, y }) {
  stage.scrollTo({ left: x * stage.scrollWidth - stage.clientWidth / 2, top: y * stage.scrollHeight - stage.clientHeight / 2, behavior: "instant" });
}

// What is there stays until the original is.
function sharpen(image, address, whenSharp) {
  const original = element("img", { src: address, alt: "" });
  original.addEventListener("load", () => {
    original.remove();
    if (!image.isConnected) return;
    image.addEventListener("load", () => image.isConnected && isLarge() && whenSharp(), { once: true });
    image.setAttribute("src", address);
  }, { once: true });
  byId("asset-view-ahead").append(original);
}

function picture(asset, [address, ...others]) {
  if (!address) return sorry(asset);
  const image = element("img", { src: address, alt: asset.name, draggable: "false" });
  image.addEventListener("error", () => image.replaceWith(picture(asset, others)), { once: true });
  return image;
}

function video(asset) {
  const player = element("video", { src: originalOf(asset), poster: posterOf(asset), controls: true, preload: "metadata", playsinline: true, "aria-label": asset.name });
  const giveUp = () => player.replaceWith(sorry(asset));
  player.addEventListener("error", giveUp, { once: true });
  // Where only its sound is known it would play in the dark.
  player.addEventListener("loadedmetadata", () => player.videoWidth === 0 && giveUp(), { once: true });
  return player;
}

function sorry(asset) {
  return element("div", { class: "sorry" }, asset.thumbnailed && asset.kind === "video" ? still(asset) : makeTypeTile(asset),
    element("p", { text: `This browser cannot ${asset.kind === "video" ? "play the video" : "show the photo"} as it is stored (${fileType(asset.name)}).` }),
    element("a", { class: "plain", href: originalOf(asset), download: asset.name, text: "Download the original" }));
}

function still(asset) {
  const image = element("img", { class: "still", src: posterOf(asset), alt: asset.name });
  image.addEventListener("error", () => image.replaceWith(makeTypeTile(asset)), { once: true });
  return image;
}
