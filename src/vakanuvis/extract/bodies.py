"""Find states, bodies and groups of people, and tie their mentions together.

In:  Lines, and the words that belong to people and their titles.
Out: Parties: states under one name each, bodies, groups, unnamed sources.

    Ankara, İsrail ordusunu ve BM yetkililerini eleştirdi.
    ~~~~~~  ~~~~~~~~~~~~~      ~~~~~~~~~~~~~~~
    state   body               group
    (Ankara criticised the Israeli army and the UN officials.)
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from vakanuvis.extract.crowds import Crowd, crowd_at, place_of
from vakanuvis.extract.metonyms import stands_for_state
from vakanuvis.extract.objects import is_object
from vakanuvis.extract.pointers import Pointer
from vakanuvis.extract.signs import Line, said_before
from vakanuvis.lexicon.actors import ActorLexicon, Owner
from vakanuvis.lexicon.matcher import Form, Hit
from vakanuvis.lexicon.organizations import BodyNoun
from vakanuvis.record.people import ActorKind, Mention, MentionKind
from vakanuvis.text.letters import capitalized, folded, is_all_capitals

WIDEST_BODY = 6  # words between a state and the noun of its body: `Rusya Devlet Güvenlik Kurumu`


@dataclass(slots=True, eq=False)
class Party:
    """A state, body or group as the article mentions it."""

    kind: ActorKind
    name: str
    country: str | None
    sector: str | None
    head: str = ""
    mentions: list[Mention] = field(default_factory=list)
    because: list[str] = field(default_factory=list)


class Parties:
    """Collects parties: one for each state, body and group."""

    def __init__(self, lexicon: ActorLexicon) -> None:
        self.lexicon = lexicon
        self.found: dict[tuple[ActorKind, str], Party] = {}
        self._new: list[tuple[Party, Mention]] = []

    def read(self, line: Line, taken: set[int]) -> None:
        """Read one sentence; ``taken`` are the words of people, titles and relations."""
        at = 0
        while at < len(line.forms):
            if at in taken or not line.forms[at].printed[:1].isalnum():
                at += 1
                continue
            at = self._step(line, at, taken)

    def _step(self, line: Line, at: int, taken: set[int]) -> int:
        """Read what begins at this word; says where to go on."""
        hit = line.owners.get(at)
        crowd = crowd_at(line, at, hit, self.lexicon, taken)
        if crowd is not None:
            self._add_crowd(line, crowd)
            return crowd.end
        body = self._body(line, at, hit, taken)
        if body is not None:
            return body
        if hit is not None:
            self._add_owner(line, hit)
            return hit.end
        return at + 1

    def _add_owner(self, line: Line, hit: Hit[Owner]) -> None:
        owner = hit.entry
        kind: MentionKind = "name"
        if owner.kind in ("capital", "seat"):
            if not stands_for_state(line, hit, self.lexicon):
                return
            kind = "metonym"
        if owner.kind == "body" or owner.code == "EUR":
            party = self._party("organization", owner.name, owner.code, owner.sector or None, folded(owner.name))
        else:
            party = self._party("country", owner.name, owner.code, owner.sector, folded(owner.name))
        self._mention(party, line, (hit.first, hit.end), kind, owner.because, keep=hit.stem_length)

    def _add_crowd(self, line: Line, crowd: Crowd) -> None:
        last = self._last("group", crowd.head) if crowd.points_back else None
        party = last or self._party("group", crowd.name, crowd.country, crowd.sector, crowd.head)
        self._mention(party, line, (crowd.first, crowd.end), "name", crowd.because, keep=crowd.keep)

    def _body(self, line: Line, at: int, owner: Hit[Owner] | None, taken: set[int]) -> int | None:
        """A body made of a noun: `Rusya Savunma Bakanlığı`, `Atina Ceza Mahkemesi`, `hükümet`."""
        start = owner.end if owner is not None else at
        if owner is not None and owner.inflection.case not in ("", "Gen"):
            return None
        for end in range(start, min(len(line.forms), start + WIDEST_BODY)):
            if end in taken or (end > at and end in line.owner_at):
                return None
            if line.forms[end].folded in self.lexicon.postpositions:
                return None  # Rusya tarafından
            hits = self.lexicon.body_nouns.longest(line.forms, end)
            goes_on = self._goes_on(line, end)
            if hits and not goes_on and self._is_body(line, at, end, owner, hits[0]):
                self._add_body(line, at, owner, hits[0])
                return end + 1
            if not self._may_name_body(line, end, owner=owner, noun=bool(hits)):
                return None
        return None

    def _goes_on(self, line: Line, end: int) -> bool:
        """True if another noun for bodies follows directly: `Savunma Bakanlığı Basın Ofisi`."""
        if line.forms[end].cut or end + 1 >= len(line.forms) or not line.forms[end + 1].capital:
            return False
        hits = self.lexicon.body_nouns.longest(line.forms, end + 1)
        return bool(hits and hits[0].inflection.owner)

    def _is_body(self, line: Line, at: int, end: int, owner: Hit[Owner] | None, hit: Hit[BodyNoun]) -> bool:
        form = line.forms[end]
        if hit.entry.kind == "body" and not form.capital and self._leads_on(line, end):
            return False  # Gürcistan iş birliği protokolü
        if owner is not None:
            people = owner.entry.kind == "people"
            return bool(hit.inflection.owner) or people or form.capital
        if end > at:
            return bool(hit.inflection.owner) and form.capital and line.forms[at].capital
        word = line.sentence.words[end]
        bare = not hit.inflection.owner and not hit.inflection.plural and word.upos in ("NOUN", "PROPN", "X", "")
        pointing = (
            said_before(line, end, self.lexicon) > 0 or line.forms[end - 1].folded in self.lexicon.pointing.guests
        )
        alone = end == 0 or pointing or line.sentence.words[end - 1].upos not in ("ADJ", "NOUN", "PROPN", "NUM")
        return (bare and hit.entry.kind != "body" and (alone or form.capital)) or (bare and form.capital and not end)

    def _leads_on(self, line: Line, end: int) -> bool:
        """True if the noun only says what kind of thing the next one is."""
        if line.forms[end].cut or end + 1 >= len(line.forms):
            return False
        word, follows = line.sentence.words[end], line.sentence.words[end + 1]
        owned = follows.upos == "NOUN" and follows.feats.get("Person[psor]") == "3"
        return word.case in ("", "Nom") and owned and not is_object(line, end + 1, self.lexicon)

    def _may_name_body(self, line: Line, at: int, *, owner: Hit[Owner] | None, noun: bool) -> bool:
        form = line.forms[at]
        if form.cut or not form.printed[:1].isalpha() or line.capitals:
            return False
        if form.capital or noun:
            return True
        word = line.sentence.words[at]
        plain = word.upos == "ADJ" or (word.upos == "NOUN" and word.case in ("", "Nom"))
        return owner is not None and (plain or form.folded in self.lexicon.parts or self._and(owner, form))

    def _and(self, owner: Hit[Owner], form: Form) -> bool:
        """`Rusya Ticaret ve Sanayi Bakanlığı`, but not `Genelkurmay ve Dışişleri Bakanlığı`."""
        return form.folded == "ve" and owner.entry.kind in ("country", "people")

    def _add_body(self, line: Line, first: int, owner: Hit[Owner] | None, hit: Hit[BodyNoun]) -> None:
        keep = hit.stem_length + hit.inflection.length
        words = [form.text for form in line.forms[first : hit.end - 1]] + [line.forms[hit.end - 1].text[:keep]]
        if owner is not None and line.forms[owner.end - 1].cut:
            words[owner.end - 1 - first] = line.forms[owner.end - 1].printed
        name = " ".join(capitalized(w) if is_all_capitals(w) and len(w) > 4 else w for w in words)
        place = owner or place_of(line, first)
        country = place.entry.code if place is not None else None
        head = folded(hit.entry.noun)
        if owner is None:
            last = self._last("organization", head, sector="JRN" if hit.entry.sector == "JRN" else None)
            same = last is not None and (len(words) == 1 or folded(last.name).endswith(folded(name)))
            if last is not None and same:
                span = line.span(first, hit.end, keep=keep)
                self._put(last, Mention(span, line.sentence.index, "name", "body-again"))
                return
            name = name if len(words) > 1 else hit.entry.noun
        party = self._party("organization", name, country, hit.entry.sector, head)
        if owner is None and place is not None:
            party.because.append("state-of-the-sentence")
        self._mention(party, line, (first, hit.end), "name", f"body_nouns:{hit.entry.noun}", keep=keep)

    def _last(self, kind: ActorKind, head: str, *, sector: str | None = None) -> Party | None:
        fitting = [
            party
            for (known, _), party in self.found.items()
            if known == kind and party.mentions and (party.head == head or (sector and party.sector == sector))
        ]
        return max(fitting, key=lambda party: party.mentions[-1].span.start, default=None)

    def _party(self, kind: ActorKind, name: str, country: str | None, sector: str | None, head: str) -> Party:
        key = (kind, folded(name))
        if key not in self.found:
            self.found[key] = Party(kind, name, country, sector, head)
        return self.found[key]

    def _mention(
        self, party: Party, line: Line, words: tuple[int, int], kind: MentionKind, because: str, *, keep: int
    ) -> None:
        span = line.span(*words, keep=keep)
        self._put(party, Mention(span, line.sentence.index, kind, because))
        if because not in party.because:
            party.because.append(because)

    def _put(self, party: Party, mention: Mention) -> None:
        party.mentions.append(mention)
        self._new.append((party, mention))

    def new(self) -> list[tuple[Party, Mention]]:
        """The mentions found since this was asked last."""
        found, self._new = self._new, []
        return found

    def unnamed(self, line: Line, pointer: Pointer, country: str | None, sector: str | None) -> None:
        """Someone who holds an office or stands for a side and is not named: `İsrail Dışişleri Bakanlığı Sözcüsü`.

        One bare word (`Sözcü`) takes up the one who was called so before.
        """
        last = line.forms[pointer.end - 1]
        stem = last.text[: pointer.keep] if pointer.keep is not None else last.text[: len(last.stem)]
        words = [form.printed for form in line.forms[pointer.first : pointer.end - 1]]
        known = self._last("group", folded(stem)) if not words and country is None else None
        party = known or self._party("group", " ".join([*words, stem]), country, sector, folded(stem))
        self._put(party, replace(pointer.mention(line), kind="title"))
        if pointer.because not in party.because:
            party.because.append(pointer.because)
