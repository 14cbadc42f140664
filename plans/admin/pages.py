"""The administration pages of plans, indicators and objectives."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import Model
from django.http import Http404, HttpRequest, QueryDict

from bg_portal.administration.pages import Edit, EditAdmin
from plans.admin.edits import opened
from plans.admin.goal_edits import IndicatorEdit, ObjectiveEdit
from plans.admin.plan_edit import PlanEdit
from plans.admin.tree import tree
from plans.models import Indicator, Objective, Plan
from plans.queries import plan_of_today


class DocumentAdmin(EditAdmin):
    """A page over a plan's document."""

    def may_edit(self, request: HttpRequest, obj: Model | None) -> bool:
        return self.has_change_permission(request, obj) if obj else self.has_add_permission(request)


@admin.register(Plan)
class PlanAdmin(DocumentAdmin):
    """A plan with all that belongs to it as a whole, and the tree that leads to everything else.

    A new plan begins as a file (load_plan): it is too much to type into one page before anything is checked.
    """

    list_display = ("number", "title_vi", "first_year", "last_year", "state", "illustrative")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def edit(self, request: HttpRequest, obj: Model | None, data: QueryDict | None) -> Edit:
        assert isinstance(obj, Plan)  # noqa: S101  there is no page to add one
        return PlanEdit(opened(obj, data, frozen=not self.may_edit(request, obj)), data)

    def page_context(self, request: HttpRequest, obj: Model | None, edit: Edit) -> dict[str, Any]:
        return {"tree": tree(edit)} if isinstance(edit, PlanEdit) else {}


class CodedAdmin(DocumentAdmin):
    """A page of an indicator or an objective; a new one belongs to the plan of today or to `?plan=`."""

    edit_class: type[IndicatorEdit | ObjectiveEdit]

    def edit(self, request: HttpRequest, obj: Model | None, data: QueryDict | None) -> Edit:
        assert obj is None or isinstance(obj, Indicator | Objective)  # noqa: S101  as registered
        plan = obj.plan if obj else _plan_to_add_to(request)
        state = opened(plan, data, frozen=not self.may_edit(request, obj))
        return self.edit_class(state, obj.code if obj else "", data)


def _plan_to_add_to(request: HttpRequest) -> Plan:
    key = request.GET.get("plan", "")
    if key:
        found = Plan.objects.filter(pk=int(key)).first() if key.isascii() and key.isdigit() else None
    else:
        found = plan_of_today() or Plan.objects.first()
    if found is None:
        raise Http404
    return found


@admin.register(Indicator)
class IndicatorAdmin(CodedAdmin):
    """An indicator and its targets."""

    edit_class = IndicatorEdit
    list_display = ("code", "name_vi", "measure", "kind", "protection", "recorded_by", "plan")
    list_filter = ("plan", "kind", "protection", "recorded_by")
    list_select_related = ("plan", "measure")
    search_fields = ("code", "name_vi", "name_en")


@admin.register(Objective)
class ObjectiveAdmin(CodedAdmin):
    """An objective, its criteria, the communes named for it, its targets."""

    edit_class = ObjectiveEdit
    list_display = ("code", "name_vi", "success", "direction", "plan")
    list_select_related = ("plan",)
    search_fields = ("code", "name_vi", "name_en")
