"""What can be said in an address of the API, once for its reading and for its description.

In:  the name of a filter.
Out: what it means, what it must look like, an example.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from starlette.exceptions import HTTPException

from vakanuvis.web.visits import LARGEST_NUMBER, Visit

LONGEST = 300
"""Letters of a value: the longest name of an office in the lexicon has a third of it."""
MOST, USUAL = 500, 50


@dataclass(frozen=True, slots=True)
class Parameter:
    """A part of an address. ``about`` is Turkish; ``example`` is a value that any book can be asked for."""

    name: str
    about: str
    example: str | int | None = None
    number: bool = False
    least: int = 0
    most: int = LARGEST_NUMBER
    in_path: bool = False

    def schema(self) -> dict[str, Any]:
        """As JSON Schema says it."""
        if self.number:
            return {"type": "integer", "minimum": self.least, "maximum": self.most}
        return {"type": "string", "maxLength": LONGEST}

    def read(self, visit: Visit) -> str | int | None:
        """What the address says. Refuses what the schema does not allow, and what is said twice."""
        values = visit.request.query_params.getlist(self.name)
        if len(values) > 1:
            raise HTTPException(400, f"{self.name}: said more than once")
        value = visit.asked(self.name)
        if self.number and values:
            return self._number(value or "")
        # As it came, with the blanks that `asked` takes away: so the description counts.
        if values and len(values[0]) > LONGEST:
            raise HTTPException(400, f"{self.name}: longer than {LONGEST} letters")
        return value

    def _number(self, value: str) -> int:
        # Counting the letters first: the longest numbers take seconds to be read.
        if not (value.isascii() and value.isdigit() and len(value) < 20) or not self.least <= int(value) <= self.most:
            raise HTTPException(400, f"{self.name}: not a whole number from {self.least} to {self.most}")
        return int(value)


FILTERS: Mapping[str, Parameter] = {
    one.name: one
    for one in (
        Parameter("of", "Söyleyen ya da yapan: bir kimlik, bir devlet kodu ya da bir ad.", "TUR"),
        Parameter("about", "Hakkında konuşulan: bir kimlik, bir devlet kodu ya da bir ad.", "GRC"),
        Parameter("to", "Kendisine yapılan: bir kimlik, bir devlet kodu ya da bir ad.", "GRC"),
        Parameter("with", "Görüşmenin ya da anlaşmanın öbür tarafı.", "GRC"),
        Parameter("from", "Bu günden, aydan ya da yıldan başlayarak.", "2024"),
        Parameter("until", "Bu güne, aya ya da yıla kadar.", "2026-11"),
        Parameter("words", "Sözcükler, başlarından ve köklerinden aranır; çift tırnak içinde bir söz öbeği.", "bakan"),
        Parameter("named", "Adın bir parçası.", "ali"),
        Parameter("event", "PLOVER olay türü.", "CONSULT"),
        Parameter("kind", "Sözün, tarafın ya da çelişkinin türü."),
        Parameter("status", "Olayın durumu: actual, planned, negated, hypothetical, historical.", "actual"),
        Parameter("office", "Sözlük biçimiyle makam.", "Dışişleri Bakanı"),
        Parameter("country", "Devletin kodu.", "TUR"),
        Parameter("article", "Haberin kimliği."),
    )
}
CURSORS: Mapping[str, Parameter] = {
    one.name: one
    for one in (
        *(
            Parameter(name, "Önceki sayfanın son satırından: “next” adresinde hazır gelir.", number=True)
            for name in ("before_n", "before_articles")
        ),
        *(
            Parameter(name, "Önceki sayfanın son satırından: “next” adresinde hazır gelir.")
            for name in ("before_day", "after_day", "after_id", "after_what", "after_office", "after_entity_id")
        ),
    )
}
LIMIT = Parameter("limit", "Bir sayfadaki satırlar.", 20, number=True, least=1, most=MOST)
ID = Parameter("id", "Haberin kimliği.", in_path=True)
