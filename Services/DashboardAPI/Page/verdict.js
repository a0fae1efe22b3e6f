// The headline: are my photos safe, is everything running, what came in today? Decided from the document alone.
import { separateDisks } from "./disk_room.js";
import { missingParts, missingWords } from "./document_parts.js";
import { bytes, counted, number } from "./format.js";
import { isLibrarian, isOptional, levelOf, reasonOf, subjectOf, titleOf } from "./lights.js";

/** Answers `level` ("good", "attention", "bad", "unknown"), `title`, `text` and `reasons` (`service`, `level`, `text`). */
export function verdict(document) {
  const services = document.services ?? [];
  const found = {
    troubled: services.filter((service) => ["bad", "attention"].includes(levelOf(service))),
    silent: services.filter((service) => levelOf(service) === "unknown" && !isOptional(service)),
    missing: missingParts(document),
    disks: separateDisks(document.storage),
  };
  const isUrgent = ({ level }) => level === "bad";
  const sentences = [
    missingWords(found.missing), ...found.disks.filter(isUrgent).map(roomWords), running(document, found), arrived(document, found),
    waiting(document), ...found.disks.filter((disk) => !isUrgent(disk)).map(roomWords),
  ];
  return {
    ...title(document, found),
    text: sentences.filter(Boolean).join(" "),
    reasons: found.troubled.map((service) => ({ service: service.name, level: levelOf(service), text: reasonOf(service) })),
  };
}

/** What the headline says while the server does not answer. What was seen before is no longer known to be so. */
export function verdictWithoutAnswer(seenAt) {
  const text = seenAt
    ? `What you see below is how it was at ${seenAt}. The page keeps trying.`
    : "Is the server on, and are you in the same network? The page keeps trying.";
  return { level: "bad", title: "The factory does not answer.", text, reasons: [] };
}

/** How many files have something about them that somebody should look at. */
export function filesToLookAt(document) {
  return (document.media?.errors ?? 0) + (document.intake?.quarantined ?? 0) + (document.intake?.refused ?? 0);
}

function title(document, { troubled, silent, missing, disks }) {
  const alarms = [diskWords(disks, "bad", "full"), serviceWords(troubled.filter((service) => levelOf(service) === "bad"), "you")].filter(Boolean);
  if (alarms.length > 0) return { level: "bad", title: alarms.join(" ") };
  if (missing.length > 0) return { level: "attention", title: "Part of the picture is missing." };
  const worry = serviceWords(troubled, "a look") || fileWords(filesToLookAt(document)) || diskWords(disks, "attention", "filling up");
  if (worry) return { level: "attention", title: `Your photos are safe. ${worry}` };
  if (!isReporting(document)) return { level: "unknown", title: "Waiting for the first reports." };
  const isAllKnown = silent.length === 0 && disks.every((disk) => disk.level !== "unknown");
  return { level: isAllKnown ? "good" : "unknown", title: document.media.total === 0 ? "Ready for your first photo." : "Your photos are safe." };
}

// Without a word from the librarian nothing can be said about photos.
function isReporting(document) {
  return document.services.some((service) => isLibrarian(service) && levelOf(service) !== "unknown");
}

function serviceWords(services, what) {
  if (services.length === 0) return "";
  return services.length === 1 ? `${titleOf(services[0].name)} needs ${what}.` : `${services.length} services need ${what}.`;
}

function diskWords(disks, level, what) {
  const subjects = disks.filter((disk) => disk.level === level).map((disk) => disk.subject);
  if (subjects.length === 0) return "";
  const words = `${subjects.join(" and ")} ${subjects.length === 1 ? "is" : "are"} ${what}.`;
  return words[0].toUpperCase() + words.slice(1);
}

function fileWords(files) {
  if (files === 0) return "";
  return files === 1 ? "One file needs a look." : `${number(files)} files need a look.`;
}

function roomWords({ name, subject, disk, level }) {
  if (!disk || level === "good") return "";
  if (level === "unknown") return `How much room ${subject} has is not known.`;
  const left = `${name === "Inbox" ? "The inbox" : name} has ${bytes(disk.free)} of ${bytes(disk.total)} left.`;
  if (level !== "bad") return left;
  return `${left} Make room on its disk, or ${name === "Inbox" ? "phones cannot send more" : "new photos wait in the inbox"}.`;
}

function running(document, { troubled, silent, missing }) {
  if (!document.services) return "Nobody can tell whether everything is running.";
  // They are known, but not to be seen on the page: what is said of them could not be looked up there.
  if (missing.includes("services")) return "";
  const unheard = silentWords(document, silent);
  if (troubled.length === 0) return unheard || "Everything is running.";
  const fine = document.services.filter((service) => levelOf(service) === "good").length;
  const untouched = troubled.some((service) => levelOf(service) === "bad") ? "What is filed already stays untouched." : "";
  return [untouched, fine > 0 ? `${counted(fine, "other service")} ${fine === 1 ? "is" : "are"} running.` : "", unheard].filter(Boolean).join(" ");
}

function silentWords(document, silent) {
  if (document.services.every((service) => levelOf(service) === "unknown")) return "No service has reported yet.";
  if (silent.length > 1) return `${silent.length} services have not reported yet.`;
  if (silent.length === 1) return `${subjectOf(silent[0].name)} has not reported yet.`;
  return isReporting(document) ? "" : "No librarian has reported yet.";
}

function arrived(document, { disks }) {
  if (!document.media) {
    const isFiling = document.services?.some((service) => isLibrarian(service) && levelOf(service) === "good");
    return isFiling && disks.every((disk) => disk.level !== "bad") ? "Photos that arrive are filed all the same." : "";
  }
  if (document.media.total === 0) return "Nothing has come in yet.";
  const today = document.media.filed_today;
  return today === 0 ? "Nothing new came in today." : `${counted(today, "photo or video", "photos and videos")} came in today.`;
}

function waiting(document) {
  const pending = document.intake?.pending ?? 0;
  if (pending === 0) return "";
  return pending === 1 ? "One file waits in the inbox." : `${number(pending)} files wait in the inbox.`;
}
