// Talking to the server: JSON in, JSON out, and one kind of error.

/** Where a session begins and ends. */
export const sessionPath = "/api/v1/session";
const timeoutMilliseconds = 10_000;
let onUnauthorized = () => {};

/** What went wrong with a request. `status` is 0 where no answer came at all. */
export class ApiError extends Error {
  constructor(status, detail) {
    super(detail);
    this.status = status;
  }
}

/** Says what is to happen when the server wants a password. */
export function whenUnauthorized(action) {
  onUnauthorized = action;
}

/** The JSON of a path. Throws `ApiError`, or an `AbortError` when `signal` was used. */
export async function get(path, signal) {
  return (await request(path, {}, signal)).json;
}

/** The JSON of a path and its tag, or null where the server says that it still has `etag`. */
export async function getIfChanged(path, etag) {
  const answer = await request(path, { headers: etag ? { "If-None-Match": etag } : {} });
  return answer.status === 304 ? null : answer;
}

/** Sends JSON, or nothing. */
export async function send(method, path, body, further = {}) {
  const headers = body ? { "Content-Type": "application/json", ...further } : further;
  await request(path, { method, headers, body: body ? JSON.stringify(body) : undefined });
}

async function request(path, options, signal) {
  const answer = await withinLimit((limited) => fetchAll(path, options, limited), signal);
  if (answer.status === 204 || answer.status === 304) return answer;
  if (answer.status < 300 && answer.json !== null) return answer;
  if (answer.status === 401 && path !== sessionPath) onUnauthorized();
  throw new ApiError(answer.status, answer.json?.detail || answer.json?.title || `The server answered ${answer.status}.`);
}

// Also the body has to arrive in time: a server that stops in the middle of it would keep the page waiting for ever.
async function fetchAll(path, options, signal) {
  // The tag is compared by the server alone: the browser's own cache would hide a 304 from us.
  const response = await fetch(path, { cache: "no-store", ...options, signal });
  const text = await response.text();
  return { status: response.status, etag: response.headers.get("ETag"), json: parsed(text) };
}

// By hand: phones of some years ago know neither AbortSignal.timeout nor AbortSignal.any.
async function withinLimit(action, signal) {
  const limit = new AbortController();
  const stop = () => limit.abort();
  const timer = setTimeout(stop, timeoutMilliseconds);
  signal?.addEventListener("abort", stop);
  if (signal?.aborted) stop();
  try {
    return await action(limit.signal);
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ApiError(0, "The server does not answer.");
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", stop);
  }
}

// A proxy in between answers in HTML; that is told by its status.
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
