"""A web server on 127.0.0.1, and on a socket, that answers well or badly, as the first part of the path says.

Usage: web_server.py FOLDER [CERTIFICATE KEY]. In FOLDER it makes `socket`, writes `port` when it is ready, and a line of
JSON into `requests` for each request; a file `mood` there decides instead of the path.
"""
import http.server
import json
import os
import socket
import socketserver
import ssl
import sys
import threading
import time

folder = sys.argv[1]


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        self.answer()

    def do_POST(self):
        self.answer()

    def answer(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode("utf-8", "replace")
        request = {
            "method": self.command, "path": self.path, "body": body,
            "headers": {name.lower(): value for name, value in self.headers.items()},
        }
        with open(f"{folder}/requests", "a") as record:
            record.write(json.dumps(request) + "\n")
        self.close_connection = True
        mood = self.path.strip("/").split("/")[0]
        if os.path.exists(f"{folder}/mood"):
            with open(f"{folder}/mood") as file:
                mood = file.read().strip()
        try:
            self.behave(mood, json.dumps(request).encode())
        except (BrokenPipeError, ConnectionResetError, ssl.SSLError):
            pass

    def behave(self, mood, echo):
        send = self.wfile.write
        if mood.isdigit():
            self.reply(int(mood), b"told to")
        elif mood == "echo":
            self.reply(200, echo)
        elif mood == "hang":
            time.sleep(60)
        elif mood == "drip":
            send(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
            for _ in range(60):
                send(b"x")
                time.sleep(1)
        elif mood == "large":
            self.reply(200, bytes(100 << 20))
        elif mood == "endless":
            send(b"HTTP/1.1 200 OK\r\n\r\n")
            while True:
                send(bytes(65536))
        elif mood == "headers":
            send(b"HTTP/1.1 200 OK\r\n")
            while True:
                send(b"X-More: " + b"y" * 1000 + b"\r\n")
        elif mood == "header":
            send(b"HTTP/1.1 200 OK\r\nX-More: ")
            while True:
                send(b"y" * 65536)
        elif mood == "continue":
            while True:
                send(b"HTTP/1.1 100 Continue\r\n\r\n")
        elif mood == "cut":
            send(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nshort")
        elif mood == "overlong":
            send(b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello and more")
        elif mood == "garbage":
            send(b"I speak no HTTP\r\n\r\n")
        elif mood == "silent":
            pass
        elif mood == "html":
            self.reply(200, b"<!DOCTYPE html>\n<title>Router</title>")
        elif mood == "redirect":
            self.reply(302, b"elsewhere", ("Location", "/hello"))
        else:
            self.reply(200, b"hello")

    def reply(self, status, body, *headers):
        self.send_response(status)
        self.send_header("Content-Type", "text/plain")
        self.send_header("Content-Length", str(len(body)))
        for name, value in headers:
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

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


threading.Thread(target=SocketServer(f"{folder}/socket", Handler).serve_forever, daemon=True).start()
server = Server(("127.0.0.1", 0), Handler)
if len(sys.argv) > 2:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(sys.argv[2], sys.argv[3])
    server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
with open(f"{folder}/port.new", "w") as file:
    file.write(str(server.server_address[1]))
os.rename(f"{folder}/port.new", f"{folder}/port")
server.serve_forever()
