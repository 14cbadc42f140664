"""Addresses: signing in, passwords, invitations, and the administrator's page of people."""

from __future__ import annotations

from django.urls import path

from communes.views import access, joining, people

urlpatterns = [
    path("dang-nhap/", access.sign_in, name="login"),
    path("dang-xuat/", access.sign_out, name="logout"),
    path("tai-khoan/", access.account, name="account"),
    path("mat-khau/doi/", access.password_change, name="password-change"),
    path("mat-khau/quen/", access.password_forgotten, name="password-forgotten"),
    path("mat-khau/dat-lai/<slug:uid>/<slug:token>/", access.password_reset, name="password-reset"),
    path("moi/<slug:token>/", joining.join, name="join"),
    path("lam-viec/nhan-su/", people.people_list, name="people"),
    path("lam-viec/nhan-su/moi/", people.invite, name="invite"),
    path("lam-viec/nhan-su/<int:pk>/", people.person, name="person"),
    path("lam-viec/nhan-su/vai-tro/<int:pk>/ket-thuc/", people.end_membership, name="membership-end"),
    path("lam-viec/nhan-su/loi-moi/<int:pk>/huy/", people.withdraw_invitation, name="invitation-withdraw"),
]
