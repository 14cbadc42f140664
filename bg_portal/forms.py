"""How forms are drawn: one renderer for all of them, with the summary of errors on top."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.forms import BoundField, CheckboxInput, Textarea
from django.forms.renderers import TemplatesSetting

if TYPE_CHECKING:
    from django.forms import Widget


class PortalBoundField(BoundField):
    """A field of a form that knows where a link to it must lead and how its row is set out."""

    @property
    def anchor(self) -> str:
        """The id of the control that takes the focus: of a group, its first choice."""
        if self.id_for_label:
            return self.id_for_label
        return f"{self.auto_id}_0" if self.auto_id else ""

    @property
    def is_tick(self) -> bool:
        """Whether the label belongs behind the control, as with a single tick."""
        return isinstance(self.field.widget, CheckboxInput)

    @property
    def is_long(self) -> bool:
        """Whether the control takes the whole measure."""
        return isinstance(self.field.widget, Textarea)

    def build_widget_attrs(self, attrs: dict[str, Any], widget: Widget | None = None) -> dict[str, Any]:
        """No `maxlength`: browsers cut what is pasted without a word, while the portal says what is too long.

        A long text carries its limit for the counter instead.
        """
        drawn = widget or self.field.widget
        limit = drawn.attrs.pop("maxlength", None)
        if limit and self.is_long:
            attrs = {**attrs, "data-limit": limit}
        return super().build_widget_attrs(attrs, widget)


class PortalRenderer(TemplatesSetting):
    """Draws every `{{ form }}` of the portal; widgets keep Django's own templates."""

    form_template_name = "django/forms/form.html"
    field_template_name = "django/forms/field.html"
    bound_field_class = PortalBoundField
