// The parts of the document that the server could not fill, each with the reason.
import { byId, element, icon, setShown, setText } from "./element.js";
import { patchList } from "./keyed_list.js";

const parts = {
  services: "Services", media: "Photos", recent: "Just arrived", intake: "Intake", storage: "Disk space",
  containers: "Containers", docker: "Containers", database: "Database",
};

/** Parts that fail for one reason share one line. */
export function showDegraded(degraded) {
  const byReason = Map.groupBy(degraded, (line) => line.reason);
  const lines = [...byReason].map(([reason, group]) => ({
    reason, parts: [...new Set(group.map((line) => parts[line.part] ?? line.part))].join(", "),
  }));
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
