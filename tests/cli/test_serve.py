"""``vakanuvis serve`` refuses what it cannot show, and answers where it says."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.parse import urlencode

import pytest
from tests.record_books import write_small_book
from typer.testing import CliRunner

from vakanuvis.cli import app
from vakanuvis.store.book import Record


@pytest.fixture
def book(tmp_path):
    path = tmp_path / "kayit.db"
    Record.open(path, write=True).close()
    return path


def test_a_book_that_is_not_there_is_refused(tmp_path):
    result = CliRunner().invoke(app, ["serve", str(tmp_path / "yok.db")])
    assert result.exit_code == 2
    assert "R01" in result.output


def test_a_port_that_is_taken_is_refused(book):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        result = CliRunner().invoke(app, ["serve", str(book), "--port", str(taken.getsockname()[1])])
    assert result.exit_code == 2
    assert "--port" in result.output


def test_the_room_is_where_the_command_says(book):
    command = [sys.executable, "-c", "from vakanuvis.cli import main; main()", "serve", str(book), "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as room:
        address = re.search(r"http://\S+", room.stderr.readline())[0]
        with urllib.request.urlopen(address, timeout=30) as answer:
            assert "okuma odası" in answer.read().decode()
        room.send_signal(signal.SIGINT)
        assert room.wait(timeout=30) == 0


TOKEN = "somun-postasinin-anahtari"


@contextmanager
def served(book, *options: str, log: Path) -> Iterator[str]:
    """A room as users open it, what it prints written to ``log``; its address."""
    command = [sys.executable, "-c", "from vakanuvis.cli import main; main()", "serve", str(book), "--port", "0"]
    with log.open("wb") as written, subprocess.Popen([*command, *options], stdout=written, stderr=written) as room:
        try:
            while not (told := re.search(r"http://\S+(?=/)", log.read_text("utf-8"))):
                assert room.poll() is None
                time.sleep(0.05)
            line = Path(f"/proc/{room.pid}/cmdline")  # what other users of the machine see of it
            assert not line.is_file() or TOKEN not in line.read_text("utf-8")
            yield told[0]
        finally:
            room.send_signal(signal.SIGINT)
            room.wait(timeout=30)


def test_the_review_token_is_in_no_log_and_no_address(tmp_path):
    book, log, file = write_small_book(tmp_path / "kayit.db"), tmp_path / "room.log", tmp_path / "anahtar"
    file.write_text(f"{TOKEN}\n", "utf-8")
    jar = CookieJar()
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))
    seen = []

    def ask(address: str, data: dict[str, str] | None = None, **headers: str) -> str:
        body = urlencode(data).encode() if data else None
        try:
            answer = opener.open(urllib.request.Request(address, body, headers), timeout=60)
        except urllib.error.HTTPError as error:
            answer = error
        with answer:
            page: str = answer.read().decode()
            seen.extend((answer.url, str(answer.headers), page))
        return page

    with served(book, "--review-token", str(file), log=log) as host:
        ask(f"{host}/inceleme/giris", {"ad": "Deniz Sorgun", "anahtar": f"{TOKEN}-degil"})
        ask(f"{host}/inceleme/giris?sira=soyleyen", {"ad": "Deniz Sorgun", "anahtar": TOKEN})
        page = ask(f"{host}/inceleme?sira=soyleyen")
        mark, one = (re.search(rf'name="{name}" value="(\w+)"', page)[1] for name in ("mark", "one"))
        decision = {"subject": "record", "one": one, "verdict": "accept"}
        assert "Son karar" in ask(f"{host}/inceleme?sira=soyleyen", {**decision, "mark": mark})
        jar.clear()
        told = ask(f"{host}/inceleme", {**decision, "verdict": "reject"}, Authorization=f"Bearer {TOKEN}")
        assert "decisions" in told
        ask(f"{host}/inceleme", decision, Authorization=f"Bearer {TOKEN}x")
        ask(f"{host}/inceleme", {"anahtar": TOKEN, "verdict": "x" * 20_000}, Authorization=f"Bearer {TOKEN}")
        with socket.create_connection(
            (host.rpartition("/")[2].partition(":")[0], int(host.rpartition(":")[2]))
        ) as line:
            line.sendall(f"GET / HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {TOKEN}\r\nBroken\r\n\r\n".encode())
            line.recv(4096)
    printed = log.read_text("utf-8")
    assert "Okuma odası" in printed
    assert TOKEN not in printed
    assert not [one for one in seen if TOKEN in one]
    assert TOKEN.encode() not in b"".join(each.read_bytes() for each in tmp_path.glob("kayit.db*"))
