"""From the empty form to the receipt in a real browser: with scripts and without, wide and narrow."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.conf import settings as django_settings
from playwright.sync_api import Page, Response, expect
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from communes.models import Submission, User
from tests import factories as f
from tests.factories_reports import address, signed_in

pytestmark = pytest.mark.django_db(transaction=True)
PAPERS = {"document_number": "14/KH-UBND", "document_date": "02/7/2018", "activity": "Họp tổ vay vốn"}


def enter(page: Page, live_server: LiveServer, user: User) -> None:
    """Give the browser the session of a signed-in person."""
    cookie = signed_in(user).cookies[django_settings.SESSION_COOKIE_NAME]
    page.context.add_cookies(
        [{"name": django_settings.SESSION_COOKIE_NAME, "value": cookie.value, "url": live_server.url}]
    )


def answer_everything(page: Page) -> None:
    """3 of everything that is counted, yes to every question with what it asks for."""
    for box in page.query_selector_all("input.number__box"):
        box.fill("3")
    page.fill("#TT02", "180")
    page.fill("#SK02", "60,5")
    for question in page.query_selector_all("fieldset.question__body"):
        question.query_selector_all("input[type=radio][value='1']")[0].check()
        for place, text in PAPERS.items():
            for field in question.query_selector_all(f"input[name$='-{place}']"):
                field.fill(text)


@pytest.mark.parametrize("javascript", [True, False])
@pytest.mark.parametrize("width", [1280, 390])
def test_from_the_form_to_the_receipt(page: Page, live_server: LiveServer, settings: Settings) -> None:
    settings.PORTAL_DATE = date(2018, 10, 2)
    alice = f.officer(f.commune())
    report = f.started(f.commune(), by=alice)
    enter(page, live_server, alice)
    page.goto(live_server.url + address("report-edit", report))
    page.fill("#LD01", "12 buổi")
    page.click(".savebar button[value=save]")
    expect(page).to_have_title(re.compile("^Lỗi:"))
    page.wait_for_load_state()
    page.click("a[href='#LD01']")
    expect(page.locator("#LD01")).to_be_focused()
    answer_everything(page)
    page.click(".savebar button[value=check]")
    page.fill("#id_name", "Nguyễn Văn An")
    page.fill("#id_title", "Phó Chủ tịch")
    page.fill("#id_on", "1/10/2018")
    page.click("form[action$='/kiem-tra/'] button")
    expect(page).to_have_url(re.compile("/phieu/1/$"))
    expect(page.locator("main")).to_contain_text(Submission.objects.get().reference)


def with_the_last_one(answer: Response) -> bool:
    """Whether it answers a saving of all three: on a slow machine the first may be saved before."""
    return 'name="TT01c"\r\n\r\n0' in (answer.request.post_data or "")


def test_the_form_saves_by_itself(page: Page, live_server: LiveServer, settings: Settings) -> None:
    """A little after typing stops; the running sum follows at once."""
    settings.PORTAL_DATE = date(2018, 10, 2)
    alice = f.officer(f.commune())
    report = f.started(f.commune(), by=alice)
    enter(page, live_server, alice)
    page.goto(live_server.url + address("report-edit", report))
    with page.expect_response(with_the_last_one) as caught:
        for code, typed in (("TT01a", "1.000"), ("TT01b", "2"), ("TT01c", "0")):
            page.fill(f"#{code}", typed)
        assert page.inner_text("output[data-sum-of]") == "1.002"
    assert caught.value.ok
    page.wait_for_function("document.querySelector('input[name=version]').value >= '1'")
    assert report.figures.count() == 3
