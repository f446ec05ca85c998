"""One registry of actors across articles.

In:  observations of actors, what people decided about them, and the lexicon of names.
Out: entities, and all judgements that they follow from. Computed anew each time: nothing is ever merged for good.

    Sergey Lavrov (RUS)   Sergei Lavrov (RUS)   Lavrov (RUS)   →   Sergey Lavrov, RUS
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from vakanuvis.lexicon.names import NameLexicon
from vakanuvis.record.registry import Observation, Registry, Sameness
from vakanuvis.resolve.bodies import judge_bodies
from vakanuvis.resolve.clusters import Clusters
from vakanuvis.resolve.entities import entities_of
from vakanuvis.resolve.judging import Judgements
from vakanuvis.resolve.people import judge_people


def registry(
    observations: Iterable[Observation], decisions: Sequence[Sameness] = (), *, names: NameLexicon
) -> Registry:
    """Who is who among the observations.

    ``decisions``: judgements by people, the earliest first. A person's ``same`` and ``different`` hold against every
    rule, also where rules would join by way of a third observation: that one then goes to the side it was tied to
    first. A person's ``unsure`` withdraws the rules' judgement of that pair. Where people contradict each other the
    later decision holds; all decisions stay among the judgements, but for those about somebody who is not observed.

    The result does not depend on the order of the observations. Observations with one id are taken as one.
    """
    seen = _gathered(observations)
    clusters = Clusters((one.id for one in seen), decisions)
    judgements = Judgements(clusters)
    judge_bodies(seen, names, judgements)
    judge_people(seen, names, judgements)
    by_id = {one.id: one for one in seen}
    groups = [[by_id[one] for one in group] for group in clusters.groups()]
    about_them = (decision for decision in decisions if decision.one in by_id and decision.other in by_id)
    return Registry(entities_of(groups, names), (*judgements.in_order(), *about_them))


def _gathered(observations: Iterable[Observation]) -> list[Observation]:
    """The observations by their ids, those with one id together: one sector may have been read in several ways."""
    groups: dict[str, list[Observation]] = {}
    for seen in observations:
        groups.setdefault(seen.id, []).append(seen)
    return [_together(groups[one]) if len(groups[one]) > 1 else groups[one][0] for one in sorted(groups)]


def _together(group: list[Observation]) -> Observation:
    sectors: Counter[str] = Counter()
    for seen in group:
        if seen.sector:
            sectors[seen.sector] += seen.count
    return replace(
        group[0],
        sector=min(sectors, key=lambda sector: (-sectors[sector], sector), default=None),
        offices=tuple(sorted({office for seen in group for office in seen.offices}, key=repr)),
        first=min((seen.first for seen in group if seen.first), default=None),
        last=max((seen.last for seen in group if seen.last), default=None),
        count=sum(seen.count for seen in group),
        beside=tuple(sorted({one for seen in group for one in seen.beside})),
    )
