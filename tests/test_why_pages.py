"""Every figure leads to how it is worked out: formula, rule, communes and reports, what lacks, a file."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse

from communes.actions import drafting, reviewing, sending
from communes.actions.figures import withdraw_figure
from communes.models import Report, Submission
from communes.vocabulary import RecognitionStep
from plans.addresses import why_indicator, why_objective
from plans.models import Indicator
from plans.moments import moment_of
from tests import factories as f
from tests import recomputed
from tests.decisions import document, record, register
from tests.factories_reports import text_of

pytestmark = pytest.mark.django_db
SLUG = "125-kh-ubnd"
MT1 = f"/ke-hoach/{SLUG}/muc-tieu/MT1/cach-tinh"
TT01 = f"/ke-hoach/{SLUG}/chi-tieu/TT01/cach-tinh"


@pytest.fixture
def accepted() -> Submission:
    """One report of the sixteen, accepted on 02/10/2018; its parts of TT01 are 3 each."""
    with f.on("2018-10-02"):
        place = f.commune()
        passage = f.accepted(place, by=f.officer(place), reviewer=f.reviewer(), TV02=2, KT05=7)
    assert passage.submission
    return passage.submission


def page(client: Client, address: str, **asked: str) -> str:
    with f.on("2018-10-03"):
        response = client.get(address, {"ky": "2018-Q3", **asked})
    assert response.status_code == 200
    return text_of(response.content)


def html(client: Client, address: str, **asked: str) -> str:
    with f.on("2018-10-03"):
        return client.get(address, {"ky": "2018-Q3", **asked}).content.decode()


@pytest.mark.usefixtures("accepted")
def test_an_objectives_value_stands_with_its_formula_and_rules(client: Client) -> None:
    said = page(client, f"{MT1}/")
    assert "6,3 - 100% = 1 đến 16 đơn vị đáp ứng : 16 đơn vị được tính × 100" in said
    assert "Còn 15 xã, phường chưa có số liệu" in said
    assert "văn bản còn hiệu lực vào ngày 30/09/2018" in said
    assert "đạt 6/6 tiêu chí" in said


def test_each_answer_leads_to_its_report(client: Client, accepted: Submission) -> None:
    source = reverse("source", args=[accepted.reference])
    assert f'<a href="{source}">9</a>' in html(client, f"{TT01}/")
    assert f'<a href="{source}">02/10/2018</a>' in html(client, f"{MT1}/", xa="da-mai")


@pytest.mark.usefixtures("accepted")
def test_what_lacks_is_said_once_for_all_whom_it_concerns(client: Client) -> None:
    said = page(client, f"{MT1}/")
    assert (
        "LG11, LG21, LG31 quý III/2017, quý IV/2017, quý I/2018, quý II/2018, quý III/2018: 15 đơn vị" in said
    )
    assert "TT01 quý III/2018: 15 đơn vị" in page(client, f"{TT01}/")


@pytest.mark.usefixtures("accepted")
def test_the_record_it_is_worked_out_from_is_named(client: Client) -> None:
    assert "Tính theo lần ghi số 3, ngày 02/10/2018" in page(client, f"{TT01}/")


@pytest.mark.usefixtures("accepted")
def test_a_computed_figure_shows_its_parts(client: Client) -> None:
    said = page(client, f"{TT01}/", xa="da-mai")
    assert "Quý III/2018 TT01 9 được tính" in said
    assert "Quý III/2018 TT01a 3 số hạng của tổng" in said


@pytest.mark.usefixtures("accepted")
def test_a_sum_over_the_year_is_written_out(client: Client) -> None:
    said = page(client, f"{TT01}/", xa="da-mai", khoang="nam")
    assert "≥ 9 buổi = … + … + 9" in said
    assert "số liệu của 1/3 kỳ" in said


@pytest.mark.usefixtures("accepted")
def test_a_small_number_stays_a_range(client: Client) -> None:
    address = f"/ke-hoach/{SLUG}/chi-tieu/TV02/cach-tinh"
    assert "quý III/2018: 1 - 4" in page(client, f"{address}/")
    (line,) = recomputed.lines(client.get(f"{address}.csv", {"ky": "2018-Q3", "xa": "da-mai"}).content)
    assert (line["form"], line["low"], line["high"]) == ("band", "1", "4")


@pytest.mark.usefixtures("accepted")
def test_nothing_of_a_restricted_indicator_is_told_before_its_year_is_closed(client: Client) -> None:
    address = f"/ke-hoach/{SLUG}/chi-tieu/KT05/cach-tinh"
    for asked in ({}, {"xa": "da-mai"}, {"khoang": "nam"}, {"khoang": "giai-doan"}, {"ky": "2018"}):
        said = page(client, f"{address}/", **asked)
        assert "Không công bố theo xã, phường và theo quý" in said
        assert "Đóng góp của từng đơn vị" not in said
        assert recomputed.lines(client.get(f"{address}.csv", {"ky": "2018-Q3", **asked}).content) == []


def test_a_withdrawn_figure_is_missing_again(client: Client, accepted: Submission) -> None:
    with f.on("2018-10-03"):
        indicator = Indicator.objects.get(code="LD01")
        withdraw_figure(report=accepted.report, indicator=indicator, reason="Nhầm kỳ.", by=f.reviewer())
    said = page(client, f"/ke-hoach/{SLUG}/chi-tieu/LD01/cach-tinh/")
    assert "quý III/2018: không có số liệu" in said
    assert "LD01 quý III/2018: 16 đơn vị" in said


def test_a_later_acceptance_is_where_the_figure_leads(client: Client, accepted: Submission) -> None:
    """Also where nothing that the public may see has changed."""
    with f.on("2018-10-03"):
        bob = f.reviewer()
        report = Report.objects.get(pk=accepted.report_id)
        reviewing.reopen_report(report=report, by=bob, comment="Sửa số.")
        report = Report.objects.get(pk=report.pk)
        alice = f.officer(report.commune)
        content = f.full_content(report, TV02=3, KT05=7)
        report = drafting.save_draft(report=report, content=content, version=report.draft_version, by=alice)
        sent = sending.submit_report(
            report=report, checked=f.checked(report), clearance=f.CLEARANCE, by=alice
        )
        reviewing.accept_submission(submission=sent, by=bob)
    now = reverse("source", args=[sent.reference])
    assert now in html(client, f"{TT01}/")
    then = html(client, f"{TT01}/", ngay="2018-10-02")
    assert now not in then
    assert reverse("source", args=[accepted.reference]) in then


def test_a_decision_stands_with_its_number_and_day(client: Client) -> None:
    with f.on("2018-10-02"):
        register("da-mai", key="2017-Q1")
        paper = document(date(2018, 2, 20), "12/QĐ-UBND")
        record(RecognitionStep.RECOGNISE, "da-mai", by=f.reviewer(), year=2017, document=paper)
    said = page(client, f"/ke-hoach/{SLUG}/chi-tieu/DM01/cach-tinh/")
    assert "năm 2017: được công nhận, 12/QĐ-UBND, ngày 20/02/2018" in said


@pytest.mark.usefixtures("accepted")
def test_the_file_has_a_line_for_each_answer_and_leads_to_reports(client: Client) -> None:
    with f.on("2018-10-03"):
        response = client.get(f"{TT01}.csv", {"ky": "2018-Q3"})
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert response["Content-Disposition"] == 'attachment; filename="125-kh-ubnd_TT01_2018-Q3.csv"'
    lines = recomputed.lines(response.content)
    assert [line["report"] for line in lines if line["role"] == "counted"] == ["125.2018Q3.07228.1"]
    again = recomputed.figure(lines)
    assert (again.low, again.known, again.expected, again.most) == (Decimal(9), 1, 16, None)


@pytest.mark.usefixtures("accepted")
def test_the_file_speaks_the_language_of_the_page(client: Client) -> None:
    lines = recomputed.lines(client.get(f"/en{MT1}.csv", {"ky": "2018-Q3", "xa": "da-mai"}).content)
    assert {line["commune"] for line in lines} == {"Da Mai Ward"}


@pytest.mark.parametrize("asked", ["ky=2018-Q9", "ngay=2099-01-01", "xa=khong-co", "khoang=thang"])
@pytest.mark.parametrize("end", ["/", ".csv"])
def test_a_nonsense_question_is_not_found(client: Client, asked: str, end: str) -> None:
    assert client.get(f"{TT01}{end}?{asked}").status_code == 404


@pytest.mark.usefixtures("accepted")
def test_home_objective_and_indicator_lead_here(client: Client) -> None:
    with f.on("2018-10-03"):
        plan = f.plan_loaded()
        moment = moment_of(plan, {"ky": "2018-Q3"})
        first = moment_of(plan, {"ky": "2016-Q4"})
        assert why_objective(plan, "MT1", first) in client.get("/").content.decode()
        indicator = client.get(f"/ke-hoach/{SLUG}/chi-tieu/TT01/", {"ky": "2018-Q3"}).content.decode()
        assert why_indicator(plan, "TT01", moment) in indicator
        assert why_indicator(plan, "TT01", moment, "nam").replace("&", "&amp;") in indicator


def test_each_contribution_says_when_its_report_was_sent_and_accepted(
    client: Client, accepted: Submission
) -> None:
    """On the page of all, on that of one commune, and in the file."""
    days = "báo cáo gửi ngày 02/10/2018, được chấp nhận ngày 02/10/2018"
    assert days in page(client, f"{TT01}/")
    assert days in page(client, f"{MT1}/")
    alone = page(client, f"{TT01}/", xa=accepted.report.commune.slug)
    assert "Phường Đa Mai Quý III/2018" in alone
    assert "Báo cáo gửi ngày Báo cáo được chấp nhận ngày" in alone
    with f.on("2018-10-03"):
        file = client.get(f"{TT01}.csv", {"ky": "2018-Q3"}).content.decode()
    assert f"{accepted.reference},2018-10-02,2018-10-02," in file
