"""Everything that is known of who can act, ready for finding it in a sentence.

In:  the lexicon's folder.
Out: an ActorLexicon: matchers for states, peoples, capitals, bodies, titles, nouns and known names.

    Moskova, NATO Genel Sekreteri Rutte'ye yanıt verdi.
    ~~~~~~~  ~~~~ ~~~~~~~~~~~~~~  ~~~~~
    (Moscow answered NATO Secretary General Rutte.)
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from vakanuvis.lexicon.endings import NounEndings
from vakanuvis.lexicon.files import read_tsv
from vakanuvis.lexicon.matcher import Matcher
from vakanuvis.lexicon.organizations import BodyLexicon, BodyNoun, PeopleNoun
from vakanuvis.lexicon.pointing import PointingLexicon, read_pointing_words
from vakanuvis.lexicon.postpositions import read_postpositions
from vakanuvis.lexicon.titles import TitleEntry, TitleLexicon
from vakanuvis.lexicon.world import Country, Politician, WorldLexicon
from vakanuvis.text.letters import bare, folded

_PARTIAL = "PRE"  # the sector of a state that few recognise
OwnerKind = Literal["country", "people", "capital", "seat", "body"]


@dataclass(frozen=True, slots=True)
class Owner:
    """Whom a title or a body can belong to: a state under one of its names, or a named body.

    ``name`` is the name of the actor that it makes, ``because`` the lexicon entry.
    """

    kind: OwnerKind
    name: str
    code: str | None
    sector: str
    everyday: bool = False
    because: str = ""


@dataclass(frozen=True, slots=True)
class _Verb:
    """A verb that takes no object."""

    verb: str
    example: str


@dataclass(frozen=True, slots=True)
class _SourceWord:
    """A word that makes a people noun an unnamed source."""

    word: str
    says: Literal["some", "one", "kind", "weekday"]
    example: str
    at: str = ""


class ActorLexicon:
    """The lexicon of actors."""

    def __init__(self, world: WorldLexicon, titles: TitleLexicon, bodies: BodyLexicon, endings: NounEndings) -> None:
        self.world = world
        self.endings = endings
        self.owners: Matcher[Owner] = Matcher(endings)
        self.titles: Matcher[TitleEntry] = Matcher(endings, owned=True)
        self.body_nouns: Matcher[BodyNoun] = Matcher(endings)
        self.people_nouns: Matcher[PeopleNoun] = Matcher(endings, owned=True)
        self.things: Matcher[str] = Matcher(endings)
        self.relations: Matcher[str] = Matcher(endings)
        self.politicians: Matcher[Politician] = Matcher(endings)
        self.then = titles.saying("then")
        self.former = titles.saying("former") | self.then
        self.serving = titles.saying("as")
        self.served = titles.saying("was")
        self.now = titles.saying("now")
        self.parts = titles.saying("part")
        self.kin = titles.saying("kin")
        self.honorifics = titles.saying("honorific")
        self.sides: dict[str, Owner] = {}
        self._know_states()
        self._know_bodies(bodies)
        self._know_people()
        for entry in titles.entries:
            for name in (entry.title, *entry.also):
                self.titles.add(name, entry)
        for word in titles.saying("relation"):
            self.relations.add(word, word)
        # Offices of which one person holds one at a time: a second ministry contradicts the first.
        self.exclusive = frozenset(
            folded(name).split()[-1]
            for entry in titles.entries
            if entry.exclusive
            for name in (entry.title, *entry.also)
        )
        self.by_title = {folded(name): entry for entry in titles.entries for name in (entry.title, *entry.also)}

    @classmethod
    def read(cls, folder: Path) -> ActorLexicon:
        """Read all files from the lexicon folder. Raises LexiconError."""
        lexicon = cls(
            WorldLexicon.read(folder), TitleLexicon.read(folder), BodyLexicon.read(folder), NounEndings.read(folder)
        )
        sources = read_tsv(folder / "words" / "source_words.tsv", _SourceWord)
        lexicon.source_words = {folded(row.word): row.says for row in sources}
        lexicon.happenings = frozenset(row.verb for row in read_tsv(folder / "words" / "happening_verbs.tsv", _Verb))
        lexicon.postpositions = read_postpositions(folder)
        lexicon.pointing = PointingLexicon(read_pointing_words(folder), lexicon.endings)
        return lexicon

    source_words: dict[str, str]
    happenings: frozenset[str]
    postpositions: dict[str, str]
    pointing: PointingLexicon

    def _know_states(self) -> None:
        for country in self.world.countries:
            because = f"countries:{country.code}"
            state = Owner("country", country.name, country.code, country.sector, because=because)
            for name in (country.name, *country.other):
                self.owners.add(name, replace(state, everyday=name in country.everyday))
            for name in country.people:
                people = replace(state, kind="people", everyday=name in country.everyday)
                self.owners.add(name, people)
                if _PARTIAL in country.sector and " " in name:
                    # Kıbrıs Türk: where the article speaks of Cyprus, Türk tarafı is this side.
                    self.sides[folded(name.split()[-1])] = people
        main: dict[str, Country] = {}
        for country in self.world.countries:
            main.setdefault(country.code, country)
        for capital in self.world.capitals:
            name = main[capital.code].name if capital.code in main else capital.name
            because = f"capitals_as_states:{capital.name}"
            self.owners.add(capital.name, Owner(capital.kind, name, capital.code, capital.sector, because=because))

    def _know_bodies(self, lexicon: BodyLexicon) -> None:
        for body in lexicon.bodies:
            own = Owner("body", body.name, body.code or None, body.sector, because=f"organizations:{body.name}")
            for name in (body.name, *body.also):
                self.owners.add(name, replace(own, everyday=name in body.everyday))
            for name in body.like:
                self.owners.add(name, replace(own, name=name, everyday=name in body.everyday))
        for noun in lexicon.body_nouns:
            self.body_nouns.add(noun.noun, noun)
            self.things.add(noun.noun, noun.noun)
        for people in lexicon.people_nouns:
            self.people_nouns.add(people.noun, people)
        for thing in lexicon.thing_nouns:
            self.things.add(thing.noun, thing.noun)

    def _know_people(self) -> None:
        namesakes: dict[str, set[str]] = {}
        for politician in self.world.politicians:
            last = politician.name.split()[-1]
            names = [politician.name, *politician.other]
            if politician.alone and " " in politician.name:
                names.append(last)
            for name in dict.fromkeys(names):
                self.politicians.add(name, politician)
            namesakes.setdefault(bare(last), set()).add(politician.country)
        self.surnames = {surname: frozenset(codes) for surname, codes in namesakes.items()}
