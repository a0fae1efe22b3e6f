// Asks for one page of assets. The server looks for a moment at most and gives what it found by then, so that an answer may be
// short, or empty, while there is more to look through: then the page asks on.
import { get } from "./api.js";

const firstPageSize = 48;
// Who goes on is on the way to somewhere: as much as the server gives at once.
const furtherPageSize = 200;
// Two seconds each at the most: after half a minute somebody is asked whether to go on.
const mostRounds = 15;

/**
 * Yields what is found of the page behind `cursor` after each round: `assets`, `next` (a cursor, or null at the end), `isPartial`
 * (there may be more for this page), `isLooking` (another round follows). Throws as `get` does.
 */
export async function* lookForPage(filter, cursor, signal) {
  const assets = [];
  const pageSize = cursor === null ? firstPageSize : furtherPageSize;
  let next = cursor;
  for (let round = 1; ; round += 1) {
    const answer = await get(`/api/v1/assets?${query(filter, next, pageSize - assets.length)}`, signal);
    if (signal.aborted) return;
    assets.push(...answer.assets);
    next = answer.next;
    const isPartial = next !== null && assets.length < pageSize;
    const isLooking = isPartial && round < mostRounds;
    yield { assets, next, isPartial, isLooking };
    if (!isLooking) return;
  }
}

function query({ text, from, to, country, region, place }, cursor, limit) {
  const parameters = { limit, cursor, q: text, from, to, country, region, place };
  return new URLSearchParams(Object.entries(parameters).filter(([, value]) => value)).toString();
}
