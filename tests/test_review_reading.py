"""The read page of a report: the sending as it was sent, what changed, what each reader may see."""

from __future__ import annotations

from dataclasses import replace

import pytest

from communes.actions import drafting, reviewing, sending
from communes.models import Report, Submission, User
from communes.roles import Role
from plans.queries import plan_document
from tests import factories as f
from tests.city import DAY, address, browser, page

pytestmark = pytest.mark.django_db


def again(report: Report, by: User, note: str = "", **changed: int) -> Submission:
    """Correct a report and send it again; a note explains the first changed figure."""
    report.refresh_from_db()
    content = f.full_content(report, **changed)
    if note:
        code = next(iter(changed))
        answers = {**content.answers, code: replace(content.answers[code], note=note)}
        content = replace(content, answers=answers)
    report = drafting.save_draft(report=report, content=content, version=report.draft_version, by=by)
    return sending.submit_report(report=report, checked=f.checked(report), clearance=f.CLEARANCE, by=by)


def sent_twice() -> tuple[User, User]:
    """A report returned and sent again with another figure."""
    alice, bob = f.officer(), f.reviewer()
    with f.on(DAY):
        first = f.submitted(f.commune(), by=alice, LD01=7)
        reviewing.return_submission(submission=first, by=bob, comment="Kiểm tra LD01.")
        again(first.report, alice, LD01=9)
    return alice, bob


def sent_of_nothing(period: str, *, by: User) -> Submission:
    """A report in which nothing occurred in the whole period."""
    report = f.started(f.commune(), period, by=by)
    report = drafting.fill_nil(report=report, measure=None, version=report.draft_version, by=by)
    flows = [i.code for i in plan_document(report.period.plan).indicators if i.nil_fills]
    return again(report, by, "", **dict.fromkeys(flows, 0))


def test_the_last_sending_is_shown_with_what_changed() -> None:
    _alice, bob = sent_twice()
    text = page(bob, address("report", f.commune()))
    assert "9 văn bản" in text
    assert "lần trước:" in text
    assert "7 văn bản" in text
    assert "Kiểm tra LD01." in text


def test_an_earlier_sending_can_be_read_as_it_was() -> None:
    _alice, bob = sent_twice()
    text = page(bob, address("report", f.commune()) + "?lan=1")
    assert "7 văn bản" in text
    assert "9 văn bản" not in text


@pytest.mark.parametrize("asked", ["3", "0", "-1", "x", "soan2", "%00"])
def test_a_sending_that_never_was_is_not_found(asked: str) -> None:
    _alice, bob = sent_twice()
    with f.on(DAY):
        response = browser(bob).get(address("report", f.commune()) + f"?lan={asked}")
    assert response.status_code == 404


def test_a_draft_is_read_inside_but_not_by_leaders() -> None:
    alice = f.officer()
    with f.on(DAY):
        f.written(f.commune(), by=alice, LD01=7)
    for reader in (alice, f.reviewer(), f.person("Ha", Role.INSPECTOR)):
        assert "7 văn bản" in page(reader, address("report", f.commune()))
    leader = f.person("Giang", Role.LEADER)
    assert "7 văn bản" not in page(leader, address("report", f.commune()))
    with f.on(DAY):
        response = browser(leader).get(address("report", f.commune()) + "?lan=soan")
    assert response.status_code == 404


def test_a_report_not_begun_has_its_page_too() -> None:
    text = page(f.reviewer(), address("report", f.commune()))
    assert "Chưa lập" in text
    assert "Nhập báo cáo giấy thay đơn vị" in text


def test_a_stranger_and_a_period_without_participation_find_nothing() -> None:
    with f.on(DAY):
        assert browser(f.stranger()).get(address("report", f.commune())).status_code == 404
        assert browser(f.reviewer()).get(address("report", f.commune(), "2016-Q1")).status_code == 404


def test_the_accepted_figures_of_the_last_period_stand_beside() -> None:
    alice, bob = f.officer(), f.reviewer()
    with f.on("2018-07-04"):
        f.accepted(f.commune(), "2018-Q2", by=alice, reviewer=bob, LD01=5)
    with f.on(DAY):
        f.submitted(f.commune(), by=alice, LD01=7, LD03=4)
    text = page(bob, address("report", f.commune()))
    assert "Đã chấp nhận, quý II/2018" in text
    assert "5 văn bản" in text


def test_a_replacement_states_its_corrections_with_their_reasons() -> None:
    alice, bob = f.officer(), f.reviewer()
    with f.on(DAY):
        report = f.accepted(f.commune(), by=alice, reviewer=bob, LD01=7).report
        reviewing.reopen_report(report=report, by=bob, comment="Chỉnh lý LD01.")
        again(report, alice, "Đếm sót hai văn bản.", LD01=9)
    text = page(bob, address("report", f.commune()))
    assert "Thuyết minh nội dung chỉnh lý" in text
    assert "Đếm sót hai văn bản." in text
    assert "Báo cáo thay thế" in text


def test_words_taken_over_from_the_last_report_are_marked() -> None:
    alice, bob = f.officer(), f.reviewer()
    told = "Kinh phí còn hạn chế."
    for key, day, figure in (("2018-Q2", "2018-07-04", 5), ("2018-Q3", DAY, 7)):
        with f.on(day):
            report = f.started(f.commune(), key, by=alice)
            content = replace(f.full_content(report, LD01=figure), limitations=told)
            report = drafting.save_draft(
                report=report, content=content, version=report.draft_version, by=alice
            )
            sent = sending.submit_report(
                report=report, checked=f.checked(report), clearance=f.CLEARANCE, by=alice
            )
            if key == "2018-Q2":
                reviewing.accept_submission(submission=sent, by=bob)
    assert "Trùng nguyên văn báo cáo kỳ trước." in page(bob, address("report", f.commune()))


def test_names_are_for_those_who_may_see_them() -> None:
    alice = f.officer()
    with f.on(DAY):
        f.submitted(f.commune(), by=alice)
    assert "Alice" in page(f.reviewer(), address("report", f.commune()))


@pytest.mark.parametrize(("path", "said"), [("", "(lần thứ 2 liên tiếp)"), ("/en", "(2 times in a row)")])
def test_a_report_of_nothing_says_how_often_in_a_row(path: str, said: str) -> None:
    alice, bob = f.officer(), f.reviewer()
    with f.on("2018-07-02"):
        reviewing.accept_submission(submission=sent_of_nothing("2018-Q2", by=alice), by=bob)
    with f.on(DAY):
        sent_of_nothing("2018-Q3", by=alice)
    assert said in page(bob, path + address("report", f.commune()))
