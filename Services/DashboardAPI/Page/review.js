// What was looked at: the only thing that the page changes. The server wants a token beside the session, which it tells to no
// other page.
import { get, send, sessionPath } from "./api.js";

const reviewPath = "/api/v1/review";
const listeners = [];
let session = null;

/** `action(ids, reviewed)` is called when photos were marked. */
export function whenReviewed(action) {
  listeners.push(action);
}

// Somebody may set a password while the page is open.
async function known() {
  if (!session?.password) session = await get(sessionPath);
  return session;
}

/** Why nobody can review here; null where it can be done. */
export async function reviewObstacle() {
  return (await known()).password ? null : "Set DASHBOARD_PASSWORD to mark photos as reviewed.";
}

/** Marks assets as reviewed, or as not. Throws `ApiError`. */
export async function review(assets, reviewed) {
  await known();
  try {
    await mark(assets, reviewed);
  } catch (error) {
    if (error.status !== 403) throw error;
    // The session is another one by now, as after a restart of the server.
    session = await get(sessionPath);
    await mark(assets, reviewed);
  }
  for (const listener of listeners) listener(assets, reviewed);
}

function mark(assets, reviewed) {
  return send("POST", reviewPath, { assets, reviewed }, { "X-CSRF-Token": session.csrf_token ?? "" });
}
