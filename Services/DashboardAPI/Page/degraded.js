// The parts of the document that the server could not fill, and those that the page could not draw, each with the reason.
import { partTitle } from "./document_parts.js";
import { byId, element, icon, setShown, setText } from "./element.js";
import { patchList } from "./keyed_list.js";

/** Parts that fail for one reason share one line. */
export function showDegraded(degraded) {
  const byReason = new Map();
  for (const { part, reason } of degraded) {
    byReason.set(reason, (byReason.get(reason) ?? new Set()).add(partTitle(part)));
  }
  const lines = [...byReason].map(([reason, names]) => ({ reason, parts: [...names].join(", ") }));
  const list = byId("degraded");
  setShown(list, lines.length > 0);
  patchList(list, lines, (line) => line.reason, makeLine, (node, line) => {
    setText(node.querySelector("strong"), `${line.parts}:`);
    setText(node.querySelector("span"), line.reason);
  });
}

function makeLine() {
  return element("li", {}, icon("attention"), element("p", {}, element("strong"), " ", element("span")));
}
