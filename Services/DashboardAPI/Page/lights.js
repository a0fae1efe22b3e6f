// What the lights of services mean, in levels that the whole page shares and in words.
import { duration } from "./format.js";

const levels = { green: "good", yellow: "attention", red: "bad" };
const names = {
  "librarian": "Librarian",
  "factory-db": "Database",
  "syncthing": "Syncthing",
  "service-monitor": "Service monitor",
  "dashboard": "Dashboard",
  "cleanup": "Cleanup",
};

/** "good", "attention", "bad" or "unknown". */
export function levelOf(service) {
  return levels[service.light] ?? "unknown";
}

/** What people call a service: "Database" for factory-db, "Librarian (cellar)" for librarian@cellar. */
export function titleOf(name) {
  const [base, id] = name.split("@");
  return (names[base] ?? base) + (id ? ` (${id})` : "");
}

/** Why a service shows its light, in a few words. */
export function wordsFor(service) {
  if (levelOf(service) === "unknown") return "Has not reported yet";
  if (isLate(service)) return `Silent for ${duration(service.age_seconds)}`;
  if (service.status === "ERROR") return "Needs help";
  if (service.status === "WARNING") return "Has a warning";
  return levelOf(service) === "good" ? "Running" : "Needs a look";
}

/** What is wrong with a service, in a sentence of its own where it said one. */
export function reasonOf(service) {
  const words = wordsFor(service);
  if (!service.current_task) return `${words}.`;
  // Who is silent may have said something long before that is no longer so.
  return isLate(service) ? `${words}. It said last: ${service.current_task}` : service.current_task;
}

function isLate(service) {
  return service.age_seconds !== null && service.age_seconds > service.interval_seconds;
}
