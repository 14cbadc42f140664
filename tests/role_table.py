"""Who gets what where: the answer of every address to everybody, as the role table means it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

COLUMNS: Final = (
    "nobody",
    "officer",
    "stranger",
    "commune leader",
    "reviewer",
    "leader",
    "inspector",
    "past inspector",
    "administrator",
)
"""Who asks: signed out; the commune's officer; another commune's; its leader; the city's reviewer and leader;
an inspector, and one whose last day has passed; the administrator."""

# 200 the page, 302 done or on to the sign-in page, 403 closed to this role (signed out: the sign-in page that
# keeps what was sent), 404 nothing that this person may know of, 405 not this method, 409 no longer possible,
# 422 what was sent cannot stand.
GET: Final = """
                     nobody officer stranger c.leader reviewer leader inspector past.insp. admin.
healthz                200    200      200      200      200     200     200       200      200
readyz                 200    200      200      200      200     200     200       200      200
home                   200    200      200      200      200     200     200       200      200
commune-list           200    200      200      200      200     200     200       200      200
commune                200    200      200      200      200     200     200       200      200
source                 200    200      200      200      200     200     200       200      200
search                 200    200      200      200      200     200     200       200      200
compare                200    200      200      200      200     200     200       200      200
help                   200    200      200      200      200     200     200       200      200
help-role              200    200      200      200      200     200     200       200      200
methods                200    200      200      200      200     200     200       200      200
accessibility          200    200      200      200      200     200     200       200      200
privacy                200    200      200      200      200     200     200       200      200
contact                200    200      200      200      200     200     200       200      200
site-map               200    200      200      200      200     200     200       200      200
sitemap                200    200      200      200      200     200     200       200      200
robots                 200    200      200      200      200     200     200       200      200
useful                 200    200      200      200      200     200     200       200      200
plan                   200    200      200      200      200     200     200       200      200
objective              200    200      200      200      200     200     200       200      200
changes                200    200      200      200      200     200     200       200      200
news                   200    200      200      200      200     200     200       200      200
news-feed              200    200      200      200      200     200     200       200      200
news-picture           200    200      200      200      200     200     200       200      200
news-year              200    200      200      200      200     200     200       200      200
news-item              200    200      200      200      200     200     200       200      200
comments               200    200      200      200      200     200     200       200      200
comment-write          200    200      200      200      200     200     200       200      200
comment-own            200    200      200      200      200     200     200       200      200
indicator              200    200      200      200      200     200     200       200      200
measure                200    200      200      200      200     200     200       200      200
period                 200    200      200      200      200     200     200       200      200
objective-why          200    200      200      200      200     200     200       200      200
objective-why-csv      200    200      200      200      200     200     200       200      200
indicator-why          200    200      200      200      200     200     200       200      200
indicator-why-csv      200    200      200      200      200     200     200       200      200
login                  200    302      302      302      302     302     302       302      302
logout                 405    405      405      405      405     405     405       405      405
account                302    200      200      200      200     200     200       200      200
password-change        302    200      200      200      200     200     200       200      200
password-forgotten     200    200      200      200      200     200     200       200      200
password-reset         200    200      200      200      200     200     200       200      200
join                   200    200      200      200      200     200     200       200      200
people                 302    403      403      403      403     403     403       403      200
invite                 302    403      403      403      403     403     403       403      200
person                 302    403      403      403      403     403     403       403      200
membership-end         302    403      403      403      403     403     403       403      200
invitation-withdraw    302    403      403      403      403     403     403       403      405
desk                   302    200      200      200      200     200     200       403      200
leader                 302    403      403      403      200     200     200       403      403
instructions           302    200      200      200      200     200     200       403      403
instruction-new        302    403      403      403      403     200     403       403      403
instruction            302    200      404      200      200     200     200       404      404
instruction-finish     302    405      405      405      405     405     405       405      405
proposals              302    200      200      200      200     200     200       403      403
proposal               302    200      404      200      200     200     200       404      404
recognition            302    403      403      403      200     200     200       403      403
targets                302    403      403      403      200     200     200       403      200
targets-paste          302    403      403      403      200     403     403       403      200
targets-indicator      302    403      403      403      200     200     200       403      200
forecast               302    403      403      403      200     200     200       403      403
indicator-why-inside   302    403      403      403      200     200     200       403      403
indicator-why-inside-csv 302  403      403      403      200     200     200       403      403
forecast               302    403      403      403      200     200     200       403      403
board                  302    200      200      200      200     200     200       403      403
comment-room           302    403      403      403      200     200     200       403      403
comment-inside         302    403      403      403      200     200     200       403      403
newsroom               302    403      403      403      200     200     200       403      403
news-new               302    403      403      403      200     403     403       403      403
news-draft             302    403      403      403      200     200     200       403      403
news-version           302    403      403      403      200     200     200       403      403
news-edit              302    403      403      403      200     403     403       403      403
news-publish           302    403      403      403      200     200     403       403      403
news-withdraw          302    403      403      403      200     200     403       403      403
news-back              302    405      405      405      405     405     405       405      405
period-desk            302    403      403      403      200     200     200       403      403
useful-answers         302    403      403      403      200     200     200       403      403
period-close           302    403      403      403      200     403     403       403      403
period-open            302    403      403      403      200     403     403       403      403
report                 302    200      404      200      200     200     200       404      404
report-accept          302    405      405      405      405     405     405       405      405
report-return          302    404      404      404      200     404     404       404      404
report-reopen          302    404      404      404      200     404     404       404      404
report-extend          302    404      404      404      200     404     404       404      404
figure-withdraw        302    404      404      404      200     404     404       404      404
restricted             302    405      405      405      405     405     405       405      405
report-start           302    405      405      405      405     405     405       405      405
report-edit            302    200      404      404      200     404     404       404      404
report-nil             302    200      404      404      200     404     404       404      404
report-copy            302    405      405      405      405     405     405       405      405
report-check           302    200      404      200      200     404     404       404      404
report-clear           302    405      405      405      405     405     405       405      405
report-recall          302    405      405      405      405     405     405       405      405
receipt                302    200      404      200      200     200     200       404      404
report-number          302    200      404      200      404     404     404       404      404
report-blank           302    200      404      200      200     200     200       404      404
provider-sheets        302    200      404      200      200     200     200       404      404
provider-sheet         302    200      404      200      200     200     200       404      404
"""
# With the fields of FIELDS and nothing else.
POST: Final = """
                     nobody officer stranger c.leader reviewer leader inspector past.insp. admin.
healthz                405    405      405      405      405     405     405       405      405
readyz                 405    405      405      405      405     405     405       405      405
home                   405    405      405      405      405     405     405       405      405
commune-list           405    405      405      405      405     405     405       405      405
commune                405    405      405      405      405     405     405       405      405
source                 405    405      405      405      405     405     405       405      405
search                 405    405      405      405      405     405     405       405      405
compare                405    405      405      405      405     405     405       405      405
help                   405    405      405      405      405     405     405       405      405
help-role              405    405      405      405      405     405     405       405      405
methods                405    405      405      405      405     405     405       405      405
accessibility          405    405      405      405      405     405     405       405      405
privacy                405    405      405      405      405     405     405       405      405
contact                405    405      405      405      405     405     405       405      405
site-map               405    405      405      405      405     405     405       405      405
sitemap                405    405      405      405      405     405     405       405      405
robots                 405    405      405      405      405     405     405       405      405
useful                 422    422      422      422      422     422     422       422      422
plan                   405    405      405      405      405     405     405       405      405
objective              405    405      405      405      405     405     405       405      405
changes                405    405      405      405      405     405     405       405      405
news                   405    405      405      405      405     405     405       405      405
news-feed              405    405      405      405      405     405     405       405      405
news-picture           405    405      405      405      405     405     405       405      405
news-year              405    405      405      405      405     405     405       405      405
news-item              405    405      405      405      405     405     405       405      405
comments               405    405      405      405      405     405     405       405      405
comment-write          422    422      422      422      422     422     422       422      422
comment-own            422    422      422      422      422     422     422       422      422
indicator              405    405      405      405      405     405     405       405      405
measure                405    405      405      405      405     405     405       405      405
period                 405    405      405      405      405     405     405       405      405
objective-why          405    405      405      405      405     405     405       405      405
objective-why-csv      405    405      405      405      405     405     405       405      405
indicator-why          405    405      405      405      405     405     405       405      405
indicator-why-csv      405    405      405      405      405     405     405       405      405
login                  422    422      422      422      422     422     422       422      422
logout                 302    302      302      302      302     302     302       302      302
account                403    405      405      405      405     405     405       405      405
password-change        403    422      422      422      422     422     422       422      422
password-forgotten     422    422      422      422      422     422     422       422      422
password-reset         422    422      422      422      422     422     422       422      422
join                   422    422      422      422      422     422     422       422      422
people                 403    405      405      405      405     405     405       405      405
invite                 403    403      403      403      403     403     403       403      422
person                 403    403      403      403      403     403     403       403      422
membership-end         403    403      403      403      403     403     403       403      302
invitation-withdraw    403    403      403      403      403     403     403       403      302
desk                   403    405      405      405      405     405     405       405      405
leader                 403    405      405      405      405     405     405       405      405
instructions           403    405      405      405      405     405     405       405      405
instruction-new        403    403      403      403      403     422     403       403      403
instruction            403    422      404      403      422     403     403       404      404
instruction-finish     403    403      404      403      400     302     403       404      404
proposals              403    405      405      405      405     405     405       405      405
proposal               403    403      404      403      422     422     403       404      404
recognition            403    403      403      403      422     403     403       403      403
targets                403    405      405      405      405     405     405       405      405
targets-paste          403    403      403      403      422     403     403       403      422
targets-indicator      403    403      403      403      422     403     403       403      422
forecast               403    405      405      405      405     405     405       405      405
indicator-why-inside   403    405      405      405      405     405     405       405      405
indicator-why-inside-csv 403  405      405      405      405     405     405       405      405
board                  403    405      405      405      405     405     405       405      405
comment-room           403    403      403      403      422     403     403       403      403
comment-inside         403    403      403      403      422     403     403       403      403
newsroom               403    405      405      405      405     405     405       405      405
news-new               403    403      403      403      422     403     403       403      403
news-draft             403    405      405      405      405     405     405       405      405
news-version           403    405      405      405      405     405     405       405      405
news-edit              403    403      403      403      422     403     403       403      403
news-publish           403    403      403      403      409     409     403       403      403
news-withdraw          403    403      403      403      422     422     403       403      403
news-back              403    403      403      403      302     403     403       403      403
period-desk            403    405      405      405      405     405     405       405      405
useful-answers         403    405      405      405      405     405     405       405      405
period-close           403    403      403      403      422     403     403       403      403
period-open            403    403      403      403      422     403     403       403      403
report                 403    405      405      405      405     405     405       405      405
report-accept          403    404      404      404      302     404     404       404      404
report-return          403    404      404      404      422     404     404       404      404
report-reopen          403    404      404      404      422     404     404       404      404
report-extend          403    404      404      404      422     404     404       404      404
figure-withdraw        403    404      404      404      422     404     404       404      404
restricted             403    200      404      200      200     200     200       404      404
report-start           403    302      404      404      302     404     404       404      404
report-edit            403    409      404      404      409     404     404       404      404
report-nil             403    422      404      404      422     404     404       404      404
report-copy            403    409      404      404      409     404     404       404      404
report-check           403    422      404      404      422     404     404       404      404
report-clear           403    404      404      422      404     404     404       404      404
report-recall          403    409      404      404      404     404     404       404      404
receipt                403    405      405      405      405     405     405       405      405
report-number          403    302      404      302      404     404     404       404      404
report-blank           403    405      405      405      405     405     405       405      405
provider-sheets        403    405      405      405      405     405     405       405      405
provider-sheet         403    405      405      405      405     405     405       405      405
"""
FIELDS: Final[Mapping[str, Mapping[str, str]]] = MappingProxyType(
    {
        "login": {"username": "nobody@example.vn", "password": "not a password"},
        "report-accept": {"number": "1"},
    }
)


def read(table: str) -> dict[str, dict[str, int]]:
    """A table as answers by address and person."""
    rows = [line.split() for line in table.strip().splitlines()[1:]]
    return {name: dict(zip(COLUMNS, map(int, answers), strict=True)) for name, *answers in rows}


def readable() -> list[tuple[str, str]]:
    """Every address and everybody who gets a page there, in the order of the table."""
    return [(name, who) for name, row in read(GET).items() for who in COLUMNS if row[who] == 200]
