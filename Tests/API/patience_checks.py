"""Clients that take their time, or too much room: nobody else may have to wait for them."""

import contextlib
import json
import resource
import socket
import threading
import time
import urllib.request

import sample_pictures

SLOW = 200
IDLE = 10_000


def answers(factory, within: float = 10) -> float:
    """Asks for the document as a browser does, and gives the seconds that it took."""
    start = time.monotonic()
    with urllib.request.urlopen(f"{factory.address}/api/v1/dashboard", timeout=within) as answer:
        assert answer.status == 200
        answer.read()
    return time.monotonic() - start


def connect(factory) -> socket.socket:
    return socket.create_connection(("127.0.0.1", factory.port), timeout=20)


def first_line(connection: socket.socket) -> bytes:
    with contextlib.suppress(ConnectionError):
        return connection.recv(4096).split(b"\r\n", 1)[0]
    return b""


def check_slow_requests(factory):
    """Two hundred clients that send a byte now and then keep nobody out, and are sent away in the end"""
    connections = [connect(factory) for _ in range(SLOW)]
    try:
        for connection in connections:
            connection.sendall(b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n")
        ended = threading.Event()

        def drip():
            while not ended.wait(1):
                for connection in connections:
                    with contextlib.suppress(OSError):
                        connection.sendall(b"X")

        threading.Thread(target=drip, daemon=True).start()
        slowest = max(answers(factory) for _ in range(10))
        deadline = time.monotonic() + 90
        while any(is_open(connection) for connection in connections):
            assert time.monotonic() < deadline, "slow requests are waited for without an end"
            time.sleep(1)
        ended.set()
        print(f"    the slowest answer meanwhile took {slowest:.3f} s")
    finally:
        for connection in connections:
            connection.close()


def is_open(connection: socket.socket) -> bool:
    connection.setblocking(False)
    try:
        return connection.recv(4096) != b""
    except BlockingIOError:
        return True
    except OSError:
        return False


def check_slow_bodies(factory):
    """Who sends the password byte by byte is sent away"""
    with connect(factory) as connection:
        connection.sendall(b"POST /api/v1/session HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                           b"Content-Length: 1000\r\n\r\n")
        deadline = time.monotonic() + 60
        while is_open(connection):
            assert time.monotonic() < deadline, "a body is waited for without an end"
            with contextlib.suppress(OSError):
                connection.sendall(b"x")
            time.sleep(0.5)


def check_stalled_readers(factory):
    """Who asks for an original and does not take it keeps nobody out, and is sent away"""
    factory.drop_bytes("IMG_20231226_120000.png", sample_pictures.picture(7, padding=40_000_000))
    original = ""
    deadline = time.monotonic() + 60
    while not original:
        assert time.monotonic() < deadline, "the picture was not filed"
        with urllib.request.urlopen(f"{factory.address}/api/v1/assets?q=20231226") as answer:
            original = "".join(asset["original"] for asset in json.load(answer)["assets"])
        time.sleep(0.5)
    readers = [connect(factory) for _ in range(64)]
    try:
        for reader in readers:
            reader.sendall(f"GET {original} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
        deadline = time.monotonic() + 20
        while True:
            with connect(factory) as late:
                late.sendall(f"GET {original} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
                line = first_line(late)
            if b" 503 " in line:
                break
            assert time.monotonic() < deadline, f"the sixty-fifth got {line}"
        answers(factory)
        deadline = time.monotonic() + 150
        while True:
            with connect(factory) as late:
                late.sendall(f"GET {original} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
                line = first_line(late)
            if b" 200 " in line:
                break
            assert time.monotonic() < deadline, "who does not read is waited for without an end"
            time.sleep(2)
    finally:
        for reader in readers:
            reader.close()


def check_large_heads(factory):
    """A head that is too large is refused, by its size and by its number of fields"""
    for fields in (b"X-Large: " + b"x" * 60_000 + b"\r\n", b"X-Many: x\r\n" * 2000, b"X" * 60_000 + b": x\r\n"):
        with connect(factory) as connection:
            with contextlib.suppress(ConnectionError):
                connection.sendall(b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n" + fields + b"\r\n")
            line = first_line(connection)
            assert b" 200 " not in line, line
        answers(factory)


def check_large_body(factory):
    """A body that is too large is refused without being read to its end"""
    with connect(factory) as connection:
        connection.sendall(b"POST /api/v1/session HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                           b"Content-Length: 10000000000\r\n\r\n")
        with contextlib.suppress(OSError):
            for _ in range(200):
                connection.sendall(b"x" * 65_536)
        assert first_line(connection).split(b" ")[1:2] in ([b"413"], []), "it was taken"
    answers(factory)


def check_garbage(factory):
    """What is no HTTP ends its own connection alone"""
    for words in (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", b"GET\r\n\r\n", b"\0" * 4096, b"GET / HTTP/9.9\r\n\r\n",
                  b"GET http://[::1 HTTP/1.1\r\nHost: localhost\r\n\r\n", b"GET /%ff%00 HTTP/1.1\r\nHost: localhost\r\n\r\n",
                  b"GET / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\nzz\r\n"):
        with connect(factory) as connection:
            with contextlib.suppress(ConnectionError):
                connection.sendall(words)
            connection.settimeout(2)
            with contextlib.suppress(OSError):
                first_line(connection)
        answers(factory)


def check_idle_connections(factory):
    """Ten thousand idle connections keep nobody out"""
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    count = IDLE if hard == resource.RLIM_INFINITY else min(IDLE, hard - 500)
    if count < IDLE:
        print(f"    with {count} of them: this system allows {hard} open files")
    resource.setrlimit(resource.RLIMIT_NOFILE, (count + 400, hard))
    connections = []
    try:
        for _ in range(count):
            connections.append(connect(factory))
        slowest = max(answers(factory) for _ in range(10))
        print(f"    {len(connections)} open; the slowest answer meanwhile took {slowest:.3f} s")
    finally:
        for connection in connections:
            connection.close()
    answers(factory)
