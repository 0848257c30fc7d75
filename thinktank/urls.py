from django.contrib import admin
from django.http import Http404
from django.urls import include, path

from articles.views.gallery import gallery


def no_page(request, **kwargs):
    """In place of the admin's way from any record's key to its public address: it would tell the titles of drafts."""
    raise Http404


urlpatterns = [
    path("admin/r/<path:content_type_id>/<path:object_id>/", no_page),
    path("admin/password_reset/", include("articles.admin.password_reset")),
    path("admin/", admin.site.urls),
    path("components/", gallery),  # answers under DEBUG only
    path("", include("articles.urls")),
]
