"""A room that answers on loopback for as long as one needs it.

In:  an application.
Out: its address.
"""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn
from starlette.types import ASGIApp

BEGIN = 60.0
"""Seconds that a room may take to begin: over a hundred thousand articles it first reads its catalogue."""


@contextmanager
def serving(app: ASGIApp) -> Iterator[str]:
    """The address of a server in a thread of its own."""
    listening = socket.create_server(("127.0.0.1", 0))
    config = uvicorn.Config(app, log_level="warning", access_log=False, server_header=False)
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    until = time.monotonic() + BEGIN
    while not server.started and time.monotonic() < until:
        time.sleep(0.02)
    try:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(BEGIN)
        listening.close()
