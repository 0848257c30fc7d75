"""The desk: stock Django admin. Forms and buttons here; what they do is done by the workflow."""

import taggit.admin  # noqa: F401 - registers Tag, which the next lines take off the desk again
from django.contrib import admin
from django.utils.translation import gettext_lazy as _
from taggit.models import Tag

from . import (  # noqa: F401 - each registers its model
    accounts,
    article,
    author,
    disclaimer,
    home,
    image,
    merge_log,
    page,
    publication,
    series,
    topic,
)

# Topics are ours (see Topic): a second list of tags, with a merge that view-only staff can run, has no place.
admin.site.unregister(Tag)
admin.site.index_title = _("Desk")
# Not a site class of its own: to find one here, Django would import this package while it makes the site that
# the package registers with, and make it twice.
admin.site.index_template = "admin/inbox.html"
