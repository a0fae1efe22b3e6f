// The parts of the document that the server could not fill, each with the reason.
import { byId, element, icon, setShown, setText } from "./element.js";
import { patchList } from "./keyed_list.js";

const parts = {
  services: "Services", "services.strip": "Services' past", media: "Photos", recent: "Just arrived", intake: "Intake", storage: "Disk space",
  containers: "Containers",
};

/** Parts that fail for one reason share one line. */
export function showDegraded(degraded) {
  const byReason = new Map();
  for (const { part, reason } of degraded) {
    byReason.set(reason, (byReason.get(reason) ?? new Set()).add(parts[part] ?? part));
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
