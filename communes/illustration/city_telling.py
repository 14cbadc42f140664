"""Carry out what the city decides by year, each step at its own moment, through the actions people use."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from bg_portal import clock
from communes.actions.recognising import Recording, record_recognition
from communes.illustration.city_years import (
    NAMED,
    NAMING,
    NAMING_NOTE,
    Assigning,
    CityStep,
    Naming,
    Recognising,
)
from communes.illustration.people import Cast
from communes.models import Commune
from plans.actions.naming import name_communes
from plans.actions.targets import assign_targets
from plans.assigning import NewTarget, standing
from plans.document import PlanDocument
from plans.models import Period, Plan
from plans.queries import plan_document
from plans.vocabulary import Direction


class CityTelling:
    """One run of the city's part over a stored plan, its communes and people."""

    def __init__(self, plan: Plan, communes: Mapping[str, Commune], cast: Cast) -> None:
        self.plan, self.communes, self.cast = plan, communes, cast
        self.years = {period.year: period for period in Period.objects.filter(plan=plan, quarter=0)}

    def tell(self, step: CityStep) -> None:
        """Let one step happen at its moment."""
        with clock.standing_at(step.at):
            match step:
                case Naming():
                    self._name()
                case Assigning():
                    self._assign(step)
                case Recognising():
                    self._recognise(step)

    def _name(self) -> None:
        document = plan_document(self.plan)
        kept = next(o.code for o in document.objectives if o.direction is Direction.KEEP)
        places = (self.communes[slug] for slug in NAMED)
        name_communes(
            plan=self.plan,
            objective=kept,
            communes=[(place.code, place.valid_from) for place in places],
            from_year=document.first_year,
            document=NAMING,
            note=NAMING_NOTE,
            by=self.cast.administrator,
        )

    def _assign(self, step: Assigning) -> None:
        rows = list(self._rows(step, plan_document(self.plan)))
        assign_targets(
            plan=self.plan, rows=rows, document=step.document, reason=step.reason, by=self.cast.reviewers[0]
        )

    def _rows(self, step: Assigning, document: PlanDocument) -> Iterator[NewTarget]:
        for code, values in step.values.items():
            for slug, value in values.items():
                place = self.communes.get(slug)
                commune, valid_from = (place.code, place.valid_from) if place else ("", None)
                row = NewTarget(code, step.year, value, commune, valid_from)
                yield replace(row, before=standing(document, row))

    def _recognise(self, step: Recognising) -> None:
        period = self.years[step.year]
        period.plan = self.plan
        places = [self.communes[slug] for slug in step.slugs]
        recording = Recording(period, places, step.step, step.document)
        record_recognition(recording=recording, by=self.cast.reviewers[1])
