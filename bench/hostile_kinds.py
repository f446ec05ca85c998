"""Files that were made to do harm, or by accident do: each with what must come of it.

In:  a folder to make them in, and how large the large ones are.
Out: paths to read; the expected answers are ``read`` or an error code, in order.
"""

from __future__ import annotations

import gzip
import json
import os
import socket
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

READ = "read"
TEXT = "Bakan Lindqvarn, heyetin yarın döneceğini söyledi."  # … said that the delegation would return tomorrow
LINE = json.dumps({"text": TEXT}).encode() + b"\n"
PAGE = (
    f"<html><head><title>Haber</title></head><body><article><p>{TEXT} Sözcü de kapının açık kalacağını ve herkesi "
    "beklediklerini belirtti.</p><p>Heyet akşam saatlerinde kentten ayrılacak ve sabah yeniden gelecek.</p></article>"
    "</body></html>"
).encode()
_PIECE = 1 << 20
_BOMB = 100 << 20
"""What unpacks to less may have any ratio."""
_HIGH_BIT_FIRST = 0x80


@dataclass(frozen=True)
class Kind:
    """A hostile file: its name, how it is made in a folder, given the size of large ones, and what must come of it."""

    name: str
    make: Callable[[Path, int], None]
    found: tuple[str, ...] | frozenset[str]

    def is_answered_by(self, codes: tuple[str, ...]) -> bool:
        """True where ``codes`` are what must come of it; of a set, in whatever number and order."""
        return codes == self.found or frozenset(codes) == self.found


def _of(data: bytes) -> Callable[[Path, int], None]:
    return lambda path, _: _write(path, data)


def _write(path: Path, data: bytes) -> None:
    path.write_bytes(data)


def _long(head: bytes, tail: bytes, filling: bytes = b"a", *, part: int = 1) -> Callable[[Path, int], None]:
    """``head``, as much of ``filling`` as is large (or a ``part`` of it, where every byte costs time), ``tail``."""

    def make(path: Path, size: int) -> None:
        with path.open("wb") as out:
            out.write(head)
            for _ in range(size // part // _PIECE):
                out.write(filling * (_PIECE // len(filling)))
            out.write(tail)

    return make


def _gz_bomb(path: Path, size: int) -> None:
    with gzip.open(path, "wb") as out:
        for _ in range(max(size, _BOMB) // _PIECE):
            out.write(bytes(_PIECE))


def _zst_bomb(path: Path, size: int) -> None:
    """A frame whose blocks say `this byte, 128 KiB times` (RFC 8878, 3.1.1.2: RLE blocks)."""
    block = ((128 << 10) << 3 | 1 << 1).to_bytes(3, "little") + b"\0"
    last = ((128 << 10) << 3 | 1 << 1 | 1).to_bytes(3, "little") + b"\0"
    window = bytes([(17 - 10) << 3])  # 128 KiB
    path.write_bytes(b"\x28\xb5\x2f\xfd\x00" + window + block * (max(size, _BOMB) // (128 << 10)) + last)


def _zst_window(path: Path, _: int) -> None:
    """A frame that asks for 2 GiB of memory to be read at all."""
    path.write_bytes(b"\x28\xb5\x2f\xfd\x00" + bytes([(31 - 10) << 3]) + (1).to_bytes(3, "little"))


def _entities(depth: int) -> bytes:
    rungs = b"".join(b'<!ENTITY e%d "%s">' % (i, b"&e%d;" % (i - 1) * 10) for i in range(1, depth))
    return b'<!DOCTYPE rss [<!ENTITY e0 "haber">' + rungs + b"]>"


def _feed(inside: str, head: str = "") -> bytes:
    return (
        f'<?xml version="1.0"?>{head}<rss version="2.0"><channel><title>Gazete</title>{inside}</channel></rss>'.encode()
    )


def _item(text: str = TEXT, title: str = "Haber") -> str:
    return f"<item><title>{title}</title><description>{text}</description></item>"


def record(
    page: bytes = PAGE,
    headers: bytes = b"",
    *,
    length: int | None = None,
    kind: bytes = b"response",
    media: bytes = b"text/html",
) -> bytes:
    """A WARC record of a page; ``length`` is what it says of itself."""
    block = b"HTTP/1.1 200 OK\r\nContent-Type: " + media + b"\r\n" + headers + b"\r\n" + page
    size = len(block) if length is None else length
    return b"WARC/1.1\r\nWARC-Type: %s\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n" % (kind, size, block)


def _parquet(question: str) -> Callable[[Path, int], None]:
    def make(path: Path, size: int) -> None:
        import duckdb  # noqa: PLC0415  # an extra

        with duckdb.connect() as database:
            database.sql(question.replace("SIZE", str(size))).write_parquet(str(path))

    return make


def _half(make: Callable[[Path, int], None]) -> Callable[[Path, int], None]:
    def halve(path: Path, size: int) -> None:
        make(path, size)
        data = path.read_bytes()
        path.write_bytes(data[: len(data) // 2])

    return halve


def _folder(fill: Callable[[Path], object]) -> Callable[[Path, int], None]:
    def make(path: Path, _: int) -> None:
        path.mkdir()
        (path / "haber.txt").write_text(TEXT, encoding="utf-8")
        fill(path)

    return make


def _deep(path: Path) -> None:
    # Names so short that the whole path stays below what a system opens.
    for _ in range(900):
        path /= "a"
    os.makedirs(path)  # noqa: PTH103  # Path.mkdir calls itself for every parent
    (path / "haber.txt").write_text(TEXT, encoding="utf-8")


def _socket(path: Path) -> None:
    # The address of a socket has room for 107 bytes only.
    here = os.open(path, os.O_RDONLY)
    with socket.socket(socket.AF_UNIX) as end:
        end.bind(f"/proc/self/fd/{here}/soket.txt")
    os.close(here)


def _wrong_crc() -> bytes:
    data = bytearray(gzip.compress(TEXT.encode()))
    data[-8] ^= _HIGH_BIT_FIRST
    return bytes(data)


def _wrong_length() -> bytes:
    data = bytearray(gzip.compress(TEXT.encode()))
    data[-4] ^= _HIGH_BIT_FIRST
    return bytes(data)


def _array(*elements: bytes) -> bytes:
    return b"[" + b",".join(elements) + b"]"


_OBJECT = LINE.strip()
_HUGE = 1 << 24


def packed() -> Iterator[Kind]:
    """Packed files that lie or grow."""
    for ending, found in (("jsonl", "A13"), ("csv", "A13"), ("json", "A08"), ("txt", "A08"), ("html", "A08")):
        yield Kind(f"gz-bomb.{ending}.gz", _gz_bomb, (found,))
    yield Kind("gz-bomb.rss.gz", _gz_bomb, ("A08",))
    yield Kind("gz-bomb.warc.gz", _gz_bomb, ("A19",))
    yield Kind("zst-bomb.jsonl.zst", _zst_bomb, ("A13",))
    yield Kind("zst-asks-for-2-gib.jsonl.zst", _zst_window, ("A12",))
    yield Kind("packed-twice.txt.gz.gz", _of(gzip.compress(gzip.compress(TEXT.encode()))), ("A10",))
    yield Kind("cut.jsonl.gz", _of(gzip.compress(LINE)[:-12]), ("A12",))
    yield Kind("cut-behind-a-line.jsonl.gz", _of(gzip.compress(LINE) + gzip.compress(LINE)[:-12]), (READ, "A12"))
    yield Kind("wrong-checksum.txt.gz", _of(_wrong_crc()), ("A12",))
    yield Kind("wrong-length.txt.gz", _of(_wrong_length()), ("A12",))
    yield Kind("rubbish-behind.jsonl.gz", _of(gzip.compress(LINE) + b"rubbish"), (READ, "A12"))
    yield Kind("zeros-behind.jsonl.gz", _of(gzip.compress(LINE) + bytes(512)), (READ,))
    yield Kind("two-members.jsonl.gz", _of(gzip.compress(LINE) * 2), (READ, READ))
    yield Kind("not-gzip.txt.gz", _of(TEXT.encode()), ("A12",))
    yield Kind("not-zst.txt.zst", _of(TEXT.encode()), ("A12",))
    yield Kind("empty.jsonl.gz", _of(b""), ("A02",))


def feeds() -> Iterator[Kind]:
    """Feeds that multiply, reach out or hold nothing."""
    lure = "<item><title>x</title><description>&e9;</description></item>"
    outside = '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    yield Kind("billion-laughs.rss", _of(_feed(lure, _entities(10).decode())), ("A18",))
    yield Kind("external-entity.rss", _of(_feed(_item("&x;"), outside)), ("A18",))
    yield Kind("outside-dtd.rss", _of(_feed(_item(), '<!DOCTYPE rss SYSTEM "http://127.0.0.1:9/x.dtd">')), (READ,))
    yield Kind("entities-in-broken-feed.rss", _of(_entities(10) + b"<rss><channel><item>"), ("A18",))
    yield Kind("without-entries.rss", _of(_feed("")), ("A18",))
    yield Kind("empty.rss", _of(b""), ("A18",))
    yield Kind("page-named-as-feed.xml", _of(PAGE), ("A18",))
    yield Kind("cut.rss", _of(_feed(_item() * 2)[:-60]), (READ, READ))
    yield Kind("in-utf-16.rss", _of(_feed(_item()).decode().encode("utf-16")), (READ,))
    yield Kind("entry-without-text.rss", _of(_feed("<item><link>x</link></item>" + _item())), ("A02", READ))
    yield Kind("script-in-title.rss", _of(_feed(_item(title="&lt;script&gt;alert(1)&lt;/script&gt;"))), (READ,))
    yield Kind("deep.rss", _of(_feed(_item("<![CDATA[" + "<div>" * 20_000 + TEXT + "]]>"))), (READ,))
    yield Kind(
        "long.rss", _long(b"<rss><channel><item><description>", b"</description></item></channel></rss>"), ("A08",)
    )


def large_pages() -> Iterator[Kind]:
    """What is as large as it may be."""
    yield Kind("many-entries.rss", _of(_feed(_item() * 4_000)), (READ,) * 4_000)
    yield Kind("inline-tags.rss", _of(_feed(_item("<![CDATA[" + "<b>a</b>" * 50_000 + "]]>"))), (READ,))
    yield Kind("large-article.html", _of(PAGE.replace(b"Heyet", b"Heyet geldi. " * 120_000, 1)), (READ,))
    many = b"<p>Bakan geldi." * 9_000
    yield Kind("many-tags.rss", _of(_feed("<item/>" * 600_000)), ("A22",))
    yield Kind("many-paragraphs.html", _of(PAGE.replace(b"<p>Heyet", many + b"<p>Heyet", 1)), (READ,))


def pages() -> Iterator[Kind]:
    """Pages that multiply or never end."""
    yield Kind("billion-laughs.html", _of(_entities(10) + PAGE.replace(b"</p>", b" &e9;</p>", 1)), ("A07",))
    yield Kind("many-tags.html", _of(PAGE + b"<p>x" * 500_000), ("A22",))
    yield Kind("deep.html", _of(b"<div>" * 39_000 + PAGE), ("A07",))
    yield Kind("long-attribute.html", _of(b'<p x="' + b"a" * _HUGE), ("A08",))
    yield Kind("long.html", _long(PAGE, b""), ("A08",))


def lines() -> Iterator[Kind]:
    """Texts, lines and objects without an end, or without sense."""
    yield Kind("long.txt", _long(b"", b""), ("A08",))
    yield Kind("long-line.jsonl", _long(b'{"text":"', b'"}\n' + LINE), ("A08", READ))
    yield Kind("long-element.json", _long(b'[{"text":"', b'"},' + _OBJECT + b"]"), ("A08", READ))
    yield Kind("brackets.json", _long(b"", b"", b"["), ("A04",))
    yield Kind("quotes.json", _long(b"[", b"", b'"', part=10), ("A04",))
    yield Kind("backslashes.json", _long(b'["', b"", b"\\", part=10), ("A04",))
    yield Kind("commas.json", _long(b"[", b"]", b","), ("A02",))
    yield Kind("blanks.json", _long(b"", b"", b" "), ("A08",))
    yield Kind("not-closed.json", _of(b"[" + _OBJECT), ("A04",))
    yield Kind("more-behind.json", _of(_array(_OBJECT) + b"x"), (READ, "A04"))
    yield Kind("deep.json", _of(_array(b'{"text":' + b"[" * 100_000 + b"]" * 100_000 + b"}", _OBJECT)), ("A04", READ))
    yield Kind("huge-number.json", _of(_array(b'{"text":"a","id":' + b"9" * 100_000 + b"}", _OBJECT)), ("A04", READ))
    yield Kind(
        "not-a-number.json", _of(_array(b'{"text":NaN}', b'{"text":"a","id":NaN}', _OBJECT)), ("A05", "A05", READ)
    )
    yield Kind("duplicate-keys.json", _of(_array(b'{"text":1,"text":"Bakan geldi."}')), (READ,))
    yield Kind("lone-surrogates.json", _of(_array(b'{"text":"Bakan \\ud800 geldi.","title":"\\udfff"}')), (READ,))
    yield Kind("nul.json", _of(_array(b'{"text":"a\0"}', _OBJECT)), ("A03", READ))
    yield Kind("number.json", _of(b"5"), ("A04",))
    yield Kind("empty.json", _of(b""), ("A02",))
    yield Kind("empty-array.json", _of(b"[]"), ("A02",))
    yield Kind("mark-in-the-middle.jsonl", _of(LINE + b"\xef\xbb\xbf" + LINE), (READ, READ))
    yield Kind("in-utf-16.jsonl", _of(LINE.decode().encode("utf-16") * 1), (READ,))
    yield Kind("cut-utf-16.jsonl", _of((LINE.decode() * 2).encode("utf-16")[:-3]), (READ, "A09"))
    yield Kind(
        "injected.jsonl", _of(LINE.replace(b'{"', b'{"title":"\'; DROP TABLE articles;--<img src=x>","')), (READ,)
    )


def sheets() -> Iterator[Kind]:
    """Tables that are none."""
    row = f'"{TEXT}",x\n'.encode()
    yield Kind("wrong-columns.csv", _of(b"metin,baslik\n" + row), ("A14",))
    yield Kind("text-twice.csv", _of(b"text,text\n" + row), ("A14",))
    yield Kind("terminal-escapes.csv", _of(b"\x1b[2J\x07,b\n" + row), ("A14",))
    yield Kind("ragged.csv", _of(b"text,title\na\n" + row + b"a,b,c\n" + row), ("A16", READ, "A16", READ))
    yield Kind(
        "quote-never-closed.csv", _of(b"text,title\n" + row + b'"Bakan,x\n' + b"Bakan geldi,x\n" * 9), (READ, "A16")
    )
    rows = _long(b'text,title\n"', b"", b"a" * ((64 << 10) - 1) + b"\n")
    yield Kind("quote-open-for-long.csv", rows, frozenset({"A16"}))
    yield Kind("long-line.csv", _long(b"text,title\n", b",x\n" + row), ("A08", READ))
    yield Kind("long-header.csv", _long(b"text,", b"\n" + row), ("A08",))
    yield Kind("many-columns.csv", _of(b"," * 1_000_000 + b"\n" + row), ("A14",))
    yield Kind("nul.csv", _of(b"text,title\na\0,x\n" + row), ("A03", READ))
    yield Kind("empty.csv", _of(b""), ("A02",))
    yield Kind("only-names.csv", _of(b"text,title\n"), ("A02",))
    yield Kind("old-mac.csv", _of(b"text,title\rBakan geldi,x\r"), ("A16",))
    yield Kind("in-utf-16.tsv", _of(f"text\ttitle\n{TEXT}\tx\n".encode("utf-16")), (READ,))
    yield Kind("mixed-encodings.csv", _of(b"text,title\n" + row + "Şimşek geldi,x\n".encode("cp1254")), (READ, READ))
    yield Kind("mark-in-the-middle.csv", _of(b"text,title\n" + row + b"\xef\xbb\xbf" + row), (READ, READ))


def archives() -> Iterator[Kind]:
    """WARC files that are not what they say."""
    bomb = zlib.compress(bytes(_HUGE))
    shared = b"Content-Encoding: deflate\r\n"
    yield Kind("length-too-short.warc", _of(record(length=90) + record()), ("A07", "A19"))
    yield Kind("length-too-long.warc", _of(record() + record(length=10**12)), (READ, "A19"))
    yield Kind("length-in-letters.warc", _of(record() + b"WARC/1.1\r\nContent-Length: -5\r\n\r\n"), (READ, "A19"))
    yield Kind("without-pages.warc", _of(record(kind=b"request")), ("A19",))
    yield Kind("bomb-inside.warc", _of(record(bomb, shared) + record()), ("A08", READ))
    yield Kind("damaged-inside.warc", _of(record(bomb[:20], shared) + record()), ("A12", READ))
    yield Kind("brotli.warc", _of(record(b"x", b"Content-Encoding: br\r\n") + record()), ("A19", READ))
    yield Kind("wrong-chunks.warc", _of(record(headers=b"Transfer-Encoding: chunked\r\n")), (READ,))
    yield Kind("long-header.warc", _long(b"WARC/1.1\r\nX: ", b"\r\n\r\n"), ("A19",))
    yield Kind("many-headers.warc", _long(b"WARC/1.1\r\n", b"\r\n", b"X: 1234\r\n" * 2), ("A19",))
    yield Kind("large-record.warc", _large_record, ("A08", READ))
    yield Kind("empty.warc", _of(b""), ("A19",))
    yield Kind("text.warc", _of(TEXT.encode()), ("A19",))


def _large_record(path: Path, size: int) -> None:
    with path.open("wb") as out:
        head, tail = record(length=size + 47).split(PAGE)
        out.write(head)
        out.truncate(out.tell() + size)
        out.seek(0, os.SEEK_END)
        out.write(tail + record())


def tables() -> Iterator[Kind]:
    """Parquet files that are not what they say."""
    good = "SELECT 'Bakan geldi.' AS text FROM range(2)"
    yield Kind("cut.parquet", _half(_parquet(good)), ("A17",))
    yield Kind("empty.parquet", _of(b""), ("A17",))
    yield Kind("text.parquet", _of(TEXT.encode()), ("A17",))
    yield Kind("only-marks.parquet", _of(b"PAR1" + b"\xff" * 64 + b"PAR1"), ("A17",))
    yield Kind("no-rows.parquet", _parquet("SELECT 'a' AS text LIMIT 0"), ("A02",))
    yield Kind("wrong-columns.parquet", _parquet("SELECT 'a' AS metin"), ("A14",))
    yield Kind("numbers.parquet", _parquet("SELECT 5 AS text"), ("A05",))
    yield Kind("lists.parquet", _parquet("SELECT ['a'] AS text"), ("A05",))
    yield Kind("bytes.parquet", _parquet("SELECT 'a'::BLOB AS text"), ("A05",))
    yield Kind("infinite-date.parquet", _parquet("SELECT 'Bakan.' AS text, 'infinity'::DATE AS published"), (READ,))
    yield Kind("far-date.parquet", _parquet("SELECT 'Bakan.' AS text, DATE '30000-01-01' AS published"), (READ,))
    yield Kind("long-value.parquet", _parquet("SELECT repeat('a', SIZE) AS text"), ("A08",))
    yield Kind(
        "many-long-values.parquet", _parquet("SELECT repeat('a', 3000000) AS text FROM range(60)"), ("A08",) * 60
    )


def folders() -> Iterator[Kind]:
    """Folders with traps."""
    yield Kind("link-loop", _folder(lambda path: (path / "daire").symlink_to(path)), (READ, "A21"))
    yield Kind("link-outside", _folder(lambda path: (path / "parola.txt").symlink_to("/etc/passwd")), (READ, "A21"))
    yield Kind("pipe", _folder(lambda path: os.mkfifo(path / "boru.txt")), ("A09", READ))
    yield Kind("socket", _folder(_socket), (READ, "A09"))
    yield Kind("deep", _folder(_deep), (READ, READ))
    escaped = "kaçış\x1b[31m\n[A00] uydurma.txt"
    yield Kind("escapes-in-names", _folder(lambda path: (path / escaped).write_bytes(b"")), (READ, "A02"))
    unnamed = os.fsdecode(b"\xff\xfe.txt")
    yield Kind("name-without-letters", _folder(lambda path: (path / unnamed).write_bytes(b"")), (READ, "A02"))
    yield Kind("pattern-as-name", _folder(lambda path: (path / "*.parquet").write_bytes(b"")), ("A17", READ))
    yield Kind("unknown-kinds", _folder(lambda path: (path / "resim.png").write_bytes(b"")), (READ, "A21"))


def kinds() -> Iterator[Kind]:
    """All of them."""
    for each in (packed, feeds, large_pages, pages, lines, sheets, archives, tables, folders):
        yield from each()
