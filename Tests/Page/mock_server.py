"""Serves the page as dashboard-api does, with its security headers, and answers its requests from a `FactoryState`."""

import collections
import datetime
import hashlib
import json
import pathlib
import threading
import time
import urllib.parse
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import sample_movie
import sample_pictures
from factory_state import FactoryState, stamp

PAGE = pathlib.Path(__file__).resolve().parents[2] / "Services/DashboardAPI/Page"
TYPES = {".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
POLICY = ("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; media-src 'self'; "
          "base-uri 'none'; form-action 'self'; frame-ancestors 'none'")


class MockServer:
    """One listener on 127.0.0.1. `stop` and `start` make it vanish and come back on the same port."""

    def __init__(self, state: FactoryState) -> None:
        self.state = state
        # With time, path and status, once they are answered; and as they came, with their query.
        self.requests: list = []
        self.begun: list = []
        self.port = 0
        self.listener = None

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        handler = type("Handler", (Handler,), {"mock": self})
        self.listener = Listener(("127.0.0.1", self.port), handler)
        self.port = self.listener.server_address[1]
        threading.Thread(target=self.listener.serve_forever, args=(0.05,), daemon=True).start()

    def stop(self) -> None:
        if self.listener:
            self.listener.shutdown()
            self.listener.server_close()
        self.listener = None

    def polls(self) -> int:
        return sum(path == "/api/v1/dashboard" for _, path, _ in self.requests)


class Listener(ThreadingHTTPServer):
    daemon_threads = True
    allow_reuse_address = True
    block_on_close = False

    def handle_error(self, request, client_address) -> None:
        """A browser that hangs up is no error."""


class Handler(BaseHTTPRequestHandler):
    mock: MockServer

    def log_message(self, *_arguments) -> None:
        """The tests have their own words."""

    def do_GET(self) -> None:
        url = urllib.parse.urlsplit(self.path)
        query = dict(urllib.parse.parse_qsl(url.query))
        if url.path == "/" or url.path.startswith("/page/"):
            return self.page(url.path)
        if url.path == "/api/v1/session":
            return self.session()
        if not self.is_allowed():
            return self.problem(401, "Unauthorized", "Sign in first.")
        parts = url.path.removeprefix("/api/v1/").split("/")
        state = self.mock.state
        self.mock.begun.append(self.path)
        if parts[0] in ("assets", "timeline", "places", "intake") and "media" in state.missing_parts:
            return self.problem(503, "Service Unavailable", "The database does not answer: connection refused.")
        while "/".join(parts) in state.held:
            time.sleep(0.02)
        if parts == ["assets"]:
            time.sleep(state.search_seconds)
        if parts[0] in state.fails_once:
            state.fails_once.remove(parts[0])
            return self.problem(500, "Internal Server Error", "Something went wrong.")
        match parts:
            case ["dashboard"]: return self.dashboard()
            case ["services", name, "history"]: return self.json(history(name))
            case ["assets"]: return self.json(assets(state, query))
            case ["assets", identity]: return self.asset(identity)
            case ["assets", identity, "original"]: return self.original(identity)
            case ["assets", identity, "thumbnail"]: return self.thumbnail(identity)
            case ["timeline"]: return self.json(timeline(state))
            case ["places"]: return self.json(places(state))
            case ["intake"]:
                items = [item for item in state.intake_items if item["outcome"] == query.get("outcome", item["outcome"])]
                return self.json({"items": items, "next": None})
            case ["logs", "cleanup"]: return self.problem(404, "Not Found", "There is no log.")
            case ["logs", name]: return self.json({"service": name, "source": "docker", "lines": state.log_lines})
            case ["logs", _, "follow"]: return self.follow(int(query.get("tail", 0)))
        self.problem(404, "Not Found", "There is nothing here.")

    def do_POST(self) -> None:
        length = int(self.headers.get("Content-Length", 0))
        body = json.loads(self.rfile.read(length) or b"{}")
        if self.headers.get("Content-Type") != "application/json":
            return self.problem(415, "Unsupported Media Type", "A password comes as JSON.")
        if self.path == "/api/v1/review":
            return self.review(body)
        if self.mock.state.tries_left == 0:
            return self.problem(429, "Too Many Requests", "Too many tries.")
        if self.path == "/api/v1/session" and body.get("password") == self.mock.state.password:
            return self.answer(204, b"", "text/plain", {"Set-Cookie": "session=yes; HttpOnly; SameSite=Strict; Path=/"})
        self.problem(401, "Unauthorized", "That is not the password.")

    def session(self) -> None:
        state = self.mock.state
        is_inside = state.password is not None and self.is_allowed()
        self.json({"password": state.password is not None, "csrf_token": state.csrf_token if is_inside else None})

    def review(self, body: dict) -> None:
        state = self.mock.state
        if not self.is_allowed():
            return self.problem(401, "Unauthorized", "Sign in first.")
        if state.password is None or self.headers.get("X-CSRF-Token") != state.csrf_token:
            return self.problem(403, "Forbidden", "The token is not that of the session.")
        if "review" in state.fails_once:
            state.fails_once.remove("review")
            return self.problem(503, "Service Unavailable", "The database does not answer.")
        if len(body["assets"]) > 500:
            return self.problem(400, "Bad Request", "At most 500 assets at once.")
        state.reviews += 1
        if state.reviews == state.fails_at:
            return self.problem(503, "Service Unavailable", "The database does not answer.")
        wanted = set(body["assets"])
        changed = [asset for asset in state.assets if asset["id"] in wanted and asset["reviewed"] != body["reviewed"]]
        for asset in changed:
            asset["reviewed"] = body["reviewed"]
        self.json({"changed": len(changed)})

    def do_DELETE(self) -> None:
        self.answer(204, b"", "text/plain", {"Set-Cookie": "session=; Max-Age=0; Path=/"})

    def is_allowed(self) -> bool:
        return self.mock.state.password is None or "session=yes" in self.headers.get("Cookie", "")

    def page(self, path: str) -> None:
        file = PAGE / ("index.html" if path == "/" else path.removeprefix("/page/"))
        if file.parent != PAGE or not file.is_file():
            return self.problem(404, "Not Found", "There is no such file.")
        self.answer(200, file.read_bytes(), TYPES[file.suffix])

    def dashboard(self) -> None:
        document = self.mock.state.document()
        # The time alone is no news: a document that says the same keeps its tag, so that 304 is tried, too.
        still = {key: value for key, value in document.items() if key != "generated_at"}
        steady = json.loads(json.dumps(still))
        for service in steady["services"] or []:
            service.pop("age_seconds")
        tag = '"' + hashlib.sha256(json.dumps(steady).encode()).hexdigest()[:16] + '"'
        if self.headers.get("If-None-Match") == tag:
            return self.answer(304, b"", "application/json", {"ETag": tag})
        body = json.dumps(document).encode()
        if self.mock.state.hangs:
            return self.hang(body)
        self.answer(200, body, "application/json", {"ETag": tag, "Cache-Control": "no-cache"})

    def hang(self, body: bytes) -> None:
        """Half an answer, and then silence."""
        self.note(200)
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body[:len(body) // 2])
        self.wfile.flush()
        while self.mock.state.hangs:
            time.sleep(0.1)

    def asset(self, identity: str) -> None:
        for asset in self.mock.state.assets:
            if asset["id"] == identity:
                digest = hashlib.sha256(identity.encode()).hexdigest()
                flags = {"ingested": True, "geocoded": False, "thumbnailed": False, "curated": False, "backed_up": False}
                return self.json({**asset, "file_hash": digest, "original_path": f"Photos_Inbox/phone/{asset['name']}",
                                  "flags": flags, "created_at": asset["ingested_at"], "place": place(asset)})
        self.problem(404, "Not Found", "There is no such photo.")

    def original(self, identity: str) -> None:
        if self.mock.state.originals_status != 200:
            return self.problem(self.mock.state.originals_status, "No", "The original cannot be had.")
        fresh = {"Cache-Control": "private, max-age=31536000, immutable"}
        asset = next((asset for asset in self.mock.state.assets if asset["id"] == identity), None)
        if asset and asset["kind"] == "video" and self.mock.state.has_movies:
            # As everything whose type says nothing to a browser.
            kind = "video/webm" if asset["inline"] else "application/octet-stream"
            return self.answer(200, sample_movie.MOVIE, kind, fresh | {"Content-Disposition": "inline" if asset["inline"] else "attachment"})
        seed = int(hashlib.sha256(identity.encode()).hexdigest()[:6], 16)
        self.answer(200, sample_pictures.picture(seed), "image/png", fresh)

    def thumbnail(self, identity: str) -> None:
        status = self.mock.state.thumbnails_status
        if status != 200 or not any(asset["id"] == identity and asset["thumbnailed"] for asset in self.mock.state.assets):
            return self.problem(404 if status == 200 else status, "Not Found", "There is no small picture yet.")
        seed = int(hashlib.sha256(identity.encode()).hexdigest()[:6], 16)
        self.answer(200, sample_pictures.picture(seed), "image/png", {"Cache-Control": "private, max-age=31536000, immutable"})

    def follow(self, tail: int) -> None:
        """The last `tail` lines, and then a new one now and then."""
        state = self.mock.state
        self.note(200)
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        self.wfile.write(b"retry: 200\n\n")
        shown = max(0, len(state.log_lines) - tail)
        while True:
            lines = state.log_lines[shown:]
            shown += len(lines)
            self.wfile.write("".join(f"data: {line}\n\n" for line in lines).encode())
            self.wfile.flush()
            time.sleep(0.3)
            state.log_lines.append(f"line {state.followed} that followed")
            state.followed += 1
            if state.follow_breaks_after == state.followed:
                return

    def json(self, value) -> None:
        self.answer(200, json.dumps(value).encode(), "application/json")

    def problem(self, status: int, title: str, detail: str) -> None:
        body = json.dumps({"type": "about:blank", "title": title, "status": status, "detail": detail}).encode()
        self.answer(status, body, "application/problem+json")

    def answer(self, status: int, body: bytes, kind: str, headers: dict | None = None) -> None:
        self.note(status)
        self.send_response(status)
        fixed = {"Content-Type": kind, "Content-Length": str(len(body)), "Content-Security-Policy": POLICY,
                 "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer"}
        for name, value in {"Cache-Control": "no-store", **fixed, **(headers or {})}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def note(self, status: int) -> None:
        self.mock.requests.append((time.monotonic(), urllib.parse.urlsplit(self.path).path, status))


def fits(asset: dict, query: dict) -> bool:
    return (query.get("q", "").lower() in asset["name"].lower()
            and query.get("from", "") <= asset["captured_at"][:10] <= query.get("to", "9999")
            and (query.get("errors") != "true" or asset["has_errors"])
            and is_taken_in(asset, query))


def is_taken_in(asset: dict, query: dict) -> bool:
    town, _, country = (asset["place_name"] or "").partition(", ")
    return "country" not in query or (query["country"] == country[:2].upper() and query.get("place", town) == town)


# Of those that the map shows.
POSITIONS = {"Paris": {"lat": 48.85341, "lon": 2.3488}, "Lyon": {"lat": 45.74846, "lon": 4.84671}, "Munich": {"lat": 48.13743, "lon": 11.57549},
             "Tokyo": {"lat": 35.6895, "lon": 139.69171}, "Suva": {"lat": -18.14161, "lon": 178.44149}, "Apia": {"lat": -13.83333, "lon": -171.76666}}


def places(state: FactoryState) -> dict:
    counts = collections.Counter(asset["place_name"] for asset in state.assets if asset["place_name"])
    countries: dict = {}
    for name, count in counts.most_common():
        town, _, country = name.partition(", ")
        known = countries.setdefault(country, {"code": country[:2].upper(), "name": country, "count": 0, "places": []})
        known["count"] += count
        known["places"].append({"name": town, "region": None, "position": POSITIONS.get(town), "count": count})
    return {"countries": list(countries.values())}


def place(asset: dict) -> dict | None:
    return asset["location"] and {"name": "Munich", "region": "Bavaria", "country": "Germany", "country_code": "DE",
                                  "time_zone": "Europe/Berlin", "geonames_id": 2867714, "position": POSITIONS["Munich"]}


def assets(state: FactoryState, query: dict) -> dict:
    ordered = state.assets if state.is_ordered else sorted(state.assets, key=lambda asset: asset["captured_at"], reverse=True)
    if state.stretch is None and query.keys() & {"q", "from", "to", "errors", "country"}:
        ordered = [asset for asset in ordered if fits(asset, query)]
    place, limit = int(query.get("cursor", "~0").rsplit("~")[1]), int(query.get("limit", 50))
    last = place + (state.stretch or len(ordered))
    found: list = []
    while place < min(last, len(ordered)) and len(found) < limit:
        found += [ordered[place]] if fits(ordered[place], query) else []
        place += 1
    return {"assets": found, "next": cursor(ordered, place)}


def cursor(ordered: list, place: int) -> str | None:
    """Where to go on, told by the last photo that was looked at."""
    if place >= len(ordered):
        return None
    return f"{ordered[place - 1]['captured_at'].replace('T', ' ')}~{place}"


def timeline(state: FactoryState) -> dict:
    years: dict = {}
    for asset in state.assets:
        year, month = int(asset["captured_at"][:4]), int(asset["captured_at"][5:7])
        years.setdefault(year, {}).setdefault(month, 0)
        years[year][month] += 1
    return {"undated": 0, "years": [
        {"year": year, "count": sum(months.values()), "months": [{"month": month, "count": months[month]} for month in sorted(months, reverse=True)]}
        for year, months in sorted(years.items(), reverse=True)]}


def history(name: str) -> dict:
    now = datetime.datetime.now(datetime.timezone.utc)
    beats = [{"time": stamp(now - datetime.timedelta(minutes=index)), "status": "WARNING" if 20 <= index < 25 else "OK",
              "task": "12 files wait, nothing moves" if 20 <= index < 25 else "the inbox is empty"} for index in range(120)]
    return {"name": name, "hours": 24, "heartbeats": beats, "truncated": False}
