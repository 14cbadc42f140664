"""One attribute in the language of the page: `name` reads `name_en` under /en/ and `name_vi` elsewhere."""

from __future__ import annotations

from typing import overload

from django.utils.translation import get_language


class InLanguage:
    """Descriptor that answers with the English field where the page is English and the field is filled."""

    def __init__(self, field: str) -> None:
        self.field = field

    @overload
    def __get__(self, instance: None, owner: type) -> InLanguage: ...
    @overload
    def __get__(self, instance: object, owner: type) -> str: ...
    def __get__(self, instance: object | None, owner: type) -> InLanguage | str:
        if instance is None:
            return self
        vietnamese: str = getattr(instance, f"{self.field}_vi")
        english: str = getattr(instance, f"{self.field}_en")
        return english if english and get_language() == "en" else vietnamese
