"""Words for models and their fields, kept out of the models: a word is not schema and needs no migration."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.db.models import Model

from bg_portal.pieces import Words

Names = tuple[Words, Words]
"""What one of them is called, and several."""


def name_models(
    models: Iterable[type[Model]], names: Mapping[str, Names], fields: Mapping[str, Words]
) -> None:
    """Give models and fields their words; `fields` knows "name", and "Model.name" where that differs.

    Called while apps load, so that forms, lists and messages of Django's admin speak the words of the house.
    """
    for model in models:
        meta = model._meta
        if model.__name__ in names:
            meta.verbose_name, meta.verbose_name_plural = names[model.__name__]
        for field in meta.local_fields:
            word = fields.get(f"{model.__name__}.{field.name}") or fields.get(field.name)
            if word is not None:
                field.verbose_name = word
