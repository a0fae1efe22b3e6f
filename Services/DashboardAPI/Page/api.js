// Talking to the server: JSON in, JSON out, and one kind of error.

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
  return (await request(path, { signal })).json();
}

/** The JSON of a path and its tag, or null where the server says that it still has `etag`. */
export async function getIfChanged(path, etag) {
  const response = await request(path, { headers: etag ? { "If-None-Match": etag } : {} });
  if (response.status === 304) return null;
  return { json: await response.json(), etag: response.headers.get("ETag") };
}

/** Sends JSON, or nothing. */
export async function send(method, path, body) {
  const headers = body ? { "Content-Type": "application/json" } : {};
  await request(path, { method, headers, body: body ? JSON.stringify(body) : undefined });
}

async function request(path, { signal, ...options }) {
  const limit = AbortSignal.timeout(timeoutMilliseconds);
  let response;
  try {
    // The tag is compared by the server alone: the browser's own cache would hide a 304 from us.
    response = await fetch(path, { cache: "no-store", signal: signal ? AbortSignal.any([signal, limit]) : limit, ...options });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ApiError(0, "The server does not answer.");
  }
  if (response.ok || response.status === 304) return response;
  if (response.status === 401 && path !== "/api/v1/session") onUnauthorized();
  throw new ApiError(response.status, await problem(response));
}

async function problem(response) {
  try {
    const document = await response.json();
    return document.detail || document.title || `The server answered ${response.status}.`;
  } catch {
    return `The server answered ${response.status}.`;
  }
}
