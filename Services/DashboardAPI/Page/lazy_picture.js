// Pictures that are loaded when somebody sees them. Originals are some megabytes each, and browsers fetch far ahead of
// the screen by themselves: opening the page on a phone would load hundreds of megabytes that nobody looks at.

const margin = "160px";
const observer = new IntersectionObserver((entries) => entries.forEach(follow), { rootMargin: margin });

/** Gives `image` its picture once it comes near the screen. */
export function loadWhenSeen(image, address) {
  image.dataset.address = address;
  observer.observe(image);
}

function follow({ target, isIntersecting }) {
  if (isIntersecting) {
    if (!target.hasAttribute("src")) target.src = target.dataset.address;
  } else if (target.hasAttribute("src") && !target.complete) {
    // Scrolled past before it was there: what is on the screen now comes first.
    target.removeAttribute("src");
  }
}
