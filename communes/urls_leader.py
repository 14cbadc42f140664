"""Addresses: what the city's leaders read and say; they come before those of periods, which take any key."""

from __future__ import annotations

from django.urls import path

from communes.views import leader, proposals

urlpatterns = [
    path("tong-quan/", leader.leader, name="leader"),
    path("kien-nghi/", proposals.proposals, name="proposals"),
    path("kien-nghi/<int:pk>/", proposals.proposal, name="proposal"),
]
