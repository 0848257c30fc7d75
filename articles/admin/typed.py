"""What was typed and not saved is kept by the browser (desk/autosave.js); here is the server's part of it.

A form sends the number of its draft. After a save, and not before, a cookie tells the browser which draft is done with.
Put back, a draft is sent to the form as if it were saved, and the form shows it without saving.
"""

import re

from django.conf import settings
from django.urls import reverse

DRAFT, PUT_BACK, COOKIE = "_draft", "_put_back", "desk-saved"
ID = re.compile(r"[0-9a-f]{8,40}")
REMEMBERED = 8


def is_put_back(request):
    return request.method == "POST" and PUT_BACK in request.POST


def draft_of(request):
    """The draft a refused form goes on with; "" for the script to number a new one."""
    number = request.POST.get(DRAFT, "")
    return number if ID.fullmatch(number) else ""


def acknowledge(request, response):
    """Tell the browser that this draft is saved. Several windows may save before one of them reads it."""
    if not (number := draft_of(request)):
        return response
    known = [part for part in request.COOKIES.get(COOKIE, "").split(".") if ID.fullmatch(part)]
    response.set_cookie(
        COOKIE,
        ".".join([*known, number][-REMEMBERED:]),
        max_age=24 * 3600,
        path=reverse("admin:index"),
        secure=settings.SESSION_COOKIE_SECURE,
        samesite="Lax",
    )
    return response
