"""Decide who speaks at a cue.

In:  a Reading, the Progress of its sentence, a cue and what was said.
Out: the voice, where the content may begin, the first word that is free afterwards.

    Moreau'nun "Kapı kapanmaz" sözleri      Kapının kapandığını söyleyen Moreau
    ~~~~~~~~~~                 ~~~~~~                           ~~~~~~~~ ~~~~~~
    owner                      noun cue                         participle and whom it describes
    (Moreau's words “The door does not close”; Moreau, who said that the door had closed)
"""

from __future__ import annotations

from vakanuvis.extract.contents import Found
from vakanuvis.extract.cues import Cue, is_located, noun_at
from vakanuvis.extract.drafts import NOBODY, Reading, Voice, voice_of
from vakanuvis.extract.lines import Line
from vakanuvis.extract.progress import Progress
from vakanuvis.extract.speakers import Group, agent_between, group_before, group_behind, owner_before


def speaker_of(reading: Reading, progress: Progress, cue: Cue, found: Found, start: int) -> tuple[Voice, int, int]:
    """Who speaks, where the content may begin, and the first word that is free afterwards."""
    if cue.shape == "participle" and not cue.passive:
        return _described(reading, progress, cue, start)
    if cue.shape == "nested" and not cue.passive:
        begin = found.first if found.first is not None else found.last
        owner = _owner(reading, progress.floor, begin, found, nested=True)
        if owner is None:  # … belirttiğini ifade eden Tekin: his own words
            described = [at for at in (cue.last + 1, cue.last + 2) if "participle" in reading.line.forms[at : at + 1]]
            group = group_behind(reading.line, described[0] + 1, reading.mentions) if described else None
            return voice_of(reading.line, group), start, progress.floor
        return voice_of(reading.line, owner), owner.after if owner else start, progress.floor
    if cue.shape == "noun":
        return _of_noun(reading, progress, cue, found, start)
    if cue.passive and line_form(reading, found) != "-dığını":
        agent = agent_between(reading.line, found.last + 1, cue.first, reading.mentions)
        free = progress.floor if is_told(reading.line, cue) else cue.last + 1
        return voice_of(reading.line, agent) if agent else _of_passive(reading, progress), start, free
    return _of_predicate(reading, progress, cue, found, start)


def _described(reading: Reading, progress: Progress, cue: Cue, start: int) -> tuple[Voice, int, int]:
    """Whom a participle describes: the noun group behind it, or behind the last of several participles."""
    line, mentions = reading.line, reading.mentions
    group = group_behind(line, cue.last + 1, mentions)
    if group is None:  # … belirten, … vurgulayan Tekin
        later = [at for at in range(cue.last + 1, len(line.words)) if line.forms[at] == "participle"]
        group = group_behind(line, later[0] + 1, mentions) if later else None
        return voice_of(line, group), start, cue.last + 1
    if line.is_nominative(group.head):
        progress.subject, progress.after_subject = group, group.after
    return voice_of(line, group), start, group.after


def _of_noun(reading: Reading, progress: Progress, cue: Cue, found: Found, start: int) -> tuple[Voice, int, int]:
    """Whose noun it is: its owner, or in `… sözleriyle` the subject."""
    line, mentions = reading.line, reading.mentions
    begin = found.first if found.first is not None else found.last
    free = cue.last + 1 if line.printed(cue.last + 1) == "," or found.direct else progress.floor
    owner = owner_before(line, found.last + 1, cue.first, mentions, cases=("Gen", "Abl"))
    if owner is not None:
        return voice_of(line, owner), start, free
    owner = _owner(reading, progress.floor, begin, found)
    if owner is not None:
        return voice_of(line, owner), owner.after, free
    doer = progress.subject if line.words[cue.last].case == "Ins" else None
    return voice_of(line, doer), start, free


def _of_predicate(reading: Reading, progress: Progress, cue: Cue, found: Found, start: int) -> tuple[Voice, int, int]:
    """The subject of a verb of saying: before it, behind it (`dedi Petrova`), or remembered."""
    line, mentions, after = reading.line, reading.mentions, cue.last + 1
    between = group_before(line, cue.first, found.last + 1, mentions)
    if between is not None and (progress.subject is None or progress.subject.actor != between.actor):
        progress.subject = between
    elif progress.subject is None and found.direct and cue.shape == "finite":
        behind = group_behind(line, after, mentions) if line.printed(after) != "," else None
        if behind is not None and (behind.known or behind.after >= len(line.words) - 1):
            return voice_of(line, behind), start, behind.after
    voice = voice_of(line, progress.subject)
    pronoun = progress.subject is not None and line.words[progress.subject.head].upos == "PRON"
    if not voice.named or (pronoun and voice.actor is None):
        voice = _remembered(reading, cue)
    return voice, start, after


def _remembered(reading: Reading, cue: Cue) -> Voice:
    """The last speaker; inside a quotation only `dedik`, `söylüyorum` mean the one who speaks there."""
    if not reading.inside:
        return reading.memory.dropped()
    line = reading.line
    later = range(cue.last, len(line.words))  # 'Yapmayın' diyerek çıktım: the finite verb tells who
    own = any(line.words[at].feats.get("Person") == "1" for at in later if line.is_finite(at) or at == cue.last)
    return reading.memory.speaker if own else NOBODY


def _owner(reading: Reading, start: int, end: int, found: Found, *, nested: bool = False) -> Group | None:
    """The genitive group that owns a noun cue or a nested clause, if the clause has its own subject or is quoted."""
    line = reading.line
    if found.direct:
        return owner_before(line, start, end, reading.mentions)
    genitives = [at for at in range(start, end) if line.quote_at[at] is None and line.words[at].case == "Gen"]
    for at in genitives[:1]:
        group = owner_before(line, start, at + 1, reading.mentions)
        comma = line.printed(at + 1) == ","
        capital = line.words[at].form[:1].isupper()
        name = group is not None and capital and (group.known or line.words[at].upos == "PROPN")
        if group is not None and ((comma and not nested) or (name and (nested or len(genitives) > 1))):
            return group
    return None


def _of_passive(reading: Reading, progress: Progress) -> Voice:
    """The author of the text that a passive tells from, named here or in the sentence before."""
    if progress.author.named:
        return progress.author
    memory = reading.memory
    return memory.author if memory.author_at == memory.position - 1 else NOBODY


def author_of(reading: Reading, start: int, end: int) -> Voice:
    """Whose statement or report a sentence tells from: `Bakanlıktan yapılan açıklamada`, `AP'nin haberinde`."""
    line = reading.line
    for at in range(start, end):
        noun = noun_at(line, at, reading.lexicon) if line.quote_at[at] is None else None
        if noun is None or "occasion" not in noun.takes or not is_located(line, at, reading.lexicon):
            continue
        owner = owner_before(line, start, at, reading.mentions, cases=("Gen", "Abl"))
        if owner is not None:
            return voice_of(line, owner)
        memory = reading.memory
        near = memory.position - max(memory.speaker_sentence, memory.author_at) <= 3
        told = memory.author if memory.author_at >= memory.speaker_sentence else memory.speaker
        return told if near and "source" in noun.takes else NOBODY
    return NOBODY


def line_form(reading: Reading, found: Found) -> str:
    """The clause form of what was said; empty for quoted runs."""
    return "" if found.direct else reading.line.forms[found.last]


def is_told(line: Line, cue: Cue) -> bool:
    """True for a nested passive that is itself reported: `… belirtildiğini ifade etti`."""
    return cue.shape == "nested" and cue.passive and line.forms[cue.last] in ("-dığını", "-dığına", "-dığından")


def is_aside(reading: Reading, cue: Cue) -> bool:
    """True for participles that describe a thing: `beklenen zam`, `kaldırılmasını talep eden karar`."""
    if cue.shape != "participle":
        return False
    if cue.passive:
        return cue.force == "estimate"
    if cue.force != "demand":
        return False
    line = reading.line
    group = group_behind(line, cue.last + 1, reading.mentions)
    if group is None or group.known or line.words[group.head].feats.get("Number") == "Plur":
        return False
    noun = noun_at(line, group.head, reading.lexicon)
    return noun is None or "informant" not in noun.takes
