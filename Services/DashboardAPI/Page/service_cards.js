// One card a service: its light, what it does, how its last day was.
import { byId, element, icon, setAttribute, setShown, setText } from "./element.js";
import { percent } from "./format.js";
import { makeStrip, showStrip } from "./heartbeat_strip.js";
import { patchList } from "./keyed_list.js";
import { levelOf, reportWords, titleOf, wordsFor } from "./lights.js";

/** Shows the services as they were at `snapshotAt`; null where nobody knows. */
export function showServiceCards(services, snapshotAt, openService) {
  const list = byId("service-cards");
  setAttribute(list, "data-known", services ? "yes" : "no");
  const empty = byId("services-empty");
  setShown(empty, !services || services.length === 0);
  setText(empty, services ? "No service is known yet. They appear with their first report." : "The services cannot be seen right now; the reason stands above.");
  patchList(list, services ?? [], (service) => service.name, (service) => makeCard(service, openService),
    (card, service) => showCard(card, service, snapshotAt));
}

/** A light with its word beside it. */
export function makeLight() {
  return element("span", { class: "light" }, element("span", { class: "light-icon" }), element("span", { class: "light-word" }));
}

export function showLight(node, service) {
  const level = levelOf(service);
  if (node.dataset.level !== level) node.querySelector(".light-icon").replaceChildren(icon(level));
  setAttribute(node, "data-level", level);
  setText(node.querySelector(".light-word"), wordsFor(service));
}

function makeCard(service, openService) {
  return element("li", { class: "card service", "data-service": service.name },
    element("div", { class: "service-head" },
      element("h3", {}, element("button", { type: "button", class: "service-open", text: titleOf(service.name), onclick: () => openService(service.name) })),
      makeLight()),
    element("p", { class: "service-task" }),
    makeStrip(),
    element("p", { class: "service-foot" }, element("span", { class: "service-age" }), element("span", { class: "service-uptime" })));
}

function showCard(card, service, snapshotAt) {
  setAttribute(card, "data-level", levelOf(service));
  showLight(card.querySelector(".light"), service);
  setText(card.querySelector(".service-task"), service.current_task ?? service.description);
  showStrip(card.querySelector(".strip"), service.strip, snapshotAt);
  setText(card.querySelector(".service-age"), reportWords(service));
  setText(card.querySelector(".service-uptime"), service.uptime_24h === null ? "" : `${percent(service.uptime_24h)} in 24 h`);
}
