"""The table of the API: what is asked where. Routes and description are both made from it, so neither can lie.

In:  nothing.
Out: endpoints, and their routes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, fields
from functools import cache, partial
from typing import Any

from starlette.exceptions import HTTPException
from starlette.responses import Response

from vakanuvis.errors import RecordError
from vakanuvis.store.answers import ANSWERS
from vakanuvis.store.paging import paged
from vakanuvis.store.questions import Question, questions
from vakanuvis.store.reading_back import read_reading
from vakanuvis.store.verify import verify_article
from vakanuvis.web.answers import FORMS, sent, written
from vakanuvis.web.api.parameters import CURSORS, FILTERS, ID, LIMIT, USUAL, Parameter
from vakanuvis.web.problems import EXPLAINED, problem_of
from vakanuvis.web.visits import Visit

ASKED = (400, 404, 409, 503)
KNOWN = (400, 404, 503)


@dataclass(frozen=True, slots=True)
class Endpoint:
    """One address of the API.

    ``about`` is Turkish and English; ``answer`` the name of its schema; ``refusals`` the statuses besides 200 and 500.
    ``make`` answers it; None where a route of its own does. ``sends``: the schema of what is sent.
    """

    path: str
    name: str
    about: tuple[str, str]
    answer: str
    parameters: tuple[Parameter, ...] = ()
    refusals: tuple[int, ...] = (400,)
    make: Callable[[Visit], Response] | None = None
    method: str = "GET"
    sends: str | None = None

    @property
    def verb(self) -> str:
        """The method as OpenAPI writes it."""
        return {"GET": "get", "POST": "post"}[self.method]

    def words(self, language: str) -> str:
        """What it is for, in ``tr`` or ``en``."""
        return self.about[language == "en"]


@cache
def endpoints() -> tuple[Endpoint, ...]:
    """All addresses of the API, in the order in which they are explained."""
    return (
        *(_question(question) for question in questions().values()),
        Endpoint(
            "/api/articles/{id}",
            "reading",
            ("Bir haberin bütün kaydı, metniyle.", "The whole record of an article, with its text."),
            "Reading",
            (ID,),
            KNOWN,
            _reading,
        ),
        Endpoint(
            "/api/articles/{id}/verification",
            "verification",
            (
                "Haberin özeti yeniden hesaplanır, kayıtlarının harfleri yeniden okunur.",
                "The article's digest reckoned anew, the letters of its records read again.",
            ),
            "Verification",
            (ID,),
            KNOWN,
            _verification,
        ),
        Endpoint(
            "/api/questions",
            "questions",
            ("Sorulabilecekler ve süzgeçleri.", "What can be asked, and by which filters."),
            "Questions",
            make=_questions,
        ),
        Endpoint(
            "/api/try",
            "try",
            (
                "Bir metni okur, kaydını verir; hiçbir yere yazmaz.",
                "Reads a text and answers its record; stores nothing.",
            ),
            "Reading",
            refusals=(400, 403, 413, 415, 422, 429),
            method="POST",
            sends="Article",
        ),
        Endpoint(
            "/api/decisions",
            "decide",
            (
                "İnceleme kararı yazar; oda inceleme anahtarıyla açıldıysa, anahtar Authorization başlığındadır.",
                "Writes a reviewer's decision: where the room was opened with a review token, sent in Authorization.",
            ),
            "Decided",
            refusals=(400, 401, 403, 404, 413, 415, 503),
            method="POST",
            sends="Decision",
        ),
    )


def told_of(question: Question) -> tuple[str, str]:
    """What a question answers, in Turkish and in English."""
    turkish, _, english = question.about.partition(" (")
    return turkish, english.removesuffix(")")


def filters_of(question: Question) -> tuple[str, ...]:
    """The filters that a question takes, in the order in which they are explained."""
    return tuple(name for name in FILTERS if name in question.filters)


def _question(question: Question) -> Endpoint:
    cursors = {name for key in question.statements for name in question.cursor(key)}
    return Endpoint(
        f"/api/{question.name}",
        question.name,
        told_of(question),
        f"{ANSWERS[question.name].__name__}Page",
        (
            *(FILTERS[name] for name in filters_of(question)),
            *(CURSORS[name] for name in CURSORS if name in cursors),
            LIMIT,
        ),
        ASKED,
        partial(_asked, question.name),
    )


def _asked(name: str, visit: Visit) -> Response:
    """A page of answers with the address of the next one, also as a Link header (RFC 8288)."""
    try:
        given, limit = _given(visit, name)
        page = paged(visit.connection, name, given, limit)
    except RecordError as error:
        if error.code in EXPLAINED:
            return problem_of(error, visit.tongue)
        raise
    following = visit.here(**page.following) if page.following else None
    rows = [asdict(answer) for answer in page.answers]
    response = _json(visit, {"rows": rows, "next": following, "more": page.more})
    if following:
        response.headers["Link"] = f'<{following}>; rel="next"'
    return response


def _given(visit: Visit, name: str) -> tuple[Mapping[str, str | int | None], int]:
    """The filters, and how many answers are wanted. Raises RecordError for a filter that the question does not take."""
    question = questions()[name]
    cursors = {cursor for key in question.statements for cursor in question.cursor(key)}
    known = [*filters_of(question), *(one for one in CURSORS if one in cursors)]
    for asked in visit.request.query_params:
        if asked not in known and asked != LIMIT.name:
            raise RecordError.no_filter(name, asked, [*filters_of(question), LIMIT.name])
    given = {one: (FILTERS.get(one) or CURSORS[one]).read(visit) for one in known}
    # A cursor that is empty is where rows of no day stand, not one that is missing.
    empty = {one: "" for one in cursors if given[one] is None and one in visit.request.query_params}
    limit = LIMIT.read(visit)
    return {**given, **empty}, USUAL if limit is None else int(limit)


def _reading(visit: Visit) -> Response:
    _nothing_more(visit)
    reading = read_reading(visit.connection, _identity(visit))
    if reading is None:
        raise HTTPException(404)
    return _json(visit, reading)


def _verification(visit: Visit) -> Response:
    _nothing_more(visit)
    found = visit.ask_one("article.text", id=_identity(visit))
    if found is None:
        raise HTTPException(404)
    damage = [{"record": one.record, "what": one.what} for one in verify_article(visit.connection, found)]
    told = {"article": found["id"], "sha256": found["sha256"], "spans": found["spans"], "damage": damage}
    return _json(visit, told)


def _questions(visit: Visit) -> Response:
    _nothing_more(visit)
    told = [
        {
            "name": question.name,
            "about": told_of(question)[visit.tongue.code == "en"],
            "address": visit.to(f"/api/{question.name}"),
            "filters": filters_of(question),
            "keys": question.keys,
            "columns": [field.name for field in fields(ANSWERS[question.name])],
        }
        for question in questions().values()
    ]
    return _json(visit, {"questions": told})


def _nothing_more(visit: Visit) -> None:
    for name in visit.request.query_params:
        raise HTTPException(400, f"{name}: this address takes no parameters")


def _identity(visit: Visit) -> str:
    identity = visit.part(ID.name)
    # SQLite takes no half letters.
    if any("\ud800" <= letter <= "\udfff" for letter in identity):
        raise HTTPException(404)
    return identity


def _json(visit: Visit, value: Any) -> Response:
    return sent(visit.request, written("json", (), value), FORMS["json"])
