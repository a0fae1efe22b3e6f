// Puts the page together: one document comes in, each part shows its share of it.
import { whenUnauthorized } from "./api.js";
import { showTiles } from "./asset_tile.js";
import { bindAssetView, openAssetView } from "./asset_view.js";
import { showCounters } from "./counters.js";
import { showDegraded } from "./degraded.js";
import { bindDialogs } from "./dialogs.js";
import { byId, setAttribute, setShown, setText } from "./element.js";
import { timeOfDay } from "./format.js";
import { lastAnswer, noteAnswer, noteFailure, showFreshness } from "./freshness.js";
import { showHeadline } from "./headline.js";
import { showIngestChart } from "./ingest_chart.js";
import { bindLibrary, refreshLibrary } from "./library.js";
import { bindLogin, showLogin } from "./login.js";
import { bindNeedsALook, showNeedsALook } from "./needs_a_look.js";
import { Polling } from "./polling.js";
import { bindRefreshControl } from "./refresh_control.js";
import { showRoom } from "./room.js";
import { showServiceCards } from "./service_cards.js";
import { bindLog } from "./service_log.js";
import { bindServiceView, openServiceView, refreshServiceView } from "./service_view.js";
import { verdict, verdictWithoutAnswer } from "./verdict.js";

let latest = null;
let libraryState = null;
// One lost answer is a hiccup of the wireless network; two are news.
let failures = 0;

const openService = (name) => latest && openServiceView(name, latest);

function showDocument(document) {
  latest = document;
  const madeAt = new Date(document.generated_at);
  showHeadline(verdict(document), openService);
  showDegraded(document.degraded);
  setShown(byId("welcome"), document.media?.total === 0);
  showCounters(document);
  showIngestChart(document.media?.by_day ?? null);
  showRoom(document);
  showServiceCards(document.services, madeAt, openService);
  refreshServiceView(document);
  showRecent(document.recent);
  showNeedsALook(document);
  setText(byId("version"), document.version);
  refreshLibraryWhenChanged(document.media);
}

function showRecent(recent) {
  setShown(byId("recent-empty"), !recent || recent.length === 0);
  setText(byId("recent-empty"), recent ? "Nothing has arrived yet. What you put into Photos_Inbox shows up here within seconds." : "Cannot be seen right now; the reason stands above.");
  showTiles(byId("recent"), recent ?? [], openAssetView);
}

async function refreshLibraryWhenChanged(media) {
  const state = media ? `${media.total} ${media.bytes}` : "unknown";
  if (state === libraryState) return;
  libraryState = state;
  const isWhole = await refreshLibrary();
  // What could not be loaded is asked for again with the next document; not so what the server says it cannot see.
  if (!isWhole && media && libraryState === state) libraryState = null;
}

function noteAnAnswer() {
  if (failures > 1 && latest) showHeadline(verdict(latest), openService);
  failures = 0;
  setAttribute(byId("content"), "data-stale", null);
  noteAnswer();
}

function noteAFailure(error) {
  if (error.status === 401) return;
  if (error.status === undefined) console.error(error);
  failures += 1;
  noteFailure();
  if (failures < 2 && latest) return;
  setAttribute(byId("content"), "data-stale", "yes");
  showHeadline(verdictWithoutAnswer(lastAnswer() && timeOfDay(lastAnswer())), openService);
}

const polling = new Polling({ onDocument: showDocument, onAnswer: noteAnAnswer, onFailure: noteAFailure });
whenUnauthorized(showLogin);
bindLogin(() => polling.now());
bindDialogs();
bindServiceView();
bindAssetView();
bindLog();
bindLibrary();
bindNeedsALook();
bindRefreshControl(polling);
setInterval(showFreshness, 1000);
polling.now();
