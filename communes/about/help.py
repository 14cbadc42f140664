"""Help for each role: what to do first, step by step, with a picture of the page."""

from __future__ import annotations

from typing import Final

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from bg_portal.called import PLAN_NAME
from bg_portal.filling import filled
from communes.about.pieces import Chapter, Page, Picture

_SIGN_IN: Final = filled(
    _(
        "Open the invitation mailed by the administrator, choose a password of at least %(n)s characters, and sign in."
    ),
    n=settings.PASSWORD_LEAST,
)
_TYPING = _(
    "On a keyboard without Vietnamese, choose Telex, VNI or VIQR above the form; F9 switches the typing aid on and off."
)

GUIDES: Final[dict[str, Page]] = {
    "can-bo": Page(
        title=_("Help for officers of communes and wards"),
        lead=_(
            "From the empty form to the receipt. Everything is saved as it is typed, and nothing is sent before you send it."
        ),
        chapters=(
            Chapter(
                _("Reporting a quarter"),
                steps=(
                    _SIGN_IN,
                    _(
                        "“Desk” lists what waits for you, with the due date and the working days left. Open the report of the quarter."
                    ),
                    _(
                        "For figures that others provide, print the sheet of each provider and collect with it."
                    ),
                    _(
                        "Type a number, 0 included, or choose “No figures, because …”. Leave open what you do not know yet and save."
                    ),
                    _(
                        "Figures that last are prefilled from the last report: tick each to confirm it, or change it."
                    ),
                    filled(
                        _(
                            "Where nothing happened, “%(button)s” fills 0 into what counts events and leaves the rest to you."
                        ),
                        button=_("Nothing occurred in the period"),
                    ),
                    _(
                        "“Check before sending” lists what is missing first, then every answer as it will be sent."
                    ),
                    _(
                        "After sending, keep the receipt. Number, date and signer of the document can be entered later."
                    ),
                ),
                numbered=True,
                picture=Picture(
                    "help/form.png",
                    _(
                        "The form of a quarter: groups at the left, questions with the last figures beside them"
                    ),
                    960,
                    675,
                ),
            ),
            Chapter(
                _("When something comes between"),
                steps=(
                    _(
                        "A returned report shows the reason at its top; correct it and send it again. It counts as on time if the first sending was."
                    ),
                    _(
                        "If two people type at once, both versions are shown side by side, and you choose answer by answer."
                    ),
                    _("If the session has ended, sign in again: what you sent is kept and goes on."),
                    _("Write no names, ages, addresses or workplaces of people into the texts."),
                    _TYPING,
                ),
            ),
        ),
    ),
    "lanh-dao-xa": Page(
        title=_("Help for leaders of communes and wards"),
        lead=_("You see everything your commune reports, before and after it is sent."),
        chapters=(
            Chapter(
                _("Clearing a report"),
                steps=(
                    _SIGN_IN,
                    _("Open the report from the desk and read it as the city will."),
                    filled(
                        _(
                            "Where the plan asks for your clearance, “%(button)s” lets the officer send it; a change afterwards needs a new clearance."
                        ),
                        button=_("Check and clear"),
                    ),
                    _(
                        "Where it does not, the officer enters your name, position and the day on which you approved it."
                    ),
                ),
                numbered=True,
                picture=Picture(
                    "help/commune.png",
                    _("A report as the leader of a commune reads it: its course, its figures"),
                    960,
                    675,
                ),
            ),
        ),
    ),
    "chuyen-vien": Page(
        title=_("Help for the city's reviewers"),
        lead=_("The queue stands oldest first; each report shows what changed since it was last sent."),
        chapters=(
            Chapter(
                _("Reviewing"),
                steps=(
                    _(
                        "Open the first report of the queue. Striking figures come first, with the reasons the commune gave."
                    ),
                    _(
                        "Accept it, and its figures are public at once; or return it with a reason that names the indicators by their codes."
                    ),
                    _("A report of your own, or one you typed anything in, is accepted by another reviewer."),
                    _(
                        "For a correction after acceptance, reopen the report: the accepted figures stay until the replacement is accepted."
                    ),
                    _("A figure that must not stay is taken down at once, with a reason."),
                ),
                numbered=True,
                picture=Picture(
                    "help/review.png",
                    _("A report as the reviewer reads it, with the buttons to accept or return it"),
                    960,
                    675,
                ),
            ),
            Chapter(
                _("Chasing and deciding"),
                steps=(
                    _("The page of the period lists who is missing, with a reminder ready to be copied."),
                    _(
                        "Extensions, closing a period, recognitions and targets each ask for their reason or document."
                    ),
                    _("Paper reports are entered on behalf of a commune; another reviewer accepts them."),
                ),
            ),
            Chapter(
                _("Deciding on comments"),
                steps=(
                    _("Comments wait under “Decide on comments”, the oldest first; the desk says how many."),
                    _(
                        "Marks beside a text point to numbers, names, insults and links. Decide on one, or tick several and decide on them together."
                    ),
                    _(
                        "An answer publishes the comment with it. What is not published has a reason from the list, which the author and the public statistics are told."
                    ),
                    _(
                        "A denunciation is not for the portal: choose that reason, and the text is deleted and its author told where to turn. Do not copy or forward it."
                    ),
                ),
                picture=Picture(
                    "help/comments.png", _("Comments that wait, with marks and the ways to decide"), 960, 675
                ),
            ),
            Chapter(
                _("Writing announcements"),
                steps=(
                    _(
                        "“News and announcements” keeps drafts, what is scheduled, published and withdrawn. Choose what an announcement is about: its page shows it."
                    ),
                    _(
                        "Text is written with a few signs, which the form explains; what is copied from Word is turned into them. The preview beside it follows."
                    ),
                    _(
                        "A picture needs a sentence for those who do not see it, and nobody in it who has not agreed."
                    ),
                    _(
                        "Publish at once, or set day and time. Where the plan asks for a second reader, somebody else than the last writer publishes."
                    ),
                    _(
                        "A withdrawn announcement leaves its reason at its address. Every version that was saved stays."
                    ),
                ),
                picture=Picture(
                    "help/news.png", _("An announcement being written, with its preview beside it"), 960, 675
                ),
            ),
        ),
    ),
    "lanh-dao": Page(
        title=_("Help for leaders of the city"),
        lead=_("Where do we stand, which commune needs help, can the number be trusted?"),
        chapters=(
            Chapter(
                _("In two minutes"),
                steps=(
                    _(
                        "The first line says of which period the page speaks and how many communes its figures cover."
                    ),
                    _("Each objective is one sentence; below it stand its standing and why it is said."),
                    filled(
                        _("“%(label)s” leads down to each commune's report."),
                        label=_("How is this number worked out?"),
                    ),
                    _("A past day or period is a link away; the page then says so."),
                    _(
                        "Of sensitive indicators the page says only that a number is below 5; how it is worked out and the reports give it as it was reported."
                    ),
                    _(
                        "Restricted figures are hidden on a report until somebody asks for them, and each look is recorded."
                    ),
                ),
                picture=Picture(
                    "help/leader.png",
                    _("The leader's page: both objectives, what changed, which communes need attention"),
                    960,
                    675,
                ),
            ),
        ),
    ),
    "thanh-tra": Page(
        title=_("Help for inspectors"),
        lead=_(
            "You read everything, drafts included, until the day your membership ends, and change nothing."
        ),
        chapters=(
            Chapter(
                _("From which document, by whom, changed how often"),
                steps=(
                    _(
                        "Each report shows its whole course: who entered, cleared, sent, returned and accepted it, and when."
                    ),
                    _("Each sending is frozen and carries a checksum; two sendings can be compared."),
                    _(
                        "Administration shows readings, sendings, passages and the events of the audit chain, read only."
                    ),
                    _("Looks at restricted figures are recorded."),
                ),
                picture=Picture("help/course.png", _("A report with its whole course"), 960, 675),
            ),
        ),
    ),
    "quan-tri": Page(
        title=_("Help for administrators"),
        lead=_("You edit plans and people; you neither write nor accept reports."),
        chapters=(
            Chapter(
                _("Plans"),
                steps=(
                    _(
                        "Administration opens a plan with its measures, objectives, periods, holidays and participation."
                    ),
                    _(
                        "Each edit is previewed: what it changes in the plan, and which accepted figures it touches. It is stored with your reason."
                    ),
                    _("A whole plan is loaded from its file, which is checked first: load_plan."),
                ),
                picture=Picture("help/administration.png", _("The beginning of administration"), 960, 600),
            ),
            Chapter(
                _("People"),
                steps=(
                    filled(
                        _(
                            "Invite by e-mail: the link works once, for %(n)s days. Nobody types somebody else's password."
                        ),
                        n=settings.INVITATION_DAYS,
                    ),
                    _(
                        "Roles have a first and a last day; end a membership when somebody changes office. Drafts belong to the commune."
                    ),
                ),
            ),
        ),
    ),
    "nguoi-dan": Page(
        title=_("Help for citizens"),
        lead=filled(
            _("What the communes of the city do within %(plan)s, quarter by quarter, without signing in."),
            plan=PLAN_NAME,
        ),
        chapters=(
            Chapter(
                _("Reading"),
                steps=(
                    _(
                        "The overview says how far both objectives are. Communes and wards have pages of their own."
                    ),
                    _("Every figure leads to how it was computed and to the report it comes from."),
                    _("“Below 5” stands for 1 to 4: small numbers are not published, to protect people."),
                    _(
                        "The search finds communes, objectives, tasks, indicators, news and comments, with or without accents."
                    ),
                ),
                picture=Picture(
                    "help/home.png", _("The overview: reports, both objectives, map, announcements"), 960, 675
                ),
            ),
            Chapter(
                _("Saying something"),
                steps=(
                    _("Write a comment from the page of an objective or of an announcement."),
                    _("It is read by somebody of the city before it appears; the answer stands beside it."),
                    _(
                        "Keep the private address that you are given: with it you see what became of the comment, and take it back."
                    ),
                    _TYPING,
                ),
                picture=Picture(
                    "help/write.png", _("The form of a comment, with its typing aid and counter"), 960, 675
                ),
            ),
        ),
    ),
}
"""By the last part of the address."""
