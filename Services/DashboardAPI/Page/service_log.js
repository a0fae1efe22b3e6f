// The log of one service: its last lines, and those that follow for as long as somebody looks.
import { get } from "./api.js";
import { byId, element, setText } from "./element.js";
import { counted } from "./format.js";

const tail = 200;
// What follows is cut at the front, so that a talkative service does not fill the browser's memory overnight.
const mostLines = 1000;
let name = null;
let request = null;
let stream = null;
let isLoading = false;

export function bindLog() {
  byId("log-follow").addEventListener("change", () => (byId("log-follow").checked ? follow() : unfollow()));
}

export async function openLog(service) {
  closeLog();
  name = service;
  request = new AbortController();
  const { signal } = request;
  byId("log").replaceChildren();
  setText(byId("log-note"), "Loading …");
  isLoading = true;
  try {
    const answer = await get(`${path()}?tail=${tail}`, signal);
    if (signal.aborted) return;
    append(answer.lines);
    setText(byId("log-note"), answer.lines.length === 0 ? "The log is empty." : `The last ${counted(answer.lines.length, "line")}.`);
  } catch (error) {
    if (signal.aborted) return;
    setText(byId("log-note"), error.status === 404 ? "There is no log of this service here." : error.message);
  }
  isLoading = false;
  // Who asked for it early gets what follows behind the last lines, not beside them.
  if (byId("log-follow").checked) follow();
}

export function closeLog() {
  request?.abort();
  unfollow();
  byId("log-follow").checked = false;
  name = null;
}

function follow() {
  unfollow();
  if (name === null || isLoading) return;
  // It begins with the last lines, each time that the connection is made: nothing is missed in between, nor shown twice.
  stream = new EventSource(`${path()}/follow?tail=${tail}`);
  stream.addEventListener("open", () => {
    byId("log").replaceChildren();
    setText(byId("log-note"), "Following: new lines appear as they are written.");
  });
  stream.addEventListener("message", (event) => append([event.data]));
  stream.addEventListener("error", () => {
    const isOver = stream?.readyState === EventSource.CLOSED;
    setText(byId("log-note"), isOver ? "The log cannot be followed right now." : "The connection broke; trying again …");
    if (isOver) byId("log-follow").checked = false;
  });
}

function unfollow() {
  stream?.close();
  if (stream) setText(byId("log-note"), "");
  stream = null;
}

function append(lines) {
  const log = byId("log");
  // Who scrolled up wants to read: only who is at the end is kept at the end.
  const isAtEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 24;
  log.append(...lines.map((line) => element("li", { text: line })));
  while (log.childElementCount > mostLines) log.firstElementChild.remove();
  if (isAtEnd) log.scrollTop = log.scrollHeight;
}

function path() {
  return `/api/v1/logs/${encodeURIComponent(name)}`;
}
