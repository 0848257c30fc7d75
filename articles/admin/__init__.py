"""The desk: stock Django admin. Forms and buttons here; what they do is done by the workflow."""

import taggit.admin  # noqa: F401 - registers Tag, which the next lines take off the desk again
from django.contrib import admin
from django.utils.translation import gettext_lazy as _
from taggit.models import Tag

from . import article, author, disclaimer, publication, topic  # noqa: F401 - each registers its model

# Topics are ours (see Topic): a second list of tags, with a merge that view-only staff can run, has no place.
admin.site.unregister(Tag)
admin.site.index_title = _("Desk")
