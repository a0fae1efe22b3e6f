"""Prints a TCP port of 127.0.0.1 that nobody uses: the one asked for, or else the first free one from 54320 on."""

import socket
import sys


def is_free(port: int) -> bool:
    with socket.socket() as probe:
        # As PostgreSQL does: a connection that is still closing is no obstacle.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
            return True
        except OSError:
            return False


def main(wanted: str) -> int:
    if wanted and not (wanted.isascii() and wanted.isdigit() and 1 <= int(wanted) <= 65535):
        return 1
    candidates = [int(wanted)] if wanted else range(54320, 54420)
    port = next((candidate for candidate in candidates if is_free(candidate)), None)
    if port is None:
        return 1
    print(port)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else ""))
