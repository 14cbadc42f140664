"""The plan and its datasets in the vocabulary of schema.org, for search engines and catalogues of data."""

from __future__ import annotations

from django.conf import settings
from django.urls import reverse

from plans.document import Indicator, PlanDocument
from plans.models import Plan
from plans.presenting.wording import in_language, language
from plans.vocabulary import Protection

Data = dict[str, object]


def catalogue(plan: Plan, document: PlanDocument) -> Data:
    """The plan as a catalogue of the datasets that are open to everybody."""
    return {
        "@type": "DataCatalog",
        "name": f"{plan.number}: {plan.title}",
        "description": plan.aim,
        "url": _absolute(reverse("plan", args=[plan.slug])),
        "inLanguage": language(),
        "creator": _creator(plan),
        "temporalCoverage": _years(plan),
        "dataset": [
            _dataset(plan, indicator) for indicator in document.indicators if is_open_to_all(indicator)
        ],
    }


def dataset(plan: Plan, indicator: Indicator) -> Data:
    """One indicator with the file from which its figure can be computed again."""
    file = reverse("indicator-why-csv", args=[plan.slug, indicator.code])
    return {
        **_dataset(plan, indicator),
        "description": in_language(indicator, "guidance") or in_language(indicator, "name"),
        "inLanguage": language(),
        "creator": _creator(plan),
        "temporalCoverage": _years(plan),
        "variableMeasured": in_language(indicator, "name"),
        "distribution": {
            "@type": "DataDownload",
            "encodingFormat": "text/csv",
            "contentUrl": _absolute(file),
        },
    }


def is_open_to_all(indicator: Indicator) -> bool:
    """Whether its figures by commune and quarter are published, be it as ranges."""
    return indicator.protection is not Protection.RESTRICTED


def _dataset(plan: Plan, indicator: Indicator) -> Data:
    return {
        "@type": "Dataset",
        "identifier": indicator.code,
        "name": in_language(indicator, "name"),
        "url": _absolute(reverse("indicator", args=[plan.slug, indicator.code])),
    }


def _creator(plan: Plan) -> Data:
    return {"@type": "GovernmentOrganization", "name": plan.issuer}


def _years(plan: Plan) -> str:
    return f"{plan.first_year}/{plan.last_year}"


def _absolute(address: str) -> str:
    return f"{settings.PORTAL_URL}{address}"
