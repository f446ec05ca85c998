"""The timeline: events or statements by decade, year, month or day, and the list of those in view.

In:  a visit to ``/zaman``.
Out: bars that lead deeper, what stands in no bar, filters, and a page of rows.

Without days in the address the timeline shows the days of the articles; what events are older or still to come is
counted beside it.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from vakanuvis.export import wording
from vakanuvis.record.days import days_of
from vakanuvis.web.bars import CENTURY, DAY, DECADE, MONTH, Bar, Chart, Classes, chart
from vakanuvis.web.catalogue import Numbers
from vakanuvis.web.happenings import listed, plain
from vakanuvis.web.narrowing import Narrowing, number_of
from vakanuvis.web.pages import Answer
from vakanuvis.web.visits import Visit

CLASSES: Mapping[str, tuple[str, tuple[str, ...]]] = {
    # What has no class stands with the last one.
    "events": ("quad", ("1", "2", "3", "4", "")),
    "statements": ("kind", ("direct", "indirect", "mixed")),
}
UNDATED = "yok"


@dataclass(frozen=True)
class Timeline:
    """One visit to the timeline."""

    narrowing: Narrowing

    @property
    def visit(self) -> Visit:
        """The visit."""
        return self.narrowing.visit

    @cached_property
    def undated(self) -> bool:
        """True where those without a date are asked for."""
        return self.visit.asked("gun") == UNDATED

    @cached_property
    def days(self) -> tuple[str, str] | None:
        """The first and the last day in view; None where there are no days at all."""
        first, last = self.narrowing.first, self.narrowing.last
        if first is None or last is None:
            told = self.visit.ask_one("timeline.span") or {}
            if not told.get("first"):
                return None
            # An event of the last days may be planned for the next ones: the year of the last article is shown whole.
            first, last = first or told["first"], last or told["last"]
        return (first, last) if first <= last else (last, first)

    @cached_property
    def chart(self) -> Chart | None:
        """The bars in view."""
        if self.days is None:
            return None
        narrowing = self.narrowing
        classes = Classes.of(narrowing.aspects, narrowing.wanted(), *CLASSES[narrowing.scope])
        return chart(narrowing.selected, *self.days, classes)

    @cached_property
    def shown(self) -> Numbers:
        """The rows of the list, the newest first."""
        narrowing, selected = self.narrowing, self.narrowing.selected
        part = selected.undated if self.undated else selected.between(*narrowing.days)
        return selected.numbers(part, narrowing.wanted())

    def _count(self, part: slice) -> int:
        return int(self.narrowing.selected.tally(part) @ self.narrowing.wanted())

    def beside(self) -> list[tuple[str, int, str]]:
        """What stands in no bar: what it is, how many, and the address that lists it."""
        say, here, selected = self.visit.tongue.say, self.visit.here, self.narrowing.selected
        made = []
        if self.days and self.chart:
            first, last = (number_of(day) for day in self.days)
            before, after = selected.between(None, first - 1), selected.between(last + 1, None)
            dated = {"sayfa": None, "gun": None}
            told = (
                ("daha önce", before, here(**dated, ilk=None, son=_next(self.days[0], -1))),
                ("daha sonra", after, here(**dated, ilk=_next(self.days[1], 1), son=None)),
            )
            made += [(say(words), self._count(part), address) for words, part, address in told]
            rough = say("yalnız ayı bilinen") if self.chart.unit is DAY else say("yalnız yılı bilinen")
            if self.chart.unit in (DECADE, CENTURY):
                rough = say("dönemi belirsiz")
            made.append((rough, self.chart.rough, ""))
        made.append(
            (
                say("tarihi bilinmeyen"),
                self._count(selected.undated),
                here(sayfa=None, ilk=None, son=None, gun=UNDATED),
            )
        )
        return [one for one in made if one[1]]

    def trail(self) -> list[tuple[str, str]]:
        """The years, months and days that lead here, each with its address; the last is where one is."""
        say, here, date = self.visit.tongue.say, self.visit.here, self.visit.tongue.date
        made = [(say("Bütün zamanlar"), here(sayfa=None, gun=None, ilk=None, son=None))]
        if self.undated:
            return [*made, (say("tarihi bilinmeyen"), "")]
        first, last = self.narrowing.first, self.narrowing.last
        if not first and not last:
            return made
        if first and last:
            for long in (4, 7, 10):
                if first[:long] != last[:long]:
                    break
                part = first[:long]
                made.append((date(part), here(sayfa=None, ilk=part, son=part)))
                if _is_whole(first, last, part):
                    return made
        made.append((f"{date(first) or '…'} – {date(last) or '…'}", ""))
        return made

    def label(self, bar: Bar) -> str:
        """What is written under a bar."""
        if self.chart is None or self.chart.unit is DAY:
            return str(int(bar.edtf[8:]))
        if self.chart.unit is MONTH:
            return self.visit.tongue.say(wording.MONTHS[int(bar.edtf[5:]) - 1])[:3]
        return bar.first

    def values(self) -> dict[str, Any]:
        """What the template needs for the bars."""
        facet, values = CLASSES[self.narrowing.scope]
        parameter = "sinif" if facet == "quad" else "tur"
        names = [self.narrowing.value(parameter, value) or self.visit.tongue.say("sınıfsız") for value in values]
        bars = [
            (bar, self.label(bar), self.visit.here(sayfa=None, gun=None, ilk=bar.first, son=bar.last))
            for bar in (self.chart.bars if self.chart else ())
        ]
        totals = [sum(bar.counts[at] for bar, *_ in bars) for at in range(len(values))]
        return {"chart": self.chart, "bars": bars, "classes": list(zip(values, names, totals, strict=True))}


def timeline(visit: Visit) -> Answer:
    """Bars, filters and a page of rows."""
    made = Timeline(Narrowing.of(visit))
    found = listed(made.narrowing, made.shown)
    if visit.form:
        told = [plain(visit, row) for row in found.rows]
        return Answer("timeline.html", rows=told, whole=_whole(made, told, found.total))
    values = {**made.values(), "narrowing": made.narrowing, "timeline": made, "list": found}
    return Answer("timeline.html", values)


def _whole(made: Timeline, rows: list[dict[str, Any]], total: int) -> dict[str, Any]:
    facet, values = CLASSES[made.narrowing.scope]
    bars = made.chart.bars if made.chart else ()
    return {
        "scope": made.narrowing.scope,
        "total": total,
        "days": made.days,
        "unit": made.chart.unit.name if made.chart else None,
        "by": facet,
        "bars": [{"date": bar.edtf, **dict(zip(values, bar.counts, strict=True))} for bar in bars],
        "too_rough": made.chart.rough if made.chart else 0,
        "results": rows,
    }


def _next(day: str, step: int) -> str:
    """The day before or after; of the first and the last that there are, the day itself."""
    told = datetime.date.fromisoformat(day).toordinal() + step
    return datetime.date.fromordinal(min(max(told, 1), datetime.date.max.toordinal())).isoformat()


def _is_whole(first: str, last: str, part: str) -> bool:
    """True if the days from ``first`` to ``last`` are all of the year, month or day ``part``."""
    return days_of(part) == (first, last)
