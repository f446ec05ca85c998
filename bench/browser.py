"""A headless Chromium, driven by its own DevTools protocol over a websocket: no driver, nothing to download.

In:  addresses, expressions of JavaScript.
Out: what the page says, what it asked for, what it complained of, a picture.

    with Browser.opened() as browser:
        browser.go("http://127.0.0.1:8350/")
"""

from __future__ import annotations

import base64
import itertools
import json
import os
import shutil
import subprocess
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from websockets.sync.client import ClientConnection, connect

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
DOMAINS = ("Page", "Runtime", "Log", "Network", "DOM")
START, ANSWER, LOADED = 30.0, 30.0, 30.0
"""Seconds that the browser may take to begin, to answer, and to load a page."""


def chromium() -> str | None:
    """The path of a Chromium on this machine."""
    return next((found for name in NAMES if (found := shutil.which(name))), None)


class Browser:
    """One tab. ``complaints`` are errors of the console, ``requests`` the addresses that were asked for."""

    def __init__(self, socket: ClientConnection) -> None:
        self.complaints: list[str] = []
        self.requests: list[str] = []
        self._socket = socket
        self._numbers = itertools.count(1)
        self._loaded = 0
        for domain in DOMAINS:
            self.do(f"{domain}.enable")

    @classmethod
    @contextmanager
    def opened(cls) -> Iterator[Browser]:
        """A browser with nobody's settings; it ends with the block."""
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            options = ["--headless=new", "--disable-gpu", "--hide-scrollbars", "--no-first-run", "--mute-audio"]
            options += ["--disable-background-networking", "--disable-dev-shm-usage", "--remote-debugging-port=0"]
            if os.geteuid() == 0:
                options.append("--no-sandbox")  # Chromium's sandbox refuses root, as whom containers run.
            command = [chromium() or NAMES[0], *options, f"--user-data-dir={folder}", "about:blank"]
            process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            try:
                with connect(_tab(Path(folder)), max_size=None, compression=None) as socket:
                    yield cls(socket)
            finally:
                process.terminate()
                process.wait(START)

    def do(self, method: str, **parameters: object) -> dict[str, Any]:
        """Call the protocol and wait for its answer. Raises RuntimeError where it is refused."""
        number = next(self._numbers)
        self._socket.send(json.dumps({"id": number, "method": method, "params": parameters}))
        while True:
            message = json.loads(self._socket.recv(ANSWER))
            if message.get("id") == number:
                if "error" in message:
                    raise RuntimeError(f"{method}: {message['error']}")
                answer: dict[str, Any] = message["result"]
                return answer
            self._notice(message)

    def _notice(self, message: dict[str, Any]) -> None:
        told = message.get("params", {})
        match message.get("method"):
            case "Log.entryAdded" if told["entry"]["level"] in ("error", "warning"):
                self.complaints.append(f"{told['entry']['text']} {told['entry'].get('url', '')}")
            case "Runtime.exceptionThrown":
                details = told["exceptionDetails"]
                self.complaints.append(str(details.get("exception", details).get("description", details)))
            case "Runtime.consoleAPICalled" if told["type"] in ("error", "warning", "assert"):
                self.complaints.append(str([one.get("value", one.get("description")) for one in told["args"]]))
            case "Network.requestWillBeSent":
                self.requests.append(told["request"]["url"])
            case "Page.loadEventFired":
                self._loaded += 1

    def go(self, address: str) -> None:
        """Open an address and wait until it is loaded; what an earlier page complained of is forgotten."""
        self.complaints.clear()
        self.requests.clear()
        with self.leaving():
            self.do("Page.navigate", url=address)

    @contextmanager
    def leaving(self) -> Iterator[None]:
        """Wait for the page that what is done inside leads to."""
        before, until = self._loaded, time.monotonic() + LOADED
        yield
        while self._loaded == before:
            if time.monotonic() > until:
                raise TimeoutError("the page did not load")
            try:
                self._notice(json.loads(self._socket.recv(1.0)))
            except TimeoutError:
                continue

    def tell(self, expression: str) -> Any:
        """The value of an expression; promises are waited for. Raises RuntimeError where it throws."""
        answer = self.do("Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in answer:
            raise RuntimeError(str(answer["exceptionDetails"]))
        return answer["result"].get("value")

    def size(self, width: int, height: int, *, scale: float = 1) -> None:
        """The size of the window, in CSS pixels."""
        self.do("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=scale, mobile=False)

    def scheme(self, name: str) -> None:
        """``light`` or ``dark``."""
        self.do("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": name}])

    def scripts(self, *, run: bool) -> None:
        """Whether pages may run scripts."""
        self.do("Emulation.setScriptExecutionDisabled", value=not run)

    def press(self, key: str, *, code: int = 0, held: int = 0) -> None:
        """A key, such as ``Tab`` (9), ``Enter`` (13) or ``ArrowRight`` (39), while others are ``held`` (8 is Shift)."""
        text = {"text": "\r"} if key == "Enter" else {}
        for kind in ("keyDown" if text else "rawKeyDown", "keyUp"):
            told = {"key": key, "code": key, "windowsVirtualKeyCode": code, "modifiers": held}
            self.do("Input.dispatchKeyEvent", type=kind, **told, **text)

    def write(self, text: str) -> None:
        """Type a text into what has the focus."""
        self.do("Input.insertText", text=text)

    def picture(self) -> bytes:
        """What the window shows, as PNG."""
        return base64.b64decode(self.do("Page.captureScreenshot", format="png")["data"])


def _tab(folder: Path) -> str:
    """The websocket of the first tab, once the browser has told its port."""
    told, until = folder / "DevToolsActivePort", time.monotonic() + START
    while time.monotonic() < until:
        if told.is_file() and (lines := told.read_text("ascii").split()):
            with urllib.request.urlopen(f"http://127.0.0.1:{lines[0]}/json/list", timeout=START) as answer:
                tabs = [tab for tab in json.load(answer) if tab["type"] == "page"]
            if tabs:
                return str(tabs[0]["webSocketDebuggerUrl"])
        time.sleep(0.05)
    raise TimeoutError("Chromium did not begin")
