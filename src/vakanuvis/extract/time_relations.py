"""Rules for times told from the day of publication: ``dün``, ``geçen hafta``, ``iki gün önce``, ``ayın 5'inde``.

In:  a Line and the place where a rule should begin.
Out: a Match, or None.

    Bakan geçtiğimiz salı günü döndü.   →   Weekday(2, modifier=-1)
          ~~~~~~~~~~~~~~~~~~~~
    (The minister came back last Tuesday.)
"""

from __future__ import annotations

from vakanuvis.extract.time_dates import Match, day_and_month, in_year, month
from vakanuvis.extract.time_line import Line
from vakanuvis.extract.time_readings import (
    Away,
    Date,
    DayOfMonth,
    FromAnchor,
    Reading,
    Season,
    Stretch,
    Through,
    Unsettled,
    Weekday,
    Weekend,
    Year,
)  # fmt: skip
from vakanuvis.lexicon.times import Inflected

_CASES = ("", "in", "from", "to")


def day_word(line: Line, at: int) -> Match | None:
    """``dün``, ``bugünkü``, ``yarın``, ``önceki gün``, ``hafta sonu``."""
    hit = line.known(at, "day")
    if hit is None or hit.ending not in (*_CASES, "its"):
        return None
    reading: Reading = Weekend() if hit.entry.unit == "weekend" else Away("day", hit.entry.value)
    return Match(at + hit.words, reading, hit.entry.word, hit.ending)


def weekday(line: Line, at: int) -> Match | None:
    """``salı günü``, ``perşembe akşamı``, ``salı ve çarşamba günleri``; ``salıya`` where it cannot be anything else."""
    hit = line.known(at, "weekday")
    if hit is None:
        return None
    end, reading, word = at + hit.words, Weekday(hit.entry.value), hit.entry.word
    second = line.known(end + 1, "weekday") if line.known(end, "join") else None
    if second and second.entry.value == hit.entry.value + 1 and _ends_as_day(line, end + 2) == "many":
        return Match(end + 3, Stretch(reading, Weekday(second.entry.value)), word, "many")
    ending = _ends_as_day(line, end)
    if not hit.ending and ending:
        return Match(end + 1, reading, word, ending)
    if not hit.ending and line.known(end, "part"):
        return Match(end, reading, word)
    is_plain = hit.entry.bare and not line.pieces[at].capital and hit.ending in _CASES
    return Match(end, reading, word, hit.ending) if is_plain else None


def modified(line: Line, at: int) -> Match | None:
    """``geçen hafta``, ``bu yıl``, ``önümüzdeki pazartesi``, ``son beş yılda``, ``bu sabah``."""
    hit = line.known(at, "modifier")
    if hit is None:
        return None
    end = at + hit.words
    counted = _counted(line, end, hit)
    if counted or hit.entry.counted:
        return counted or _many(line, end, hit)
    for rule in (_modified_unit, _modified_weekday, _modified_date):
        found = rule(line, end, hit)
        if found:
            return found
    return None


def counted_units(line: Line, at: int) -> Match | None:
    """``iki gün önce``, ``24 saat içinde``, ``üç yıldır``, ``birkaç hafta sonra``."""
    some = line.known(at, "some")
    number = line.count(at)
    if (some is None and number is None) or (line.is_glued(at) and line.is_mark(at - 1, ".,")):
        return None
    count, end = number or (0, at + (some.words if some else 0))
    unit = line.known(end, "unit")
    if unit is None:
        return None
    vague = some is not None or unit.entry.unit == "hour"
    end += unit.words
    relation = line.known(end, "before") or line.known(end, "after") or line.known(end, "within")
    if relation and unit.ending in ("", "its"):
        reading = Unsettled() if vague or _hangs_on_a_noun(line, at) else _by_relation(relation, unit, count)
        return Match(end + relation.words, reading, relation.entry.word)
    if unit.ending == "for" and not some:
        return Match(end, Unsettled() if vague else Stretch(Away(unit.entry.unit, -count), None), unit.entry.word)
    bound = line.known(end, "since")
    if unit.ending == "from" and bound:
        reading = Unsettled() if vague else Stretch(Away(unit.entry.unit, -count), None)
        return Match(end + bound.words, reading, bound.entry.word)
    return None


def this_unit(line: Line, at: int) -> Match | None:
    """``yıl sonuna``, ``ayın başında``, ``ayın 5'inde``, ``yıl içinde``: of this year or month."""
    unit = line.known(at, "unit")
    if unit is None or unit.entry.unit not in ("week", "month", "year") or unit.ending not in ("", "of"):
        return None
    end = at + unit.words
    if unit.entry.unit == "month" and unit.ending and (day := _day_of_month(line, end, None)):
        return Match(end + 1, day, unit.entry.word, line.ending_of_figure(end) or "")
    edge, within = line.known(end, "edge"), line.known(end, "within")
    if edge and edge.ending:
        return Match(end + edge.words, Away(unit.entry.unit, 0), edge.entry.word, edge.ending)
    if within and not unit.ending:
        return Match(end + within.words, Away(unit.entry.unit, 0), within.entry.word)
    return None


def from_anchor(line: Line, at: int) -> Match | None:
    """``ertesi gün``, ``aynı yıl``, ``o gün``: told from the date before."""
    hit = line.known(at, "again")
    unit = line.known(at + hit.words, "unit") if hit else None
    if hit is None or unit is None or unit.ending == "many" or unit.entry.unit not in ("day", "week", "month", "year"):
        return None
    return Match(at + hit.words + unit.words, FromAnchor(unit.entry.unit, hit.entry.value), hit.entry.word, unit.ending)


def season(line: Line, at: int) -> Match | None:
    """``sonbaharda``, ``yaz aylarında``; the bare word is no time."""
    hit = line.known(at, "season")
    if hit is None:
        return None
    letters = line.letters(at)
    stems = (hit.entry.word, *hit.entry.also)
    in_it = any(line.lexicon.ending_class(s, letters[len(s) :]) == "in" for s in stems if letters.startswith(s))
    return Match(at + hit.words, Season(hit.entry.value), hit.entry.word) if hit.words > 1 or in_it else None


def _ends_as_day(line: Line, at: int) -> str:
    unit = line.known(at, "unit")
    return unit.ending if unit and unit.entry.unit == "day" else ""


def _counted(line: Line, at: int, hit: Inflected) -> Match | None:
    number = line.count(at)
    unit = line.known(number[1], "unit") if number else None
    if number is None or unit is None or hit.entry.value == 0:
        return None
    end = number[1] + unit.words
    if relation := line.known(end, "within"):
        end += relation.words
    return Match(end, Through(unit.entry.unit, hit.entry.value * number[0]), hit.entry.word, unit.ending)


def _many(line: Line, at: int, hit: Inflected) -> Match | None:
    """``son yıllarda``, ``son birkaç gün``: nobody knows how many."""
    some = line.known(at, "some")
    unit = line.known(at + some.words if some else at, "unit")
    if unit is None or (some is None and unit.ending != "many") or unit.entry.unit == "hour":
        return None
    return Match(at + (some.words if some else 0) + unit.words, Unsettled(), hit.entry.word, unit.ending)


def _modified_unit(line: Line, at: int, hit: Inflected) -> Match | None:
    unit, part, value, word = line.known(at, "unit"), line.known(at, "part"), hit.entry.value, hit.entry.word
    if part and value <= 0:
        reading: Reading = Away("day", 0) if value == 0 else Unsettled()
        return Match(at + part.words, reading, word, part.ending)
    if (ends := line.known(at, "day")) and ends.entry.unit == "weekend":
        return Match(at + ends.words, Weekend(value), word, ends.ending)
    if many := _many(line, at, hit):
        return many
    if unit is None or unit.entry.unit in ("hour", "decade") or unit.ending == "many":
        return None
    end = at + unit.words
    if unit.entry.unit == "day":
        return Match(end, Unsettled() if value else Away("day", 0), word, unit.ending)
    inner = _inside(line, end, unit, value)
    if inner:
        return inner
    if relation := line.known(end, "within"):
        end += relation.words
    return Match(end, Away(unit.entry.unit, value), word, unit.ending)


def _inside(line: Line, at: int, unit: Inflected, value: int) -> Match | None:
    """``geçen yılın eylül ayında``, ``geçen ayın 5'inde``, ``bu hafta salı günü``."""
    if unit.ending not in ("", "of"):
        return None
    if unit.entry.unit == "year":
        return in_year(line, at, Year(away=value))
    if unit.entry.unit == "month" and unit.ending and (day := _day_of_month(line, at, value)):
        return Match(at + 1, day, unit.entry.word, line.ending_of_figure(at) or "")
    if unit.entry.unit == "week" and (match := weekday(line, at)) and isinstance(match.reading, Weekday):
        return Match(match.end, Weekday(match.reading.weekday, weeks=value), match.word, match.ending)
    return None


def _modified_weekday(line: Line, at: int, hit: Inflected) -> Match | None:
    day = line.known(at, "weekday")
    if day is None:
        return None
    end, ending = at + day.words, day.ending
    if not day.ending and (behind := _ends_as_day(line, end)):
        end, ending = end + 1, behind
    if ending == "its" and end == at + day.words:
        return None
    return Match(end, Weekday(day.entry.value, hit.entry.value), hit.entry.word, ending)


def _modified_date(line: Line, at: int, hit: Inflected) -> Match | None:
    match, value = day_and_month(line, at) or month(line, at), hit.entry.value
    if match and isinstance(match.reading, Date) and match.reading.year is None:
        found = match.reading
        year = Year(away=0) if value == 0 else None
        return Match(match.end, Date(found.month, found.day, year, None, value or None), hit.entry.word, match.ending)
    name = line.known(at, "season")
    return Match(at + name.words, Season(name.entry.value, None, value), hit.entry.word) if name else None


def _day_of_month(line: Line, at: int, months: int | None) -> DayOfMonth | None:
    day = line.figure(at, 1, 31)
    return DayOfMonth(day, months) if day and line.ending_of_figure(at) else None


def _by_relation(relation: Inflected, unit: Inflected, count: int) -> Reading:
    if count == 0:
        return Unsettled()  # `yarım yüzyıl önce` is no whole number of centuries
    if relation.entry.kind == "before":
        return Away(unit.entry.unit, -count)
    return Away(unit.entry.unit, count, needs_future=True) if relation.entry.kind == "after" else Unsettled()


def _hangs_on_a_noun(line: Line, at: int) -> bool:
    """``savaşın bitişinden üç yıl önce``: told from something else than today; ``bundan üç yıl önce`` is not."""
    word = line.letters(at - 1)
    if not word or line.known(at - 1, "hence") or line.pieces[at - 1].kind != "word":
        return False
    if suffix := line.pieces[at - 1].suffix:
        return line.lexicon.ending_class(word, suffix) == "from"
    return any(line.lexicon.ending_class(word[:cut], word[cut:]) == "from" for cut in range(2, len(word)))
