"""``vakanuvis serve`` refuses what it cannot show, and answers where it says."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
import urllib.request

import pytest
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
