// How long ago services reported, also while the server has nothing new to say and answers 304.

// Beyond the longest pause between two requests nobody knows whether a service has reported since: ages stand still.
const mostSeconds = 65;

/**
 * The document with `age_seconds` of its services as they are `seconds` after it was received, by the server's clock alone: the
 * browser's may be another. Below 0 is a report from the future.
 */
export function aged(document, seconds) {
  if (!document.services) return document;
  const now = Date.parse(document.generated_at) + seconds * 1000;
  return { ...document, services: document.services.map((service) => ({ ...service, age_seconds: ageAt(now, service) })) };
}

/** How long after it was received a document is spoken of, where it was received and last confirmed then (milliseconds). */
export function secondsSince(receivedAt, confirmedAt, now) {
  return (Math.min(now, confirmedAt + mostSeconds * 1000) - receivedAt) / 1000;
}

function ageAt(now, service) {
  const age = Math.floor((now - Date.parse(service.last_heartbeat)) / 1000);
  return Number.isFinite(age) ? age : service.age_seconds;
}
