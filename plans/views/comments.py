"""Comments for everybody: what was said and answered, the form, and the private page of who wrote one."""

from __future__ import annotations

import ipaddress

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.crypto import salted_hmac
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt

from bg_portal import clock
from bg_portal.etag import public_page
from bg_portal.http import client_address
from bg_portal.pieces import Link
from bg_portal.refused import Refused
from plans import comment_pages, words
from plans.actions.comments import SentTwiceError, TooManyError, Written, send_comment, withdraw_comment
from plans.comment_keeping import REJECTED_DAYS
from plans.comment_queries import Subject, counted, objective_of, own, public, subject_at
from plans.comment_tokens import key_of, uid_of
from plans.forms.comments import CommentForm
from plans.models import Comment
from plans.queries import plan_of_today_stated
from plans.views.newsroom import INVALID, OVERTAKEN, form_methods
from plans.vocabulary import CommentReason, CommentState

A_PAGE = 20
TOO_MANY = 429
_ELSEWHERE = ("cross-site", "same-site")
"""What browsers say of a form that another site's page has sent, perhaps without its reader's knowing."""
_SENDER_SALT = "plans.comment.sender"
_NEIGHBOURS = 64
"""Bits of an address of version 6 that one household or office holds alike."""


@public_page
def comments(request: HttpRequest) -> HttpResponse:
    """What was said and answered, of everything or of `?ve=`; how many came, and what became of them."""
    key = request.GET.get("ve", "")
    subject = subject_at(key) if key else None
    found = public().filter(subject.matches) if subject else public()
    only = request.GET.get("so", "")
    if only:
        found = _only(found, only)
    page = Paginator(found, A_PAGE).get_page(request.GET.get("trang"))
    context = {
        "title": _("Comments and answers"),
        "subject": comment_pages.about(subject) if subject else None,
        "writes": [] if only else _writes(subject),
        "only": bool(only),
        "page": page,
        "comments": comment_pages.said(page),
        "figures": comment_pages.figures(counted()),
    }
    return render(request, "plans/comments.html", context)


def _writes(subject: Subject | None) -> list[Link]:
    """Where one can write: about what was asked for, else about each objective of the plan."""
    if subject is not None:
        return [Link(_("Write a comment"), comment_pages.write_href(subject))]
    plan, document = plan_of_today_stated() or (None, None)
    if plan is None or document is None:
        return []
    subjects = [objective_of(plan, objective.code) for objective in document.objectives]
    text = _("Comment on: %(what)s")
    return [
        Link(text % {"what": comment_pages.about(each).text}, comment_pages.write_href(each))
        for each in subjects
    ]


def _only(found: QuerySet[Comment], number: str) -> QuerySet[Comment]:
    """The one comment of that number; Http404 where it is not public."""
    if not (number.isascii() and number.isdigit() and len(number) < 10 and found.filter(pk=number).exists()):
        raise Http404
    return found.filter(pk=number)


@csrf_exempt  # its signed value stands for the page that was asked; a cookie would follow the visitor
@login_not_required
@never_cache
@form_methods
def write(request: HttpRequest, about: str) -> HttpResponse:
    """The form of a comment on the subject of that key; whatever is refused stays in it."""
    subject = subject_at(about)
    if request.method != "POST":
        return _form(request, subject, CommentForm(place=subject.key))
    form = CommentForm(request.POST, place=subject.key)
    valid = form.is_valid()
    if request.headers.get("Sec-Fetch-Site") in _ELSEWHERE:
        form.add_error(None, _("This came from another site's page. Send it from here, where it was yours."))
    if not valid or form.errors:
        return _form(request, subject, form, status=INVALID)
    try:
        comment = send_comment(written=_written(request, subject, form))
    except Refused as refused:
        return _refused(request, subject, form, refused)
    return redirect("comment-own", key_of(comment.uid))


def _written(request: HttpRequest, subject: Subject, form: CommentForm) -> Written:
    told = form.cleaned_data
    return Written(
        uid=form.issued.uid,
        subject=subject,
        language=get_language() or "vi",
        name=told["name"],
        email=told["email"],
        text=told["text"],
        sender=_sender(request),
    )


def _sender(request: HttpRequest) -> str:
    """Where it came from, as a digest under a key of the day: nobody can find the address from it."""
    text = client_address(request)
    try:
        address = ipaddress.ip_address(text)
    except ValueError:
        address = None
    if isinstance(address, ipaddress.IPv6Address):
        near = ipaddress.ip_network((int(address), _NEIGHBOURS), strict=False)
        text = str(address.ipv4_mapped or near)
    return salted_hmac(f"{_SENDER_SALT}.{clock.today()}", text, algorithm="sha256").hexdigest()


def _refused(request: HttpRequest, subject: Subject, form: CommentForm, refused: Refused) -> HttpResponse:
    match refused:
        case SentTwiceError():
            form.renew()
            status = OVERTAKEN
        case TooManyError():
            status = TOO_MANY
        case _:
            status = INVALID
    form.add_error(None, str(refused))
    return _form(request, subject, form, status=status)


def _form(request: HttpRequest, subject: Subject, form: CommentForm, *, status: int = 200) -> HttpResponse:
    about = comment_pages.about(subject)
    context = {
        "title": _("Write a comment"),
        "subject": about,
        "form": form,
        "crumbs": [
            Link(_("Comments and answers"), comment_pages.list_href(subject)),
            Link(_("Write a comment")),
        ],
    }
    return render(request, "plans/comment_write.html", context, status=status)


@csrf_exempt  # the address itself is the secret, and no cookie is used
@login_not_required
@never_cache
@form_methods
def mine(request: HttpRequest, token: str) -> HttpResponse:
    """The private page of a comment: what became of it, and taking it back."""
    uid = uid_of(token)
    comment = own(uid)
    if "withdraw" in request.POST:
        return _taken_back(comment, token)
    state = CommentState(comment.state)
    mark, tone = comment_pages.STATE_MARKS[state]
    context = {
        "title": _("Your comment"),
        "comment": comment,
        "said": None if comment.emptied_at else comment_pages.said([comment])[0],
        "subject": comment_pages.about_shown(comment),
        "state": {"mark": mark, "tone": tone, "word": words.LABELS[state]},
        "reason": words.LABELS[CommentReason(comment.reason)] if comment.reason else "",
        "denounced": comment.reason == CommentReason.DENUNCIATION,
        "waits": state is CommentState.WAITING,
        "rejected": state is CommentState.REJECTED,
        "can_withdraw": state is not CommentState.WITHDRAWN and not comment.emptied_at,
        "days": REJECTED_DAYS,
    }
    status = INVALID if request.method == "POST" else 200
    response = render(request, "plans/comment_mine.html", context, status=status)
    response["X-Robots-Tag"] = "noindex"  # whoever has the address may take the comment back
    return response


def _taken_back(comment: Comment, key: str) -> HttpResponseRedirect:
    withdraw_comment(uid=comment.uid)
    return redirect("comment-own", key)
