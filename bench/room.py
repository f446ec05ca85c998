"""The reading room under load: how long each kind of page takes while an ingest writes into the same book.

    python -m bench.room BOOK.db [--requests 50000] [--seconds 3600] [--connections 4] [--no-ingest]
    python -m bench.room BOOK.db --alone [--few 8]

BOOK.db is written to by the ingest: give a copy. The room gets one core; the ingest and who asks share the others. Each
kind of page is asked as often as any other, its addresses in turn; ``--few`` is how many addresses each kind has.
``--alone``: what each page costs by itself, in milliseconds of the processor, which others on the machine prolong far
less than those of the clock; nothing is written.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import json
import os
import random
import re
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

from starlette.testclient import TestClient

from bench.addresses import crawled
from bench.variations import articles
from vakanuvis.web.app import room

PROGRAM = Path(sys.executable).with_name("vakanuvis")
BEGIN, FEW, INTAKE, TIMES = 120.0, 25, 20_000, 3
POLITE = 5
"""Niceness of the ingest: who asks shares its core, and waiting for it would be measured as the room's time."""
LEFT_OUT = ("/static/{name}",)
LONGEST_LINE = 1 << 24
PLAIN = "/?&=%+~,:@!$'()*;-._"

Line = tuple[asyncio.StreamReader, asyncio.StreamWriter]


@dataclass
class Load:
    """What was asked and how long it took. ``seconds`` and ``statuses`` are by the route's path."""

    addresses: list[tuple[str, str]]
    seconds: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    statuses: Counter[int] = field(default_factory=Counter)
    broken: list[str] = field(default_factory=list)

    async def ask(self, host: str, port: int, requests: Iterator[int]) -> None:
        """One who asks: a connection that is kept, one request after the other."""
        line: Line | None = None
        for number in requests:
            route, address = self.addresses[number % len(self.addresses)]
            began = time.perf_counter()
            try:
                line = line or await asyncio.open_connection(host, port, limit=LONGEST_LINE)
                status, kept = await _answer(*line, host, address)
            except (OSError, asyncio.IncompleteReadError) as error:
                self.broken.append(f"{address}: {error!r}")
                line = await _closed(line)
                continue
            self.seconds[route].append(time.perf_counter() - began)
            self.statuses[status] += 1
            if status != 200:
                self.broken.append(f"{address}: {status}")
            if not kept:
                line = await _closed(line)
        await _closed(line)


async def _closed(line: Line | None) -> None:
    if line:
        line[1].close()
        with suppress(OSError):
            await line[1].wait_closed()


async def _answer(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter, host: str, address: str
) -> tuple[int, bool]:
    """The status of an answer that is read to its end, and whether the connection stays."""
    writer.write(
        f"GET {quote(address, safe=PLAIN)} HTTP/1.1\r\nHost: {host}\r\nAccept-Encoding: gzip\r\n\r\n".encode("ascii")
    )
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
    length = re.search(r"content-length: (\d+)", head)
    if length:
        await reader.readexactly(int(length[1]))
    elif "transfer-encoding: chunked" in head:
        while size := int((await reader.readline()).split(b";")[0], 16):
            await reader.readexactly(size + 2)
        await reader.readline()
    return int(head.split(" ", 2)[1]), "connection: close" not in head


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("record", type=Path)
    options.add_argument("--requests", type=int, default=50_000)
    options.add_argument("--seconds", type=float, default=3_600)
    options.add_argument("--connections", type=int, default=4)
    options.add_argument("--few", type=int, default=FEW)
    options.add_argument("--no-ingest", action="store_true")
    options.add_argument("--alone", action="store_true")
    asked = options.parse_args()
    with TestClient(room(asked.record), base_url="http://127.0.0.1") as client:
        found = crawled(client, few=asked.few)
        if asked.alone:
            _tell_alone(costs(client, found, asked.few))
            return
    load = Load(_in_turn(found, asked.few))
    print(f"{len(load.addresses)} addresses of {len(found)} kinds")
    cores = sorted(os.sched_getaffinity(0))
    with _serving(asked.record, cores[:1]) as address, _ingesting(asked, cores[1:] or cores):
        os.sched_setaffinity(0, cores[1:] or cores)
        began = time.monotonic()
        asyncio.run(ask_all(load, address, _numbers(asked.requests, asked.seconds), asked.connections))
        spent = time.monotonic() - began
    _tell(load, spent)
    sys.exit(bool(load.broken))


def _numbers(most: int, seconds: float) -> Iterator[int]:
    """The numbers of the requests, until there are enough or the time is over."""
    until = time.monotonic() + seconds
    return itertools.takewhile(lambda _: time.monotonic() < until, range(most))


async def ask_all(load: Load, address: str, numbers: Iterator[int], connections: int) -> None:
    """Ask by so many connections until the numbers are used up."""
    parts = urlsplit(address)
    await asyncio.gather(*(load.ask(parts.hostname or "", parts.port or 80, numbers) for _ in range(connections)))


def _in_turn(found: dict[str, list[str]], few: int) -> list[tuple[str, str]]:
    """Every kind as often as any other, in no order that anything could learn."""
    kinds = [route for route in found if route not in LEFT_OUT]
    all_ = [(route, found[route][turn % len(found[route])]) for turn in range(few) for route in kinds]
    random.Random(7).shuffle(all_)
    return all_


@contextmanager
def _serving(book: Path, cores: Sequence[int]) -> Iterator[str]:
    """The room as users start it, on these cores; its address."""
    command = [PROGRAM, "serve", book, "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        os.sched_setaffinity(process.pid, cores)
        try:
            told = (process.stderr.readline() if process.stderr else "") or ""
            address = re.search(r"http://\S+?(?=/)", told)
            if not address:
                sys.exit(f"the room did not begin: {told}")
            _wait(address[0])
            yield address[0]
        finally:
            process.terminate()


def _wait(address: str) -> None:
    """Until the room answers: it reads its catalogue first."""
    parts, until = urlsplit(address), time.monotonic() + BEGIN

    async def once() -> None:
        reader, writer = await asyncio.open_connection(parts.hostname, parts.port)
        await _answer(reader, writer, parts.hostname or "", "/")
        await _closed((reader, writer))

    while time.monotonic() < until:
        try:
            asyncio.run(once())
        except (OSError, asyncio.IncompleteReadError):
            time.sleep(0.2)
        else:
            return


@contextmanager
def _ingesting(asked: argparse.Namespace, cores: Sequence[int]) -> Iterator[None]:
    """An ingest into the same book for as long as the load lasts."""
    if asked.no_ingest:
        yield
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "new.jsonl"
        with path.open("w", encoding="utf-8") as lines:
            lines.writelines(json.dumps(one, ensure_ascii=False) + "\n" for one in _news())
        command = [PROGRAM, "ingest", path, "--record", asked.record, "--processes", str(len(cores))]
        with subprocess.Popen(command, stderr=subprocess.DEVNULL, start_new_session=True) as process:
            os.sched_setaffinity(process.pid, cores)
            os.setpriority(os.PRIO_PROCESS, process.pid, POLITE)
            try:
                yield
                print("ingest: still writing" if process.poll() is None else f"ingest: ended with {process.returncode}")
            finally:
                # With the processes that read for it; the book stands whatever happens to them.
                os.killpg(process.pid, signal.SIGKILL)


def costs(client: TestClient, found: Mapping[str, Sequence[str]], few: int) -> dict[str, list[float]]:
    """Seconds of the processor for each kind of page, several times for each of its addresses, after a first time."""
    told: dict[str, list[float]] = defaultdict(list)
    for route, addresses in found.items():
        for address in addresses[:few] if route not in LEFT_OUT else ():
            client.get(address)
            for _ in range(TIMES):
                began = time.process_time()
                client.get(address)
                told[route].append(time.process_time() - began)
    return dict(told)


def _tell_alone(told: Mapping[str, Sequence[float]]) -> None:
    for route, seconds in sorted(told.items(), key=lambda item: -_share(item[1], 0.5)):
        print(f"{route:40} p50 {_share(seconds, 0.5):7.1f}  p95 {_share(seconds, 0.95):7.1f}  ms of the processor")
    print(f"{len(told)} kinds, mean {statistics.mean(statistics.mean(s) for s in told.values()) * 1000:.1f} ms")


def _news() -> Iterator[dict[str, Any]]:
    """Articles that the book does not have."""
    return ({**article, "id": f"load{article['id']}", "source": "bench"} for article in articles(INTAKE))


def _tell(load: Load, spent: float) -> None:
    for route, seconds in sorted(load.seconds.items(), key=lambda item: -_share(item[1], 0.95)):
        shares = "  ".join(f"p{int(share * 100)} {_share(seconds, share):7.1f}" for share in (0.5, 0.95, 0.99))
        print(f"{route:40} {len(seconds):6}  {shares}  max {max(seconds) * 1000:7.1f} ms")
    done = [second for seconds in load.seconds.values() for second in seconds]
    print(f"{len(done)} requests in {spent:.0f} s ({len(done) / spent:.0f} a second), p95 {_share(done, 0.95):.1f} ms")
    print(f"statuses: {dict(load.statuses)}; broken: {len(load.broken)}")
    for one in load.broken[:10]:
        print(f"    {one}")


def _share(seconds: Sequence[float], share: float) -> float:
    """Milliseconds within which this share of the answers came."""
    return sorted(seconds)[min(int(len(seconds) * share), len(seconds) - 1)] * 1000


if __name__ == "__main__":
    main()
