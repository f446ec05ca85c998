"""Find who speaks: noun groups at the places where Turkish puts the one who says something.

In:  a Line and a stretch of it.
Out: a Group (word indexes, letters, actor).

    Kuzey Kore Dışişleri Bakanı ise görüşmelerin sürdüğünü söyledi.
    ~~~~~~~~~~~~~~~~~~~~~~~~~~~
    (The North Korean foreign minister, for his part, said that the talks were going on.)
"""

from __future__ import annotations

from dataclasses import dataclass

from vakanuvis.extract.lines import Line
from vakanuvis.extract.mentions import Mentions
from vakanuvis.record.people import Actor, Mention
from vakanuvis.record.span import Span, hull

_BOUND = frozenset({"ADJ", "DET", "NUM", "NOUN", "PROPN", "PRON", "X"})
_HYPHENS = ("-", "–")
_LONGEST_GROUP = 14  # words: a long title with a long name


@dataclass(frozen=True, slots=True)
class Group:
    """A noun group that may speak; ``after`` is the first word behind it and its comma, ``others`` are joined to it."""

    first: int
    head: int
    span: Span
    actor: str | None
    known: bool
    after: int
    others: tuple[str, ...] = ()


def leading_subject(
    line: Line, floor: int, end: int, mentions: Mentions, *, fresh: bool, lone: bool = False
) -> Group | None:
    """The nominative group that opens a stretch as its subject: before a comma, before `ise`, or a known actor.

    ``fresh`` says that the stretch opens the sentence; later in it only known actors count. ``lone`` says that no
    clause follows whose own subject the group could be.
    """
    seen_genitive = False
    bare: Group | None = None
    for at in range(floor, end):
        quoted = line.quote_at[at]
        if quoted is not None:
            if quoted.speech:
                return bare
            continue
        form = line.forms[at]
        if line.is_finite(at) and (bare is None or not bare.known) and line.printed(at + 1) != ",":
            bare = None
            continue  # a slip such as `yapar` for `yapan`, or a heading in running text
        if line.is_finite(at) or form in ("-dığını", "-dığına", "-dığından"):
            return bare
        word = line.words[at]
        if word.case == "Gen":
            seen_genitive = True
        elif "Person[psor]" in word.feats or word.case == "Abl" or form in ("participle", "-dığı", "converb"):
            seen_genitive = False
        if not line.is_nominative(at) or form or not (_ends_group(line, at, end) or _meets_name(line, at, mentions)):
            continue
        behind = line.printed(line.past_brackets(at + 1))
        if behind in line.joins:
            continue  # ABD Uzay ve Havacılık Kurumu
        quoted = line.quote_at[at + 1] if at + 1 < end else None
        marked = behind == "," or behind in line.markers or (quoted is not None and quoted.speech)
        if seen_genitive and "Person[psor]" not in word.feats:
            continue
        group = group_at(line, at, floor, mentions)
        first_there = group.first == floor or line.forms[group.first - 1] == "participle"
        opens = behind == "," or first_there or word.upos == "PROPN"
        if marked and (group.known or (fresh and opens and _may_speak(line, group))):
            if group.known or _is_named(line, at) or behind != ",":
                return group
            bare = bare or group  # Bir dönem, … yapan Pivik, …: a name may follow
            continue
        if bare is None and fresh and first_there and not marked and word.upos in ("NOUN", "PROPN", "VERB"):
            owned = any(line.words[i].case == "Gen" for i in range(group.first, at))
            object_of = at + 1 < end and line.forms[at + 1] == "participle"  # politikaları savunan
            named = not owned and not object_of and _is_named(line, at)
            bare = group if group.known or (named and (lone or _has_arguments(line, at, end))) else None
    return bare


def _ends_group(line: Line, at: int, end: int) -> bool:
    """True if no word behind continues the group."""
    if at + 1 >= end or not line.is_nominal(at + 1):
        return line.printed(at + 1) not in _HYPHENS
    word, behind = line.words[at], line.words[at + 1]
    if at + 1 in line.media and at not in line.media:
        return True  # Lindqvist Twitter'dan
    if word.entity.endswith("PERSON") and not behind.entity.endswith("PERSON"):
        return True
    if (
        behind.form[:1].isupper()
        and word.form[:1].isupper()
        and behind.upos in ("PROPN", "NOUN")
        and word.case != "Gen"
    ):
        return False
    if word.upos in ("DET", "NUM", "ADJ") and not word.case:
        return False
    if word.upos == "NOUN" and line.is_nominative(at + 1) and behind.upos == "PROPN":
        return False
    return not ("Person[psor]" in behind.feats and "Person[psor]" not in word.feats)


def _meets_name(line: Line, at: int, mentions: Mentions) -> bool:
    """True if a name ends here and another one in an oblique case follows: `Lavrov Rubio'ya, …`."""
    if at + 1 >= len(line.words):
        return False
    word, behind = line.words[at], line.words[at + 1]
    here, there = mentions.at(word.span.start), mentions.at(behind.span.start)
    oblique = behind.stem != behind.span and behind.case in ("Dat", "Abl", "Ins")
    return oblique and here is not None and there is not None and here[1].id != there[1].id


def _may_speak(line: Line, group: Group) -> bool:
    """True for a group with a noun as head that is no time or number."""
    head = line.words[group.head]
    adjective = head.upos == "ADJ" and not line.words[group.first].form[:1].isupper()
    return head.upos in ("NOUN", "PROPN", "X", "ADJ", "PRON", "VERB") and not adjective and not head.form.isdigit()


def _is_named(line: Line, at: int) -> bool:
    """True for a name, a title or a plural; `akşam`, `bir dönem` are no speakers."""
    word = line.words[at]
    capital = word.form[:1].isupper() and (at > 0 or word.lemma[:1].isupper())
    named = word.upos == "PROPN" or capital or "Person[psor]" in word.feats
    return word.upos in ("NOUN", "PROPN", "VERB") and (named or word.feats.get("Number") == "Plur")


def _has_arguments(line: Line, at: int, end: int) -> bool:
    """True if the clause behind has words of its own before its predicate: `Kaynaklar heyetin döneceğini …`."""
    return any(line.words[i].case in ("Gen", "Acc", "Dat", "Loc") for i in range(at + 1, end - 1))


def group_behind(line: Line, start: int, mentions: Mentions) -> Group | None:
    """The noun group that opens at ``start``: whom a participle describes."""
    at = start
    while (
        at < len(line.words)
        and line.words[at].upos in ("ADV", "PUNCT")
        and line.printed(at) != ","
        and line.quote_at[at] is None
    ):
        at += 1
    first = at
    while at < len(line.words) and line.is_nominal(at):
        known = mentions.at(line.words[at].span.start)
        if known is not None:
            at = _last_of(line, known[0].span, at)
        follows = at + 1 < len(line.words) and line.is_nominal(at + 1)
        if not follows or line.forms[at + 1] or at - first > _LONGEST_GROUP:
            break
        bound = line.is_nominative(at) and not _ends_group(line, at, len(line.words))
        owner = line.words[at].case in ("Gen", "Abl") and line.words[at + 1].form[:1].isupper()
        title = (
            line.is_nominative(at)
            and mentions.at(line.words[at + 1].span.start) is not None
            and line.words[at + 1].form[:1].isupper()
        )
        if not (bound or title or (owner and "Person[psor]" not in line.words[at].feats and first == at)):
            break
        at += 1
    if at == first and not (at < len(line.words) and line.is_nominal(at)):
        return None
    return _group(line, first, at, mentions)


def group_before(line: Line, end: int, floor: int, mentions: Mentions) -> Group | None:
    """A nominative group that ends right before ``end``."""
    at = end - 1
    while (
        at >= floor
        and (line.words[at].upos in ("ADV", "PUNCT") or line.printed(at) in line.markers | line.announcers)
        and line.quote_at[at] is None
    ):
        at -= 1
    if at < floor or not line.is_nominative(at) or line.forms[at]:
        return None
    group = group_at(line, at, floor, mentions)
    named = line.words[at].upos == "PROPN" and line.words[at].form[:1].isupper()
    return group if group.known or named else None


def owner_before(
    line: Line, floor: int, end: int, mentions: Mentions, *, cases: tuple[str, ...] = ("Gen",)
) -> Group | None:
    """The last group in a stretch that carries one of ``cases``: `Lübnan'ın … açıklaması`, `Bakanlıktan yapılan …`."""
    for at in range(end - 1, floor - 1, -1):
        if line.printed(at) in line.agents and at > floor and "Abl" in cases:
            return group_at(line, at - 1, floor, mentions)
        if line.quote_at[at] is None and line.is_nominal(at) and not line.forms[at] and line.words[at].case in cases:
            return group_at(line, at, floor, mentions)
    return None


def agent_between(line: Line, floor: int, end: int, mentions: Mentions) -> Group | None:
    """The doer that a stretch names with a passive: `Bakan Tekin tarafından`."""
    for at in range(end - 1, floor, -1):
        if line.printed(at) in line.agents and line.is_nominal(at - 1):
            return group_at(line, at - 1, floor, mentions)
    return None


def group_at(line: Line, head: int, floor: int, mentions: Mentions) -> Group:
    """The noun group whose last word is ``head``."""
    first = head
    owned = "Person[psor]" in line.words[head].feats
    while first > floor and head - first < _LONGEST_GROUP and _binds(line, first - 1, first, owned=owned):
        first -= 1
        owned = owned or "Person[psor]" in line.words[first].feats
    known = mentions.at(line.words[first].span.start)
    if known is not None and floor <= first and known[0].span.start < line.words[first].span.start:
        while first > floor and line.words[first].span.start > known[0].span.start:
            first -= 1
    return _group(line, first, head, mentions)


def _binds(line: Line, at: int, behind: int, *, owned: bool) -> bool:
    """True if word ``at`` belongs to the group that goes on at ``behind``."""
    word = line.words[at]
    if word.form in _HYPHENS:
        return line.words[behind].upos == "PROPN" and at > 0 and line.words[at - 1].upos == "PROPN"
    bound = word.upos in _BOUND or line.is_nominal(at)
    if line.quote_at[at] is not None or line.forms[at] or not bound or not word.form[:1].isalnum():
        return (
            line.printed(at) in line.joins
            and at > 0
            and line.is_nominative(at - 1)
            and line.words[at - 1].form[:1].isupper()
        )
    if at in line.attributes or line.is_nominative(at):
        return True
    if word.case == "Gen":
        return owned and line.printed(at + 1) != ","
    if word.case == "Dat":
        return line.words[behind].upos == "ADJ"  # Bakan'a yakın kaynaklar
    return word.case == "Abl" and line.words[behind].upos in ("DET", "NUM")


def _group(line: Line, first: int, head: int, mentions: Mentions) -> Group:
    known = mentions.at(line.words[head].span.start)
    span = Span(line.words[first].span.start, line.words[head].stem.end)
    if known is not None:
        span = hull((span, known[0].span)) if known[0].span.overlaps(span) else span
    after = line.past_brackets(head + 1)
    while after < len(line.words) and (line.printed(after) in line.markers or line.printed(after) == ","):
        after += 1
        if line.printed(after - 1) == ",":
            break
    joined = _joined(line, first, head, mentions) if known is not None else ()
    if joined:
        span = hull((span, joined[0][0].span))
        return Group(first, head, span, joined[0][1].id, True, after, tuple(actor.id for _, actor in joined[1:]))
    if known is None:
        return Group(first, head, span, None, False, after)
    actor, *others = (actor.id for actor in mentions.together(known[0]))
    return Group(first, head, span, actor, True, after, tuple(others))


def _joined(line: Line, first: int, head: int, mentions: Mentions) -> tuple[tuple[Mention, Actor], ...]:
    """The actors of `Tekin ve Moreau`, of `Almanya ile Fransa`; empty where nobody is joined to another."""
    found = [mentions.at(line.words[head].span.start)]
    for at in range(head - 1, first, -1):
        if line.printed(at) in line.joins:
            found.append(mentions.at(line.words[at - 1].span.start))
    pairs = [pair for pair in reversed(found) if pair is not None]
    apart = len({actor.id for _, actor in pairs}) == len(pairs) == len(found)
    alike = len({actor.kind == "person" for _, actor in pairs}) == 1
    return tuple(pairs) if len(pairs) > 1 and apart and alike else ()


def _last_of(line: Line, span: Span, at: int) -> int:
    """Index of the last word of a mention."""
    while at + 1 < len(line.words) and line.words[at + 1].span.start < span.end:
        at += 1
    return at
