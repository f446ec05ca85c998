"""Write the pages that follow from the code and the lexicon: ``python -m docs.generate``.

In:  the codebook ``lexicon/codes/plover.yaml``, the commands, the stages of the reader, the text of the tutorial.
Out: ``docs/reference/plover.md`` and ``commands.md``, the table of stages in ``ARCHITECTURE.md``, the record in the
     tutorial. The tests refuse pages that are not current.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from typer.main import get_command

from vakanuvis.cli import app
from vakanuvis.cli.paper import Paper
from vakanuvis.export.contract import reading_of
from vakanuvis.export.terminal import record_of
from vakanuvis.lexicon.plover import Code, Plover, plover
from vakanuvis.pipeline import Reader, Stage
from vakanuvis.text.articles import article_of

ROOT = Path(__file__).parents[1]
PLOVER_PAGE = ROOT / "docs" / "reference" / "plover.md"
COMMANDS_PAGE = ROOT / "docs" / "reference" / "commands.md"
ARCHITECTURE = ROOT / "ARCHITECTURE.md"
TUTORIAL = ROOT / "docs" / "tutorial" / "from-text-to-record.md"
_HEAD = """# PLOVER 2.0

*Bu sayfa `lexicon/codes/plover.yaml` dosyasından `python -m docs.generate` ile yazılır. (Generated; edit the lexicon.)*

The codes that records use, with their scores and a Turkish explanation; `vakanuvis codes --examples` prints the same.
Where the published codebook contradicts itself, [reading.md](reading.md) says how it was decided. All names in the
examples are invented.
"""

_COMMANDS_HEAD = """# Commands

*Written from the commands by `python -m docs.generate`.* `--help` behind any of them prints the same.
"""


def commands() -> dict[str, Any]:
    """The commands of ``vakanuvis`` by name; what stands below another is named with it."""
    return dict(_commands(get_command(app), ()))


def commands_page(commands: dict[str, Any]) -> str:
    """The commands with their arguments and options as Markdown."""
    lines = [_COMMANDS_HEAD]
    for name, command in commands.items():
        lines += [f"## `vakanuvis {name}`\n", " ".join(command.help.split()), ""]
        lines += _table("argument or option | meaning", (_parameter(one) for one in command.params))
        lines.append("")
    return "\n".join(lines)


def _commands(group: Any, before: tuple[str, ...]) -> Iterator[tuple[str, Any]]:
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from _commands(command, (*before, name))
        else:
            yield " ".join((*before, name)), command


def _parameter(one: Any) -> str:
    names = one.opts if one.param_type_name == "option" else [one.metavar]
    shown = ", ".join(f"`{name}`" for name in names).replace("|", "\\|")
    return f"| {shown} | {one.help} |"


def plover_page(book: Plover) -> str:
    """The codebook as Markdown."""
    quads = (f"| {code.code} | {code.turkish} | {code.explanation} |" for code in book.quads.values())
    contexts = (f"| `{c.code}` | {c.turkish} | {c.explanation} *{c.example}* |" for c in book.contexts.values())
    sectors = (f"| `{c.code}` | {c.turkish} | {c.explanation} |" for c in book.sectors.values())
    return "\n".join(
        (
            _HEAD,
            "## Sınıflar (quad codes)\n",
            *_table("sınıf | ad | açıklama", quads),
            "\n## Olay türleri ve biçimleri (event types and modes)\n",
            *(line for code in book.events.values() for line in _event(book, code)),
            "## Bağlamlar (contexts)\n",
            *_table("kod | ad | açıklama ve örnek", contexts),
            "\n## Kesimler (sectors)\n",
            *_table("kod | ad | açıklama", sectors),
            "",
        )
    )


def with_stages(text: str, stages: Iterable[Stage]) -> str:
    """``text`` with the table of stages between its marks."""
    rows = (f"| `{s.adds}` | {', '.join(f'`{need}`' for need in s.needs) or '—'} |" for s in stages)
    return _between(text, "stages", "\n".join(_table("adds | needs", rows)))


def with_record(text: str, reader: Reader) -> str:
    """The tutorial with the record of its own article between its marks."""
    name, article = article_in(text)
    out = io.StringIO()
    Paper(out).print(record_of(reading_of(reader.read(article_of(article, name)))))
    lines = (line.rstrip() for line in out.getvalue().rstrip().splitlines())
    return _between(text, "record", "\n".join(("```text", *lines, "```")))


def article_in(text: str) -> tuple[str, str]:
    """Name and text of the article that a page shows."""
    found = re.search(r"^```text (\S+)\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    assert found, "the page shows no article"
    return found[1], found[2]


def _between(text: str, name: str, new: str) -> str:
    return re.sub(
        rf"(<!-- {name}: begin.*?-->\n).*?(<!-- {name}: end -->)", rf"\g<1>{new}\n\g<2>", text, flags=re.DOTALL
    )


def _event(book: Plover, code: Code) -> Iterator[str]:
    quad = book.quads[book.quad_code(code.code)]
    yield f"### {code.code}\n\n**{code.turkish}** · sınıf {quad.code} ({quad.turkish}) · puan {_score(code.score)}\n"
    yield f"{code.explanation} *{code.example}*\n"
    if code.modes:
        rows = (f"| `{m.mode}` | {_score(m.score)} | {m.turkish} | {m.explanation} *{m.example}* |" for m in code.modes)
        yield from _table("mode | puan | ad | açıklama ve örnek", rows)
        yield ""


def _table(heading: str, rows: Iterable[str]) -> Iterator[str]:
    yield f"| {heading} |"
    yield "|" + "---|" * (heading.count("|") + 1)
    yield from rows


def _score(score: float | None) -> str:
    return "—" if score is None else f"{score:+.1f}".replace("-", "−")


def main() -> None:
    """Write all of them."""
    PLOVER_PAGE.write_text(plover_page(plover()), encoding="utf-8")
    COMMANDS_PAGE.write_text(commands_page(commands()), encoding="utf-8")
    reader = Reader()
    for path, renewed in (
        (ARCHITECTURE, with_stages(ARCHITECTURE.read_text(encoding="utf-8"), reader.stages)),
        (TUTORIAL, with_record(TUTORIAL.read_text(encoding="utf-8"), reader)),
    ):
        path.write_text(renewed, encoding="utf-8")


if __name__ == "__main__":
    main()
