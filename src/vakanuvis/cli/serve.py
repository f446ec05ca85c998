"""``vakanuvis serve``: the reading room over a record book."""

from __future__ import annotations

import socket
import sys
from contextlib import suppress
from pathlib import Path
from typing import Annotated

import typer

from vakanuvis.cli.outcome import refuse, tell
from vakanuvis.errors import VakanuvisError

LOOPBACK, PORT = "127.0.0.1", 8350
WAITING = 1024  # visitors at the door
EVERYWHERE = ("0.0.0.0", "::")  # what the user may ask for, never the default


def serve(
    record: Annotated[Path, typer.Argument(metavar="RECORD", help="The record book, such as kayit.db.")],
    host: Annotated[
        str, typer.Option("--host", help="The address to listen on. Only this machine can reach the default.")
    ] = LOOPBACK,
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="The port; 0 takes any free one.")] = PORT,
    name: Annotated[
        list[str] | None,
        typer.Option("--name", help="A name that the room answers to besides the address itself; may be repeated."),
    ] = None,
    review_token: Annotated[
        Path | None,
        typer.Option(
            "--review-token",
            metavar="FILE",
            help="Let those decide who know the word in this file (- is standard input), 16 letters or more.",
        ),
    ] = None,
) -> None:
    """Show a record book in the browser, reading only. Ends with Ctrl-C, and with 2 if it cannot begin."""
    import uvicorn  # noqa: PLC0415

    from vakanuvis.web.app import room  # noqa: PLC0415

    hosts = [*(name or ()), *(() if host in EVERYWHERE else (host,))]
    try:
        app = room(record, hosts=hosts, review_token=_token(review_token) if review_token else None)
    except VakanuvisError as error:
        refuse(error)
    listening = _listening(host, port)
    shown = f"[{host}]" if ":" in host else host
    tell(f"Okuma odası: http://{shown}:{listening.getsockname()[1]}/  (durdurmak için Ctrl-C; Ctrl-C ends it)")
    config = uvicorn.Config(app, log_level="warning", access_log=False, server_header=False, date_header=True)
    with suppress(KeyboardInterrupt):  # Ctrl-C is how a room is closed, once the last visitor has been answered.
        uvicorn.Server(config).run(sockets=[listening])


def _token(file: Path) -> str:
    """The first line of the file; a word given on the command line would be seen by all who list processes."""
    from vakanuvis.web.reviewers import SHORTEST_TOKEN  # noqa: PLC0415

    try:
        told = sys.stdin.readline() if str(file) == "-" else file.read_text("utf-8").partition("\n")[0]
    except (OSError, UnicodeDecodeError) as error:
        refuse(f"{file}: okunamıyor ({error}). (Cannot be read.)")
    if len(told.strip()) < SHORTEST_TOKEN or not told.isascii():
        refuse(f"{file}: inceleme anahtarı en az {SHORTEST_TOKEN} ASCII harf olmalı. (Too short, or not ASCII.)")
    return told.strip()


def _listening(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        listening = socket.create_server((host, port), family=family, backlog=WAITING)
    except OSError as error:
        refuse(f"{host}:{port}: bu adres dinlenemiyor ({error.strerror}). Başka bir --port deneyin. (Not free.)")
    # Connections inherit it. Without it the second half of an answer waits 40 ms for the first to be acknowledged.
    listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return listening
