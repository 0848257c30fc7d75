"""Addresses for the tests of the wiring: they need an answer, and the site's pages are not their matter."""

from django.contrib import admin
from django.http import HttpResponse
from django.template import engines
from django.urls import path


def long_page(request):
    return HttpResponse("<p>A page long enough to be worth compressing.</p>" * 20)


def page_with_nonce(request):
    template = engines["django"].from_string('<script nonce="{{ csp_nonce }}"></script>')
    return HttpResponse(template.render(request=request))


urlpatterns = [
    path("long/", long_page),
    path("nonce/", page_with_nonce),
    path("admin/", admin.site.urls),
]
