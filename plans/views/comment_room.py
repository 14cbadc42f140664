"""Where the city decides on comments: the list with several at once, and one of them with its answer."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from bg_portal.pieces import Link
from bg_portal.refused import Overtaken, Refused
from bg_portal.templatetags.vietnamese_numbers import number, padded
from plans import comment_pages, words
from plans.actions.comments import answer_comment, approve_comments, reject_comments
from plans.comment_queries import comment_inside, moves_of, numbers, room
from plans.commentflow import MODERATE, Seen, steps_from
from plans.forms.comments import AnswerForm, RejectForm, chosen, seen
from plans.models import Comment
from plans.views.newsroom import INVALID, OVERTAKEN, REFUSED, form_methods
from plans.vocabulary import CommentState, CommentStep

A_PAGE = 30
_UNSENT = gettext_lazy("An answer was typed: publish it with the comment, or empty its field first.")
_CHOOSE = gettext_lazy("Choose what is to be done.")
_LISTS = (CommentState.WAITING, CommentState.APPROVED, CommentState.REJECTED)


@form_methods
def comments(request: HttpRequest) -> HttpResponse:
    """What waits, oldest first, or what was decided (`?loai=`); ticked ones are decided on together."""
    state = _state_asked(request.GET)
    if request.method != "POST":
        return _list(request, state, RejectForm())
    if not request.user.has_perm(MODERATE):
        raise PermissionDenied
    return _decide_several(request, state)


def _state_asked(query: QueryDict) -> CommentState:
    asked = query.get("loai", CommentState.WAITING.value)
    if asked not in set(_LISTS):
        raise Http404
    return CommentState(asked)


def _decide_several(request: HttpRequest, state: CommentState) -> HttpResponse:
    """Approve or reject the ticked ones, or the one whose button was pressed."""
    only = request.POST.get("only", "")
    pks = [int(only)] if only.isascii() and only.isdigit() and len(only) < 10 else chosen(request.POST)
    rejecting = "reject" in request.POST and not only
    if not (only or rejecting or "approve" in request.POST):
        return _list(request, state, RejectForm(), refusal=_CHOOSE, status=INVALID)
    form = RejectForm(request.POST) if rejecting else RejectForm()
    if not pks:
        return _list(request, state, form, refusal=_("Tick at least one comment."), status=INVALID)
    if rejecting and not form.is_valid():
        return _list(request, state, form, ticked=pks, status=INVALID)
    if rejecting:
        done = reject_comments(pks=pks, reason=form.chosen, by=request.user, seen=Seen(state))
        told = ngettext("%(n)s comment was not published.", "%(n)s comments were not published.", done)
    else:
        done = approve_comments(pks=pks, by=request.user, seen=Seen(state))
        told = ngettext("%(n)s comment is public.", "%(n)s comments are public.", done)
    if done:
        messages.success(request, told % {"n": padded(done)})
    if done < len(pks):
        messages.warning(request, _others(len(pks) - done))
    return redirect(request.get_full_path())


def _others(left: int) -> str:
    text = ngettext(
        "%(n)s comment was left as it is: somebody else had decided on it.",
        "%(n)s comments were left as they are: somebody else had decided on them.",
        left,
    )
    return text % {"n": padded(left)}


def _list(
    request: HttpRequest,
    state: CommentState,
    form: RejectForm,
    *,
    ticked: list[int] | None = None,
    refusal: str | Promise = "",
    status: int = 200,
) -> HttpResponse:
    page = Paginator(room(request.user, state), A_PAGE).get_page(request.GET.get("trang"))
    counts = numbers(request.user)
    here = reverse("comment-room")
    context = {
        "title": _("Comments of the public"),
        "page": page,
        "comments": comment_pages.waiting(page),
        "switch": [
            Link(
                f"{words.LABELS[each]} ({number(counts.get(each, 0))})",
                f"{here}?loai={each.value}",
                each is state,
            )
            for each in _LISTS
        ],
        "waits": state is CommentState.WAITING,
        "may_decide": state is CommentState.WAITING and request.user.has_perm(MODERATE),
        "form": form,
        "ticked": ticked or [],
        "refusal": refusal,
        "has_errors": bool(refusal),
    }
    return render(request, "plans/comment_room.html", context, status=status)


@form_methods
def comment(request: HttpRequest, pk: int) -> HttpResponse:
    """One comment with its course; what can be done with it stands below, in one form."""
    found = comment_inside(request.user, pk)
    if request.method != "POST":
        return _one(request, found, Typed(found, QueryDict()))
    if not request.user.has_perm(MODERATE):
        raise PermissionDenied
    typed = Typed(found, request.POST)
    match typed.pressed:
        case CommentStep.ANSWER:
            return _answer(request, found, typed)
        case CommentStep.REJECT | CommentStep.APPROVE if typed.holds_answer:
            return _one(request, found, typed, refusal=_UNSENT, status=INVALID)
        case CommentStep.REJECT:
            return _reject(request, found, typed)
        case CommentStep.APPROVE:
            done = approve_comments(pks=[pk], by=request.user, seen=typed.seen)
            return _done(request, found, typed, done, _("The comment is public."))
        case _:
            return _one(request, found, typed, refusal=_CHOOSE, status=INVALID)


class Typed:
    """What was typed below a comment, and the button pressed: its own part is checked, all is kept."""

    def __init__(self, found: Comment, sent: QueryDict) -> None:
        pressed = [step for step in CommentStep if step.value in sent]
        self.pressed = pressed[0] if pressed else None
        given: str = found.answer or ""  # type: ignore[attr-defined]  # annotated
        language: str = found.answer_language or found.language  # type: ignore[attr-defined]
        initial = {"text": given, "language": language, **sent.dict()}
        self.answer = AnswerForm(sent if self.pressed is CommentStep.ANSWER else None, initial=initial)
        self.reject = RejectForm(sent if self.pressed is CommentStep.REJECT else None, initial=sent.dict())
        self.seen = seen(sent)
        self.holds_answer = sent.get("text", "").split() not in ([], given.split())


def _answer(request: HttpRequest, found: Comment, typed: Typed) -> HttpResponse:
    if not typed.answer.is_valid():
        return _one(request, found, typed, status=INVALID)
    told = typed.answer.cleaned_data
    try:
        language, seen = told["language"], typed.seen
        answer_comment(pk=found.pk, text=told["text"], language=language, by=request.user, seen=seen)
    except Refused as refused:
        status = OVERTAKEN if isinstance(refused, Overtaken) else REFUSED
        again = comment_inside(request.user, found.pk)
        return _one(request, again, typed, refusal=str(refused), status=status)
    return _done(request, found, typed, 1, _("The answer is public beside the comment."))


def _reject(request: HttpRequest, found: Comment, typed: Typed) -> HttpResponse:
    if not typed.reject.is_valid():
        return _one(request, found, typed, status=INVALID)
    reason = typed.reject.chosen
    done = reject_comments(pks=[found.pk], reason=reason, by=request.user, seen=typed.seen)
    return _done(request, found, typed, done, _("The comment was not published."))


def _done(request: HttpRequest, found: Comment, typed: Typed, done: int, told: str) -> HttpResponse:
    """Back to what waits; where somebody else was faster, the comment as it is now, with what was typed."""
    if done:
        messages.success(request, told)
        return redirect("comment-room")
    again = comment_inside(request.user, found.pk)
    return _one(request, again, typed, refusal=_others(1), status=OVERTAKEN)


def _one(
    request: HttpRequest,
    found: Comment,
    typed: Typed,
    *,
    refusal: str | Promise = "",
    status: int = 200,
) -> HttpResponse:
    state, moves = CommentState(found.state), moves_of(found)
    mark, tone = comment_pages.STATE_MARKS[state]
    possible = steps_from(state, empty=found.emptied_at is not None)
    may = {step.name: request.user.has_perm(step.permission) for step in possible if step.permission}
    context: dict[str, Any] = {
        "title": _("Comment %(number)d") % {"number": found.pk},
        "crumbs": [
            Link(_("Comments of the public"), reverse("comment-room")),
            Link(_("Comment %(number)d") % {"number": found.pk}),
        ],
        "comment": comment_pages.waiting([found])[0],
        "empty": found.emptied_at is not None,
        "state": {"mark": mark, "tone": tone, "word": words.LABELS[state]},
        "answered": comment_pages.answered(found),
        "may_approve": may.get(CommentStep.APPROVE),
        "may_answer": may.get(CommentStep.ANSWER),
        "may_reject": may.get(CommentStep.REJECT),
        "may_decide": any(may.values()),
        "form": typed.answer if typed.answer.errors else typed.reject,
        "reject": typed.reject,
        "answer": typed.answer,
        "refusal": refusal,
        "has_errors": bool(refusal),
        "course": comment_pages.course(moves),
        "seen": f"{found.state}-{moves[-1].pk}",
    }
    return render(request, "plans/comment_inside.html", context, status=status)
