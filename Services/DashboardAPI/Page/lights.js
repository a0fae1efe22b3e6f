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
const subjects = { "librarian": "The librarian", "factory-db": "The database", "service-monitor": "The monitor", "dashboard": "The dashboard" };
// Not everybody syncs by Syncthing, and the cleanup says nothing before its first night.
const optional = ["syncthing", "cleanup"];

/** "good", "attention", "bad" or "unknown". */
export function levelOf(service) {
  return levels[service.light] ?? "unknown";
}

/** What people call a service: "Database" for factory-db, "Librarian (cellar)" for librarian@cellar. */
export function titleOf(name) {
  const [base, id] = name.split("@");
  return (names[base] ?? base) + (id ? ` (${id})` : "");
}

/** The same at the beginning of a sentence: "The database". */
export function subjectOf(name) {
  return subjects[name] ?? titleOf(name);
}

export function isLibrarian(service) {
  return service.name.split("@")[0] === "librarian";
}

/** Whether all may be well though this service has never reported. */
export function isOptional(service) {
  return optional.includes(service.name);
}

/** Why a service shows its light, in a few words. */
export function wordsFor(service) {
  if (levelOf(service) === "unknown") return "Has not reported yet";
  if (isAhead(service)) return aheadWords(service);
  if (isLate(service)) return `Silent for ${duration(service.age_seconds)}`;
  if (service.status === "ERROR") return "Needs help";
  if (service.status === "WARNING") return "Has a warning";
  return levelOf(service) === "good" ? "Running" : "Needs a look";
}

/** What is wrong with a service, in a sentence of its own where it said one. */
export function reasonOf(service) {
  const words = wordsFor(service);
  // What a clock that is ahead has dated says nothing about now.
  if (isAhead(service) || !service.current_task) return `${words}.`;
  // Who is silent may have said something long before that is no longer so.
  return isLate(service) ? `${words}. It said last: ${service.current_task}` : service.current_task;
}

/** "reported 12 s ago". */
export function reportWords(service) {
  const age = service.age_seconds;
  if (age === null) return "no report yet";
  return isAhead(service) ? `reported ${duration(-age)} ahead of time` : `reported ${duration(age)} ago`;
}

function aheadWords(service) {
  return `Its clock is ${duration(-service.age_seconds)} ahead`;
}

// The server alone decides the light: what is green still is not called silent, though its next report is due.
function isLate(service) {
  return levelOf(service) !== "good" && service.age_seconds !== null && service.age_seconds > service.interval_seconds;
}

// A little is what clocks differ by.
function isAhead(service) {
  return levelOf(service) !== "good" && service.age_seconds !== null && -service.age_seconds > service.interval_seconds;
}
