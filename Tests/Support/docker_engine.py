"""Answers as a Docker engine does, on 127.0.0.1 and on a socket, for containers that exist only as JSON.

Usage: docker_engine.py FOLDER. In FOLDER it makes `docker.sock`, writes `docker.port` when it is ready, and the path of each
request into `paths`. `containers` there holds the containers, `mood` how it behaves: `hang`, `html`, `large`, `secret`, a
status, or `STATUS PART` for paths that hold PART alone.
"""
import base64
import http.server
import json
import os
import socket
import socketserver
import sys
import threading
import time
import urllib.parse

folder = sys.argv[1]


def stamp(nanoseconds):
    seconds, rest = divmod(nanoseconds, 10 ** 9)
    return time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(seconds)) + f".{rest:09d}Z"


def listed(container):
    return {
        "Id": container["id"], "Names": ["/" + container["id"][:6]], "Created": container["created"],
        "Labels": container["labels"], "State": container["state"], "Status": container["status"],
        "Command": "run --password " + container["secret"]}


def inspected(container):
    return {
        "Id": container["id"], "RestartCount": container["restarts"], "State": {"Status": container["state"]},
        "Args": ["--password", container["secret"]],
        "Config": {"Tty": container["terminal"], "Env": ["PASSWORD=" + container["secret"]]}}


def log(container, query):
    if "timestamps" not in query or "stdout" not in query or "stderr" not in query:
        return b"you asked for something else"
    # The engine counts first, and leaves out what is older then.
    entries = container["log"]
    if query.get("tail", ["all"])[0] != "all":
        entries = entries[-int(query["tail"][0]):]
    seconds, _, decimals = query.get("since", ["0.0"])[0].partition(".")
    since = int(seconds) * 10 ** 9 + int(decimals.ljust(9, "0"))
    answer = b""
    for entry in entries:
        if entry["time"] < since:
            continue
        text = stamp(entry["time"]).encode() + b" " + base64.b64decode(entry["bytes"])
        head = bytes([entry["stream"], 0, 0, 0]) + len(text).to_bytes(4, "big")
        answer += text if container["terminal"] else head + text
    return answer


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        with open(f"{folder}/paths", "a") as record:
            record.write(self.path + "\n")
        self.close_connection = True
        mood = ""
        if os.path.exists(f"{folder}/mood"):
            with open(f"{folder}/mood") as file:
                mood = file.read().strip()
        word, _, part = mood.partition(" ")
        try:
            self.behave(word if part in self.path else "")
        except (BrokenPipeError, ConnectionResetError):
            pass

    def behave(self, mood):
        if mood == "hang":
            time.sleep(60)
        elif mood == "html":
            self.reply(200, b"<!DOCTYPE html><title>Router</title>", "text/html")
        elif mood == "large":
            self.reply(200, bytes(100 << 20))
        elif mood.isdigit():
            self.reply(int(mood), b'{"message": "hunter2"}')
        else:
            self.serve()

    def serve(self):
        address = urllib.parse.urlsplit(self.path)
        query = urllib.parse.parse_qs(address.query)
        with open(f"{folder}/containers") as file:
            containers = json.load(file)
        parts = address.path.strip("/").split("/")
        if parts == ["containers", "json"]:
            alive = [one for one in containers if query.get("all") == ["true"] or one["state"] == "running"]
            return self.reply(200, json.dumps([listed(one) for one in alive]).encode())
        found = [one for one in containers if len(parts) == 3 and one["id"] == parts[1]]
        if not found:
            return self.reply(404, b'{"message": "No such container"}')
        if parts[2] == "logs":
            return self.stream(log(found[0], query))
        return self.reply(200, json.dumps(inspected(found[0])).encode())

    def reply(self, status, body, media="application/json"):
        self.send_response(status)
        self.send_header("Content-Type", media)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def stream(self, body):
        self.send_response(200)
        self.send_header("Content-Type", "application/vnd.docker.multiplexed-stream")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        for start in range(0, len(body), 1000):
            piece = body[start:start + 1000]
            self.wfile.write(f"{len(piece):x}\r\n".encode() + piece + b"\r\n")
        self.wfile.write(b"0\r\n\r\n")

    def log_message(self, *_):
        pass


class Server(http.server.ThreadingHTTPServer):
    def handle_error(self, *_):
        pass


class SocketServer(Server):
    address_family = socket.AF_UNIX

    def server_bind(self):
        # What lies between asks for the host's name.
        socketserver.TCPServer.server_bind(self)


if os.path.exists(f"{folder}/docker.sock"):
    os.unlink(f"{folder}/docker.sock")
threading.Thread(target=SocketServer(f"{folder}/docker.sock", Handler).serve_forever, daemon=True).start()
server = Server(("127.0.0.1", 0), Handler)
with open(f"{folder}/docker.port.new", "w") as file:
    file.write(str(server.server_address[1]))
os.rename(f"{folder}/docker.port.new", f"{folder}/docker.port")
server.serve_forever()
