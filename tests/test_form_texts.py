"""The words of a report: taken over from last time, never its figures; nothing that leads to a person."""

from __future__ import annotations

import pytest

from communes.actions.sending import submit_report
from communes.models import Report, User
from communes.queries.drafts import draft_content
from tests import factories as f
from tests.factories_reports import address, opened, signed_in, text_of, with_words

pytestmark = pytest.mark.django_db


@pytest.fixture
def alice() -> User:
    """The officer, who sent a report with words for quarter II."""
    user = f.officer(f.commune())
    with f.on("2018-07-03"):
        report = with_words(f.started(f.commune(), "2018-Q2", by=user), by=user)
        submit_report(report=report, checked=f.checked(report), clearance=f.CLEARANCE, by=user)
    return user


def begun(alice: User) -> Report:
    """Quarter III, just begun."""
    with f.on("2018-10-02"):
        return f.started(f.commune(), by=alice)


def test_last_periods_words_are_taken_over_where_nothing_is_written(alice: User) -> None:
    report, client = begun(alice), signed_in(alice)
    with f.on("2018-10-02"):
        fields = opened(client, report) | {"limitations": "mới", "LD01": "9"}
        answer = client.post(address("report-copy", report), fields, follow=True)
    content = draft_content(Report.objects.get(pk=report.pk))
    assert content.limitations == "mới"
    assert content.next_tasks == "Tuyên truyền tại trường học."
    assert content.accounts == {3: "Phối hợp với Đoàn Thanh niên."}
    assert content.proposals == ("Đề nghị hỗ trợ tờ rơi.",)
    assert {code for code, a in content.answers.items() if a.given} == {"LD01"}
    assert "Giống quý II/2018" in text_of(answer.content)


def test_the_tasks_set_last_time_stand_above_the_new_ones(alice: User) -> None:
    report = begun(alice)
    with f.on("2018-10-02"):
        page = text_of(signed_in(alice).get(address("report-edit", report)).content)
    told = page.index("Nhiệm vụ đã nêu trong báo cáo quý II/2018")
    assert told < page.index("Tuyên truyền tại trường học.") < page.index("Nhiệm vụ trọng tâm kỳ tới", told)


def test_where_nothing_was_sent_before_nothing_is_taken_over() -> None:
    place = f.commune()
    user = f.officer(place)
    report, client = begun(user), signed_in(user)
    with f.on("2018-10-02"):
        page = client.get(address("report-edit", report))
        answer = client.post(address("report-copy", report), opened(client, report), follow=True)
    assert b"chep-loi-van" not in page.content
    assert "Chưa có báo cáo kỳ trước" in text_of(answer.content)


def test_each_box_says_what_must_not_be_written(alice: User) -> None:
    report = begun(alice)
    with f.on("2018-10-02"):
        page = text_of(signed_in(alice).get(address("report-edit", report)).content)
    boxes = 8 + 2 + 1  # measures, limitations and tasks, proposals together
    assert page.count("Không ghi thông tin có thể nhận ra một người") == boxes


@pytest.mark.parametrize("field", ["limitations", "account-3", "proposal-0", "TT10-note", "LG12-activity"])
def test_a_telephone_number_is_refused_at_its_field(alice: User, field: str) -> None:
    report, client = begun(alice), signed_in(alice)
    with f.on("2018-10-02"):
        fields = opened(client, report) | {field: "Liên hệ 0912 345 678", "TT10": "3", "LG12": "1"}
        page = client.post(address("report-edit", report), fields, follow=True).content.decode()
    assert f'<a href="#{field}">' in page
    assert f'id="{field}-error"' in page


def test_a_likely_name_is_only_a_hint(alice: User) -> None:
    report, client = begun(alice), signed_in(alice)
    with f.on("2018-10-02"):
        fields = opened(client, report) | {"limitations": "Tại nhà nghỉ Hoa Mai còn vướng mắc."}
        answer = client.post(address("report-edit", report), fields, follow=True)
    assert "nhà nghỉ Hoa Mai" in text_of(answer.content)
    assert b"data-error-summary" not in answer.content
