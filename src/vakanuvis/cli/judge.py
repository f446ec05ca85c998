"""``vakanuvis judge``: a person decides whether two names are one, where the rules leave it open. Turkish first."""

from __future__ import annotations

import getpass
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from vakanuvis.cli.choices import RecordPath
from vakanuvis.cli.outcome import quiet_pipe, refuse, tell, utf8
from vakanuvis.errors import VakanuvisError

if TYPE_CHECKING:
    from vakanuvis.record.registry import Verdict
    from vakanuvis.store.book import Record
    from vakanuvis.store.decisions import Candidate, Unsure

_VERDICTS: dict[str, Verdict] = {"a": "same", "f": "different", "b": "unsure"}
_ASKED = (
    "[a]ynı kişi · [f]arklı · [b]elli değil · [g]eç · ge[r]i al · [ç]ık  (same, different, unsure, skip, undo, quit) "
)


def judge(
    record: RecordPath,
    pair: Annotated[
        tuple[str, str] | None, typer.Option(metavar="ONE OTHER", help="Decide about these two observations.")
    ] = None,
    verdict: Annotated[str | None, typer.Option(help="same, different or unsure; with --pair.")] = None,
    undo: Annotated[int | None, typer.Option(help="Take back the decision of this number.")] = None,
    show: Annotated[bool, typer.Option("--list", help="Only show what is open, one pair per line.")] = False,
    by: Annotated[str | None, typer.Option(help="Who decides; by default your user name.")] = None,
    note: Annotated[str | None, typer.Option(help="Why.")] = None,
) -> None:
    """Decide whether two names are one person, state or organisation.

    Decisions stand beside the record and can be taken back; the registry is then drawn anew.
    """
    from vakanuvis.store.book import Record  # noqa: PLC0415

    if show:
        _show_open(record)
        return
    try:
        with Record.open(record, write=True) as book:
            who = by or getpass.getuser()
            if pair and verdict:
                changed = _decide(book, pair, verdict, who, note)
            elif undo is not None:
                changed = _undo(book, undo, who)
            elif pair or verdict:
                refuse("--pair ve --verdict birlikte verilir. (Give --pair and --verdict together.)")
            else:
                changed = _ask(book, who)
            if changed:
                from vakanuvis.scale.conclude import conclude  # noqa: PLC0415

                tell(f"{changed} karar yazıldı, kayıt yeniden çıkarılıyor … (decisions written, concluding anew)")
                conclude(book)
    except VakanuvisError as error:
        refuse(error)


def _decide(book: Record, pair: tuple[str, str], verdict: str, who: str, note: str | None) -> int:
    from vakanuvis.store.decisions import Decision, decide  # noqa: PLC0415

    if verdict not in _VERDICTS.values():
        refuse(f"--verdict {verdict}: same, different ya da unsure yazın. (Write same, different or unsure.)")
    named: Verdict = next(each for each in _VERDICTS.values() if each == verdict)
    with book.writing():
        number = decide(book.connection, Decision(_now(), who, "sameness", pair[0], named, other=pair[1], note=note))
    tell(f"karar {number}: {verdict} (geri almak için: --undo {number})")
    return 1


def _undo(book: Record, number: int, who: str) -> int:
    from vakanuvis.store.decisions import undo  # noqa: PLC0415

    with book.writing():
        undo(book.connection, number, made_at=_now(), by=who)
    return 1


def _show_open(record: RecordPath) -> None:
    from vakanuvis.store.book import Record  # noqa: PLC0415
    from vakanuvis.store.decisions import unsure  # noqa: PLC0415

    try:
        with Record.open(record) as book, quiet_pipe():
            for each in unsure(book.connection, limit=1_000_000):
                told = (each.one.id, each.one.name, each.other.id, each.other.name, " ".join(each.because))
                utf8(sys.stdout).write("\t".join(told) + "\n")
    except VakanuvisError as error:
        refuse(error)


def _ask(book: Record, who: str) -> int:
    """Show one open pair after the other and write what the person answers; how many decisions changed."""
    from vakanuvis.store.decisions import unsure  # noqa: PLC0415

    if not sys.stdin.isatty():
        refuse("Sormak için bir uçbirim gerekir; --list ve --pair kullanın. (No terminal: use --list and --pair.)")
    made: list[int] = []
    pairs = unsure(book.connection)
    if not pairs:
        tell("Karar bekleyen yok. (Nothing is open.)")
    for number, each in enumerate(pairs, 1):
        _show(number, len(pairs), each)
        if not _answer(book, each, who, made):
            break
    return len(made)


def _answer(book: Record, each: Unsure, who: str, made: list[int]) -> bool:
    """Take the person's answer about one pair; False to stop."""
    from vakanuvis.store.decisions import Decision, decide, undo  # noqa: PLC0415

    while True:
        key = input(_ASKED).strip()[:1]
        if key in ("ç", "q", "Ç"):
            return False
        if key in ("g", "s"):
            return True
        if key in ("r", "u") and made:
            with book.writing():
                undo(book.connection, made.pop(), made_at=_now(), by=who)
            tell("son karar geri alındı (undone)")
        elif key in _VERDICTS:
            with book.writing():
                told = Decision(_now(), who, "sameness", each.one.id, _VERDICTS[key], other=each.other.id)
                made.append(decide(book.connection, told))
            return True


def _show(number: int, of: int, each: Unsure) -> None:
    from vakanuvis.cli.paper import Paper  # noqa: PLC0415

    paper = Paper(utf8(sys.stdout))
    paper.rule(f"{number}/{of}")
    for side in (each.one, each.other):
        paper.print(_told(side))
    paper.print("neden açık (why open): " + ", ".join(each.because))


def _told(side: Candidate) -> str:
    lines = [f"{side.name} ({side.country or '?'}), {side.articles} haber", f"  {', '.join(side.offices) or '—'}"]
    for example in side.examples:
        words = " ".join(f"{example.before}»{example.letters}«{example.after}".split())
        lines.append(f"  {example.published or '?'} {example.outlet or ''}: …{words}…")
    return "\n".join(lines)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
