"""What is known of names beyond one article: spellings, particles, people and bodies known by name, offices.

In:  the lexicon's folder.
Out: a NameLexicon, asked by the registry of actors.

    Zelenskiy, Volodimir Zelenskıy  →  Vladimir Zelenskiy, UKR
    AKPM                            →  Avrupa Konseyi Parlamenter Meclisi
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from vakanuvis.lexicon.files import read_tsv
from vakanuvis.lexicon.organizations import Body, BodyLexicon
from vakanuvis.lexicon.spellings import NameSpellings, name_words
from vakanuvis.lexicon.titles import TitleLexicon
from vakanuvis.lexicon.tokens import NameParticle
from vakanuvis.lexicon.world import Country, Politician, WorldLexicon
from vakanuvis.text.letters import folded


@dataclass(frozen=True, slots=True)
class KnownBody:
    """A body that the lexicon names: its full name, and the state or family of bodies that it belongs to."""

    name: str
    code: str
    at: str


class NameLexicon:
    """Everything that helps to tell whether two names mean one bearer."""

    def __init__(
        self,
        spellings: NameSpellings,
        world: WorldLexicon,
        bodies: Iterable[Body],
        particles: Iterable[NameParticle],
    ) -> None:
        self.spellings = spellings
        particles = tuple(particles)
        self.fathers = frozenset(word for row in particles if row.father for word in name_words(row.particle))
        self.given = frozenset(word for name in world.given | world.everyday_given for word in name_words(name))
        bound = (*world.particles, *(row.particle for row in particles))
        # A single letter is an initial: Ali Y. Koç.
        self.particles = frozenset(word for name in bound for word in name_words(name) if len(word) > 1)
        self.states: dict[str, Country] = {}
        self.state_names: dict[str, Country] = {}
        self._prefixes: dict[str, list[tuple[str, ...]]] = {}
        for country in world.countries:
            self.states.setdefault(country.code, country)
            for name in (country.name, *country.other):
                self.state_names[" ".join(name_words(name))] = country
            self._prefixes.setdefault(country.code, []).extend(
                name_words(name) for name in (country.name, *country.other, *country.people)
            )
        self._bodies = _bodies_by_name(bodies)
        self._people: dict[tuple[str, str | None], list[Politician]] = {}
        for politician in world.politicians:
            self._know(politician)

    @classmethod
    def read(cls, folder: Path) -> NameLexicon:
        """Read all files from the lexicon folder. Raises LexiconError."""
        particles = read_tsv(folder / "words" / "name_particles.tsv", NameParticle)
        bodies = BodyLexicon.read(folder).bodies
        lexicon = cls(NameSpellings.read(folder), WorldLexicon.read(folder), bodies, particles)
        titles = TitleLexicon.read(folder)
        names = [(folded(name), entry) for entry in titles.entries for name in (entry.title, *entry.also)]
        lexicon.trades = frozenset(name for name, entry in names if entry.trade) | titles.saying("relation")
        lexicon.exclusive = frozenset(name.split()[-1] for name, entry in names if entry.exclusive)
        lexicon._single = frozenset(
            name for name, entry in names if entry.of == "state" and entry.domestic and entry.sector == "GOV"
        )
        lexicon._of_state = frozenset(name.split()[-1] for name, entry in names if entry.of == "state")
        return lexicon

    trades: frozenset[str] = frozenset()
    """What is no office (folded): ``gazeteci``, ``aday``, ``mevkidaş``."""
    exclusive: frozenset[str] = frozenset()
    """The last words (folded) of offices of which one person holds one at a time."""

    _of_state: frozenset[str] = frozenset()
    _single: frozenset[str] = frozenset()

    def is_own_office(self, office: str) -> bool:
        """True for an office of one holder: `Dışişleri Bakanı`, `Başbakan`; False for one of many: `Bakan`, `Vali`."""
        plain = folded(office)
        return plain not in self.trades and (" " in plain or plain in self._single)

    def is_office_of_state(self, office: str) -> bool:
        """True for an office that a state has, as `Başbakan`; False for one of a place or a body, as `Vali`."""
        return folded(office).split()[-1] in self._of_state

    def words(self, name: str, country: str | None = None) -> tuple[str, ...]:
        """The words of a name in plain letters, without its particles; that before a father's name stays.

        A first name that is spelt like a particle stays too, where the state's names have no such particle: Ed, Ben.
        """
        every = name_words(name)
        first = every[0] if every and every[0] in self.given and not self.languages(country) else None
        kept = (every[:1] if first else ()) + tuple(
            word for word in every[bool(first) :] if word in self.fathers or word not in self.particles
        )
        return kept or every

    def languages(self, country: str | None) -> tuple[str, ...]:
        """The languages that a name may come from; all of them for somebody who serves no state (UNO, EUR)."""
        return self.spellings.languages_of(country, is_state=country in self.states)

    def sounds(self, words: tuple[str, ...], country: str | None) -> frozenset[str]:
        """The sounds that the words of a name may write."""
        return self.spellings.sounds(words, self.languages(country))

    def known(self, name: str, country: str | None) -> Politician | None:
        """The known person whom a name means; None if there is none, or more than one."""
        exact = [p for p in self._people.get((" ".join(name_words(name)), None), ()) if country in (None, p.country)]
        if exact:
            return _only(exact)
        if country is None:
            return None
        found: list[Politician] = []
        for sound in sorted(self.sounds(self.words(name, country), country)):
            found += self._people.get((sound, country), [])
        return _only(found)

    def body(self, name: str) -> KnownBody | None:
        """The known body that bears this name, this short name or this abbreviation."""
        return self._bodies.get(" ".join(name_words(name)))

    def without_state(self, name: str, country: str | None) -> tuple[str, ...]:
        """The words of a body's name without the state before it: ``Rus Savunma Bakanlığı`` → savunma, bakanligi."""
        words = name_words(name)
        for prefix in sorted(self._prefixes.get(country or "", ()), key=len, reverse=True):
            if len(prefix) < len(words) and words[: len(prefix)] == prefix:
                return words[len(prefix) :]
        return words

    def _know(self, politician: Politician) -> None:
        names = [politician.name, *politician.other]
        if politician.alone:
            names.append(self._alone(politician.name))
        for name in dict.fromkeys(names):
            self._people.setdefault((" ".join(name_words(name)), None), []).append(politician)
            for sound in self.sounds(self.words(name, politician.country), politician.country):
                self._people.setdefault((sound, politician.country), []).append(politician)

    def _alone(self, name: str) -> str:
        """What is left where only a surname is given: `Putin`, but `bin Selman`, for his father is Selman."""
        words = name.split()
        return " ".join(words[-2:] if self.fathers.intersection(name_words(" ".join(words[-2:-1]))) else words[-1:])


def _only(found: list[Politician]) -> Politician | None:
    different = {politician.at: politician for politician in found}
    return next(iter(different.values())) if len(different) == 1 else None


def _bodies_by_name(bodies: Iterable[Body]) -> dict[str, KnownBody]:
    found: dict[str, KnownBody] = {}
    for body in bodies:
        known = KnownBody(body.name, body.code, body.at)
        for name in (body.name, *body.also):
            found[" ".join(name_words(name))] = known
        for name in body.like:
            found[" ".join(name_words(name))] = KnownBody(name, body.code, body.at)
    return found
