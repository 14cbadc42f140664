"""Reporting periods, the holidays that move their deadlines, and which communes take part in which."""

from __future__ import annotations

from django.db import models

from bg_portal.periods import Quarter, period_key
from plans import words
from plans.calendar import covers
from plans.models.plan import Plan
from plans.vocabulary import HolidayKind, PeriodKind


class Period(models.Model):
    """A quarter or a year of a plan, as rows: the windows changed within Plan 125 (NĐ 09/2019/NĐ-CP Đ.12).

    A year row has quarter 0 and no due date: reports belong to quarters.
    """

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="periods")
    kind = models.CharField(max_length=8, choices=words.choices(PeriodKind))
    year = models.PositiveSmallIntegerField()
    quarter = models.PositiveSmallIntegerField(default=0)
    starts_on = models.DateField()
    ends_on = models.DateField()
    due_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("year", "quarter")
        constraints = (
            models.UniqueConstraint(fields=("plan", "year", "quarter"), name="period_once_in_plan"),
            models.CheckConstraint(
                name="period_dates_in_order", condition=models.Q(starts_on__lte=models.F("ends_on"))
            ),
            models.CheckConstraint(
                name="period_due_after_cut_off",
                condition=models.Q(due_on__isnull=True) | models.Q(due_on__gt=models.F("ends_on")),
            ),
            models.CheckConstraint(
                name="period_quarter_has_due_date",
                condition=models.Q(kind="quarter", quarter__gte=1, quarter__lte=4, due_on__isnull=False)
                | models.Q(kind="year", quarter=0, due_on__isnull=True),
            ),
        )

    def __str__(self) -> str:
        return self.key

    @property
    def key(self) -> str:
        """The period in addresses and files: `2018-Q2`, or `2018` for a year."""
        return period_key(self.year, self.quarter)

    @property
    def label(self) -> str:
        """The period in words of the page's language: quý II/2018, năm 2018."""
        return words.period_label(self.year, self.quarter)

    @property
    def as_quarter(self) -> Quarter:
        """The quarter as a value; only for quarters."""
        return Quarter(self.year, self.quarter)


class Holiday(models.Model):
    """A day that is not worked although it is a weekday, or a weekend day that is worked instead."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="holidays")
    day = models.DateField()
    name_vi = models.CharField(max_length=120)
    name_en = models.CharField(max_length=120, blank=True)
    kind = models.CharField(max_length=12, choices=words.choices(HolidayKind))
    source = models.CharField(max_length=300, blank=True)
    verified = models.BooleanField(default=False)

    class Meta:
        ordering = ("day",)
        constraints = (models.UniqueConstraint(fields=("plan", "day"), name="holiday_once_in_plan"),)

    def __str__(self) -> str:
        return f"{self.day:%d/%m/%Y} {self.name_vi}"


class Participation(models.Model):
    """A commune's part in a plan, from a period to a period; every denominator comes from these rows."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="participations")
    commune = models.ForeignKey("communes.Commune", on_delete=models.PROTECT, related_name="+")
    from_period = models.CharField(max_length=8)
    to_period = models.CharField(max_length=8, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("plan", "commune", "from_period"), name="participation_starts_once"
            ),
            models.CheckConstraint(
                name="participation_periods_in_order",
                condition=models.Q(to_period="") | models.Q(to_period__gte=models.F("from_period")),
            ),
        )

    def __str__(self) -> str:
        return f"{self.commune} {self.from_period}-{self.to_period}"

    def covers(self, period: Period) -> bool:
        """Whether the commune owes a report for this quarter."""
        return covers(self.from_period, self.to_period, period.key)
