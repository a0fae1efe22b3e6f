// The focused view of one service: how it is now, its heartbeats, its log.
import { byId, element, setAttribute, setShown, setText } from "./element.js";
import { duration, instant, number, percent } from "./format.js";
import { makeStrip, showStrip } from "./heartbeat_strip.js";
import { levelOf, titleOf } from "./lights.js";
import { makeLight, reportWords, showLight } from "./service_cards.js";
import { loadHistory } from "./service_history.js";
import { closeLog, openLog } from "./service_log.js";

let shown = null;

export function bindServiceView() {
  const view = byId("service-view");
  byId("service-view-now").append(
    element("p", { class: "view-light" }, makeLight()), element("p", { class: "view-task" }), makeStrip(),
    element("p", { class: "legend", text: "Short bar: well. Taller: a warning. Full: an error. Broken in two: no report." }),
    element("dl", { class: "facts" }));
  byId("history-hours").addEventListener("change", () => loadHistory(shown, byId("history-hours").value));
  view.addEventListener("close", () => {
    shown = null;
    closeLog();
  });
}

/** Opens the view. The browser keeps the focus inside, closes it by Escape and gives the focus back. */
export function openServiceView(name, document) {
  const service = document.services?.find((one) => one.name === name);
  if (!service) return;
  shown = name;
  refreshServiceView(document);
  byId("service-view").showModal();
  loadHistory(name, byId("history-hours").value);
  openLog(name);
}

/** Brings an open view up to date. */
export function refreshServiceView(document) {
  const service = document.services?.find((one) => one.name === shown);
  if (!service) return;
  setText(byId("service-view-title"), titleOf(service.name));
  setText(byId("service-view-description"), service.description);
  const now = byId("service-view-now");
  now.dataset.level = levelOf(service);
  showLight(now.querySelector(".light"), service);
  setText(now.querySelector(".view-task"), service.current_task);
  setShown(now.querySelector(".view-task"), Boolean(service.current_task));
  showStrip(now.querySelector(".strip"), service.strip, new Date(document.generated_at));
  showFacts(now.querySelector(".facts"), facts(service));
}

/** Terms and what they are; a null leaves a line out. */
export function showFacts(list, lines) {
  const known = lines.filter(([, value]) => value !== null && value !== undefined && value !== "");
  const terms = list.querySelectorAll("dt");
  if (terms.length !== known.length || known.some(([term], at) => terms[at].textContent !== term)) {
    list.replaceChildren(...known.map(([term]) => element("div", {}, element("dt", { text: term }), element("dd"))));
  }
  list.querySelectorAll("dd").forEach((node, at) => {
    setText(node, known[at][1]);
    // A fingerprint or a sentence gets a row to itself.
    setAttribute(node.parentElement, "class", known[at][1].length > 44 ? "wide" : null);
  });
}

function facts(service) {
  const container = service.container;
  return [
    ["Name", service.name],
    ["Last report", service.last_heartbeat ? `${instant(service.last_heartbeat)} (${reportWords(service)})` : "none yet"],
    ["Reports every", duration(service.interval_seconds)],
    ["Up in 24 hours", service.uptime_24h === null ? null : percent(service.uptime_24h)],
    ["Container", container && [container.state, container.health].filter(Boolean).join(", ")],
    ["Restarts", typeof container?.restarts === "number" ? number(container.restarts) : null],
  ];
}
