// Pictures that are loaded when somebody sees them. Originals are some megabytes each, and browsers fetch far ahead of
// the screen by themselves: opening the page on a phone would load hundreds of megabytes that nobody looks at.

const margin = "160px";
const observer = new IntersectionObserver((entries) => entries.forEach(follow), { rootMargin: margin });

/** Gives `image` its picture once it comes near the screen. */
export function loadWhenSeen(image, address) {
  image.dataset.address = address;
  image.addEventListener("load", done);
  image.addEventListener("error", done);
  observer.observe(image);
}

/** Gives up on what is not loaded yet in a part of the page that is about to be taken away, so that it is freed. */
export function forgetPictures(part) {
  for (const image of part.querySelectorAll("img[data-address]")) stop(image);
}

function done({ target }) {
  observer.unobserve(target);
}

// Chromium keeps for ever what gets an address, or loses it, while it is on no page.
function follow({ target, isIntersecting }) {
  if (!target.isConnected) return stop(target);
  if (isIntersecting) {
    if (!target.hasAttribute("src")) target.src = target.dataset.address;
  } else {
    // Scrolled past before it was there: what is on the screen now comes first.
    giveBack(target);
  }
}

function stop(image) {
  observer.unobserve(image);
  giveBack(image);
}

function giveBack(image) {
  if (image.isConnected && image.hasAttribute("src") && !image.complete) image.removeAttribute("src");
}
