// The picture of a tile. Where it cannot be had something stands in for it, and it is asked for again.
import { element } from "./element.js";
import { loadWhenSeen } from "./lazy_picture.js";

// Waiting 1, 2, 4 … answers of the server in between: a Storage that is away for half an hour gets its pictures back, and
// what no browser can show is not fetched for ever.
const mostTries = 8;
const failed = new Set();

/** Puts the first of `addresses` that is a picture into `frame`, over what `makeStandIn()` answers where none is. */
export function showPicture(frame, addresses, makeStandIn) {
  load({ frame, addresses, makeStandIn, tries: 0, pause: 0 });
}

/** Called with each answer of the server: asks again for pictures that could not be had. */
export function retryPictures() {
  for (const picture of failed) {
    picture.pause -= 1;
    const isWanted = picture.frame.isConnected && picture.standIn.parentNode === picture.frame;
    if (isWanted && picture.pause > 0) continue;
    failed.delete(picture);
    if (isWanted) load(picture);
  }
}

// The name beside it says what it is; a description of a photo that nobody has looked at would be made up.
function load(picture, choice = 0) {
  const image = element("img", { alt: "", decoding: "async" });
  image.addEventListener("load", () => picture.standIn?.remove(), { once: true });
  image.addEventListener("error", () => tryNext(picture, image, choice + 1), { once: true });
  picture.frame.append(image);
  loadWhenSeen(image, picture.addresses[choice]);
}

// The server may have made no small picture yet, or have lost it: the original does as well.
function tryNext(picture, image, choice) {
  if (choice === picture.addresses.length || image.parentNode !== picture.frame) return giveUp(picture, image);
  image.remove();
  load(picture, choice);
}

function giveUp(picture, image) {
  const isWanted = image.parentNode === picture.frame;
  image.remove();
  if (!isWanted) return;
  if (!picture.standIn) {
    picture.standIn = picture.makeStandIn();
    picture.frame.append(picture.standIn);
  }
  picture.tries += 1;
  picture.pause = 2 ** (picture.tries - 1);
  if (picture.tries < mostTries) failed.add(picture);
}
