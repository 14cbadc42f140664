"""How forms are drawn: one renderer for all of them, with the summary of errors on top."""

from __future__ import annotations

from django.forms import BoundField, CheckboxInput, Textarea
from django.forms.renderers import TemplatesSetting


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


class PortalRenderer(TemplatesSetting):
    """Draws every `{{ form }}` of the portal; widgets keep Django's own templates."""

    form_template_name = "django/forms/form.html"
    field_template_name = "django/forms/field.html"
    bound_field_class = PortalBoundField
