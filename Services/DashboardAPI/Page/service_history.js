// The heartbeats of one service. Equal ones in a row are one line, so that a week fits on a screen.
import { get } from "./api.js";
import { byId, element, icon, setText } from "./element.js";
import { counted, instant, timeOfDay } from "./format.js";

const levels = { OK: "good", WARNING: "attention", ERROR: "bad" };
const mostLines = 200;
let request = null;

export async function loadHistory(name, hours) {
  request?.abort();
  request = new AbortController();
  const { signal } = request;
  setText(byId("history-note"), "Loading …");
  try {
    const answer = await get(`/api/v1/services/${encodeURIComponent(name)}/history?hours=${hours}`, signal);
    if (!signal.aborted) show(answer);
  } catch (error) {
    if (signal.aborted) return;
    byId("history").replaceChildren();
    setText(byId("history-note"), error.message);
  }
}

/** Heartbeats, newest first, as runs of one status and task: `status`, `task`, `from`, `to`, `count`. */
export function runs(heartbeats) {
  const found = [];
  for (const { time, status, task } of heartbeats) {
    const last = found.at(-1);
    if (last && last.status === status && last.task === task) {
      last.from = time;
      last.count += 1;
    } else {
      found.push({ status, task, from: time, to: time, count: 1 });
    }
  }
  return found;
}

function show({ heartbeats, truncated }) {
  const found = runs(heartbeats);
  byId("history").replaceChildren(...found.slice(0, mostLines).map(line));
  const cut = truncated || found.length > mostLines;
  setText(byId("history-note"), heartbeats.length === 0 ? "No heartbeat in this time."
    : `${counted(heartbeats.length, "heartbeat")}${cut ? "; only the newest are shown" : ""}.`);
}

function span({ from, to, count }) {
  if (count === 1) return instant(to);
  const isOneDay = new Date(from).toDateString() === new Date(to).toDateString();
  return `${instant(from)} – ${isOneDay ? timeOfDay(new Date(to)) : instant(to)}`;
}

function line(run) {
  const level = levels[run.status] ?? "unknown";
  return element("li", { "data-level": level },
    element("span", { class: "history-status" }, icon(level), run.status),
    element("span", { class: "history-task", text: run.task || "no word" }),
    element("span", { class: "history-when", text: span(run) }));
}
