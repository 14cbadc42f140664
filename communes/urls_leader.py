"""Addresses: what the city's leaders read and say; they come before those of periods, which take any key."""

from __future__ import annotations

from django.urls import path

from communes.views import instructions, leader, proposals

urlpatterns = [
    path("tong-quan/", leader.leader, name="leader"),
    path("y-kien-chi-dao/", instructions.instructions, name="instructions"),
    path("y-kien-chi-dao/moi/", instructions.give, name="instruction-new"),
    path("y-kien-chi-dao/<int:pk>/", instructions.instruction, name="instruction"),
    path("y-kien-chi-dao/<int:pk>/xong/", instructions.finish, name="instruction-finish"),
    path("kien-nghi/", proposals.proposals, name="proposals"),
    path("kien-nghi/<int:pk>/", proposals.proposal, name="proposal"),
]
