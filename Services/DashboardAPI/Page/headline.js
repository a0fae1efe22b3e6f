// The first thing that people read.
import { byId, element, setAttribute, setShown, setText } from "./element.js";
import { patchList } from "./keyed_list.js";
import { titleOf } from "./lights.js";

let announced = null;

/** Shows a verdict, and tells screen readers when it has become another. */
export function showHeadline(verdict, openService) {
  setAttribute(byId("headline"), "data-level", verdict.level);
  setAttribute(byId("headline-icon"), "href", `#icon-${verdict.level}`);
  setText(byId("headline-title"), verdict.title);
  setText(byId("headline-text"), verdict.text);
  const reasons = byId("headline-reasons");
  setShown(reasons, verdict.reasons.length > 0);
  patchList(reasons, verdict.reasons, (reason) => reason.service, (reason) => makeReason(reason, openService), showReason);
  document.title = verdict.level === "good" ? "Photo Factory" : `${mark(verdict.level)} ${verdict.title} · Photo Factory`;
  announce(verdict.title);
}

// Only what is new is said: a page that talks every ten seconds is switched off.
function announce(title) {
  if (announced !== null && announced !== title) setText(byId("announcements"), title);
  announced = title;
}

function mark(level) {
  return level === "bad" ? "✕" : "!";
}

function makeReason(reason, openService) {
  return element("li", {},
    element("button", { type: "button", class: "link", text: titleOf(reason.service), onclick: () => openService(reason.service) }),
    element("span", { class: "reason-text" }));
}

function showReason(node, reason) {
  setAttribute(node, "data-level", reason.level);
  setText(node.lastElementChild, reason.text);
}
