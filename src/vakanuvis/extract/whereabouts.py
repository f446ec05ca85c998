"""When and where an event took place.

In:  the scene of a match, the times and places of the Doc.
Out: its date with the letters that tell it, and its place.

    Norveç ile Şili arasında dün Oslo'da görüşme yapıldı.
                             ~~~ ~~~~~~~
    (Talks were held yesterday in Oslo between Norway and Chile.)
"""

from __future__ import annotations

from dataclasses import dataclass

from vakanuvis.extract.frames import holds
from vakanuvis.extract.predications import Predication
from vakanuvis.extract.scenes import Scene
from vakanuvis.extract.sides import words_in
from vakanuvis.record.doc import Doc
from vakanuvis.record.event import Status
from vakanuvis.record.span import Span
from vakanuvis.record.when_where import DateBasis, Place, TimeExpression
from vakanuvis.record.words import Sentence, Word

# An event dated this many months before publication is background to the news.
_OLD = 2
_OLD_BACKGROUND = 1  # the same, where the main clause tells something else
_YEAR = 4  # letters of YYYY
_MONTH = 7  # letters of YYYY-MM


@dataclass(frozen=True, slots=True)
class When:
    """An event's date, its letters, where the date comes from, and whether it lies long before the news."""

    date: str | None
    span: Span | None
    basis: DateBasis
    is_old: bool = False


def time_words(doc: Doc) -> dict[int, frozenset[int]]:
    """The words in time expressions, by sentence."""
    out: dict[int, frozenset[int]] = {}
    sentences = {sentence.index: sentence for sentence in doc.sentences or ()}
    for time in doc.times or ():
        inside = words_in(sentences[time.sentence].words, time.span) if time.sentence in sentences else []
        out[time.sentence] = out.get(time.sentence, frozenset()) | {word.index for word in inside}
    return out


def when(doc: Doc, scene: Scene, status: Status) -> When:
    """The time told in the event's own clause, else the day of publication for what is news."""
    found = _time(doc, scene)
    if found is None and status == "historical":
        found = _time_before(doc, scene) or _time_continued(doc, scene)
    if found is not None and found.edtf is not None:
        return When(found.edtf, found.span, found.basis, _is_old(found.edtf, doc.published, scene))
    beside = _old_time_beside(doc, scene) if found is None else None
    if beside is not None and beside.edtf is not None:
        return When(beside.edtf[:_YEAR], beside.span, beside.basis, is_old=True)
    if _is_long_ago(scene, found):
        return When(None, found.span if found else None, "none", is_old=True)
    if found is not None or status == "historical" or doc.published is None or status == "planned":
        return When(None, found.span if found else None, "none")
    return When(doc.published, None, "publication")


def where(doc: Doc, scene: Scene) -> Place | None:
    """The place in the event's clause that stands in the locative, or to which somebody goes."""
    words = scene.words
    span = Span(words[scene.first_word()].span.start, words[scene.last_word()].span.end)
    inside = [place for place in doc.places or () if span.holds(place.span)]
    for case in ("Loc", "Dat"):
        if case == "Dat" and scene.match.frame.mode != "visit":
            continue
        for place in reversed(inside):
            word = _word_at(scene, place.span)
            if word is not None and word.case == case:
                return place
    return None


def _word_at(scene: Scene, span: Span) -> Word | None:
    return next((word for word in scene.words if word.span.start < span.end <= word.span.end), None)


def _time(doc: Doc, scene: Scene) -> TimeExpression | None:
    words = scene.words
    span = Span(words[scene.first_word()].span.start, words[scene.last_word()].span.end)
    sentence = scene.parsed.sentence.index
    inside = [time for time in doc.times or () if time.sentence == sentence and span.holds(time.span)]
    others = [_extent(scene, item) for item in _nested(scene)]
    own = [time for time in inside if not any(other.holds(time.span) for other in others)]
    return own[-1] if own else _time_of_chain(doc, scene) or _time_of_sentence(doc, scene, others)


def _time_of_sentence(doc: Doc, scene: Scene, others: list[Span]) -> TimeExpression | None:
    """A time that opens the sentence and stands in no clause of its own is that of the main clause."""
    if scene.clause is None or scene.clause.kind != "finite":
        return None
    sentence = scene.parsed.sentence
    for time in doc.times or ():
        opens = time.sentence == sentence.index and time.span.start <= sentence.words[0].span.start
        if opens and not any(other.holds(time.span) for other in others):
            return time
    return None


def _time_before(doc: Doc, scene: Scene) -> TimeExpression | None:
    """The last time told before the clause in its sentence: `2003'te … suçlamış, … reddetmişti`."""
    sentence, start = scene.parsed.sentence.index, scene.words[scene.first_word()].span.start
    before = [time for time in doc.times or () if time.sentence == sentence and time.span.end <= start]
    return before[-1] if before else None


def _time_continued(doc: Doc, scene: Scene) -> TimeExpression | None:
    """`Mahkeme 25 Eylül'de kararını vermişti. Bakanı … mahkum etmişti.`: background goes on from a time told once."""
    sentence, clause = scene.parsed.sentence, scene.clause
    if clause is None or clause.kind != "finite" or not _is_pluperfect(sentence):
        return None
    before = [item for item in doc.sentences or () if item.index == sentence.index - 1]
    if not before or before[0].kind != sentence.kind or not _is_pluperfect(before[0]):
        return None
    told = [time for time in doc.times or () if time.sentence in (sentence.index, before[0].index)]
    return told[0] if len(told) == 1 and told[0].edtf is not None else None


def _is_pluperfect(sentence: Sentence) -> bool:
    """True if the last verb of the sentence ends in `-mIştI`."""
    verbs = [word for word in sentence.words if word.upos in ("VERB", "AUX") and word.feats.get("Tense")]
    return bool(verbs) and verbs[-1].feats.get("Tense") == "Pqp"


def _time_of_chain(doc: Doc, scene: Scene) -> TimeExpression | None:
    """A time told once for a chain of converbs: `haziranda zirve düzenleyerek anlaşma imzaladı`."""
    clause = scene.clause
    if clause is None:
        return None
    chained = [
        item
        for item in scene.parsed.predications
        if item is not clause
        and "converb" in (item.kind, clause.kind)
        and (item.above is clause or clause.above is item)
    ]
    sentence = scene.parsed.sentence.index
    spans = [_extent(scene, item) for item in chained]
    found = [t for t in doc.times or () if t.sentence == sentence and any(span.holds(t.span) for span in spans)]
    return found[-1] if found else None


def _nested(scene: Scene) -> list[Predication]:
    """Clauses inside the scene that have times of their own."""
    out: list[Predication] = []
    for item in scene.parsed.predications:
        if item is scene.clause or item.at >= scene.last_word() or item.at < scene.first_word():
            continue
        if item.kind in ("relative", "nominal") and item.carried is not scene.group:
            out.append(item)
    return out


def _extent(scene: Scene, clause: Predication) -> Span:
    words = scene.words
    return Span(words[clause.first].span.start, words[clause.at].span.end)


def _old_time_beside(doc: Doc, scene: Scene) -> TimeExpression | None:
    """`kınadığı çatışmalarda … 2020'de sıkıyönetim ilan etti`: background to an old act is as old."""
    if scene.clause is None or scene.clause.kind != "relative":
        return None
    sentence = scene.parsed.sentence.index
    times = [time for time in doc.times or () if time.sentence == sentence and time.edtf is not None]
    old = [time for time in times if _years_apart(time.edtf or "", doc.published) > 0]
    return old[0] if old and len(old) == len(times) else None


def _years_apart(edtf: str, published: str | None) -> int:
    return int(published[:_YEAR]) - int(edtf[:_YEAR]) if published and edtf[:_YEAR].isdigit() else 0


def _is_old(edtf: str, published: str | None, scene: Scene) -> bool:
    background = scene.clause is None or scene.clause.kind != "finite"
    edtf = edtf.split("/", maxsplit=1)[0]
    if not edtf[:3].isdigit():
        return False
    if published is None:
        return background and len(edtf) < _MONTH  # `1990'larda el konulan mülkler`: no news is told by its year
    if not edtf[:4].isdigit():
        return int(edtf[:3]) < int(published[:3])
    if len(edtf) < _MONTH or len(published) < _MONTH:
        return int(edtf[:4]) < int(published[:4])
    return _months(published) - _months(edtf) >= (_OLD_BACKGROUND if background else _OLD)


def _is_long_ago(scene: Scene, found: TimeExpression | None) -> bool:
    """True if words of the clause itself tell that it is past and done: `yıllar önce`, `birçok kez`."""
    words = scene.words
    inside = {at for item in _nested(scene) for at in range(item.first, item.at + 1)}
    own = [words[at] for at in range(scene.first_word(), scene.last_word() + 1) if at not in inside]
    held = scene.parsed.holder(scene.group) if scene.clause is None and scene.group is not None else None
    if held is not None and held.kind == "finite":
        own.extend(words[held.first : held.at + 1])  # `birçok kez saldırıya hedef oldu`
    if found is not None:
        own = [word for word in words if found.span.overlaps(word.span)]
    if scene.clause is None or scene.clause.kind != "finite":
        return holds(own, scene.table.group("uzak geçmiş") + scene.table.group("yakın geçmiş"))
    return holds(own, scene.table.group("uzak geçmiş"))


def _months(date: str) -> int:
    return int(date[:4]) * 12 + int(date[5:7])
