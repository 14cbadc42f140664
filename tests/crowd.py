"""A crowd for tests of what pages cost: many communes beside the sixteen, each with reports and figures."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bg_portal import clock
from bg_portal.vietnamese import fold, sort_key
from communes import answers
from communes.actions.reviewing import readings_of
from communes.models import Commune, Passage, Report, Submission, User
from communes.vocabulary import ReportState
from plans.actions.storing import store_document
from plans.document import Participation
from plans.ledger import write_entry
from plans.queries import participants, plan_document
from plans.vocabulary import EntryKind
from tests import factories as f

BORN = date(2010, 1, 1)


def many_more(number: int) -> None:
    """Let so many further communes take part in the plan."""
    Commune.objects.bulk_create(
        Commune(
            code=f"9{n:04}",
            valid_from=BORN,
            kind="commune" if n % 3 else "ward",
            name_vi=f"Bình Đẳng {n}",
            name_en=f"Binh Dang {n} Commune",
            slug=f"binh-dang-{n}",
            name_sort=sort_key(f"Bình Đẳng {n}"),
            name_fold=fold(f"Bình Đẳng {n}"),
        )
        for n in range(number)
    )
    document = plan_document(f.plan_loaded())
    more = tuple(
        Participation(commune=f"9{n:04}", commune_valid_from=BORN, from_period="2016-Q4")
        for n in range(number)
    )
    wider = replace(document, participation=document.participation + more)
    with f.on("2016-11-11"):
        assert store_document(document=wider, source="test", cause="test", by=None)


def reported_by_all(key: str, *, by: User, accepted: bool) -> None:
    """A report of every commune that has none for the quarter, sent and perhaps accepted; written in bulk."""
    period = f.period(key)
    begun = set(Report.objects.filter(period=period).values_list("commune", flat=True))
    places = [place.id for place in participants(period.plan) if place.id not in begun]
    state = ReportState.ACCEPTED if accepted else ReportState.SUBMITTED
    reports = [Report(commune_id=place, period=period, state=state) for place in places]
    Report.objects.bulk_create(reports)
    sent = [submission(report, key, by) for report in reports]
    for each in Submission.objects.bulk_create(sent):
        moved(each, by, accepted=accepted)


def submission(report: Report, key: str, by: User) -> Submission:
    """What was sent, unsaved."""
    text = answers.canonical(f.full_content(report))
    return Submission(
        report=report,
        number=1,
        reference=f"{key}-{report.commune_id}",
        kind=report.kind,
        answers=text,
        checksum=answers.checksum(text),
        plan_version=1,
        entered_by=by,
        reported_by="Nguyễn Văn An",
        at=clock.now(),
    )


def moved(sent: Submission, by: User, *, accepted: bool) -> None:
    """The last move of its report, with the readings of an acceptance."""
    plan = sent.report.period.plan
    kind = EntryKind.ACCEPTANCE if accepted else EntryKind.REPORT_MOVE
    readings = readings_of(sent, sent.report) if accepted else []
    entry = write_entry(plan=plan, kind=kind, by=by, source=sent.reference, readings=readings)
    source, move = ("submitted", "accept") if accepted else ("draft", "submit")
    Passage.objects.create(
        report=sent.report,
        submission=sent,
        entry=entry,
        move=move,
        source=source,
        target=sent.report.state,
        by=by,
        at=entry.at,
    )
