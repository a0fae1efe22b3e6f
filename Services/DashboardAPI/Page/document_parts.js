// What the parts of the document and of the page are called, and which are missing.

const titles = {
  services: "Services", "services.strip": "Services' past", media: "Photos", recent: "Just arrived", intake: "Intake", storage: "Disk space", "storage.scrub": "Originals read again", "storage.backup": "Copies",
  containers: "Containers", headline: "Headline", counters: "Numbers", chart: "This week", welcome: "First steps", view: "Open service",
  looks: "Needs a look", library: "All photos",
};
const nouns = { "services.strip": "the services' past", "storage.scrub": "when originals were read again", "storage.backup": "how far copies are proven", recent: "the newest photos", headline: "the headline", view: "the open service", looks: "what needs a look" };
const members = ["services", "media", "recent", "intake", "storage"];
// Whose whole is missing needs no word of its own.
const wholes = { "services.strip": "services", recent: "media", "storage.scrub": "media", "storage.backup": "media" };

export function partTitle(part) {
  return titles[part] ?? part;
}

/** The parts that cannot be seen: those that the document calls degraded, and those that it leaves out without a word. */
export function missingParts(document) {
  const told = (document.degraded ?? []).map(({ part }) => part);
  const empty = members.filter((part) => !document[part]);
  const halves = document.storage && !(document.storage.storage && document.storage.inbox) ? ["storage"] : [];
  return [...new Set([...told, ...empty, ...halves])];
}

/** "Photos and disk space cannot be seen right now." */
export function missingWords(parts) {
  const names = parts.filter((part) => !parts.includes(wholes[part])).map((part) => nouns[part] ?? partTitle(part).toLowerCase());
  if (names.length === 0) return "";
  const list = names.length === 1 ? names[0] : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
  return `${list[0].toUpperCase()}${list.slice(1)} cannot be seen right now.`;
}
