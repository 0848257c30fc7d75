"""The saved text as readers would get it, in a frame as wide as a phone or a desk."""

from django.conf import settings
from django.forms import Script
from django.http import Http404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.clickjacking import xframe_options_sameorigin
from js_asset import Media

from articles.views.preview import proof_page
from thinktank.csp import CSP

from .desk import with_nonce
from .history import article_for, context_of
from .numbers import number_in

WIDTHS = ("phone", "desktop")


def frame(model_admin, request, pk):
    """The page around the frame. The width is chosen in its address, so that it can be sent to a colleague."""
    article = article_for(model_admin, request, pk)
    if article is None:
        return model_admin._get_obj_does_not_exist_redirect(request, model_admin.opts, str(pk))
    revision = _asked(request, article)
    chosen = request.GET.get("width") if request.GET.get("width") in WIDTHS else WIDTHS[1]
    context = context_of(model_admin, request, article, _("Preview")) | {
        "revision": revision,
        "width": chosen,
        "widths": [
            (label, name, "" if name == chosen else f"?{_query(revision, width=name)}")
            for name, label in zip(WIDTHS, (_("Phone"), _("Desktop")), strict=True)
        ],
        "page": f"{reverse('admin:articles_article_preview_page', args=[pk])}?{_query(revision)}",
        "may_change": model_admin.has_change_permission(request, article),
        "media": with_nonce(Media(js=[Script("desk/preview.js", type="module")]), request),
    }
    response = TemplateResponse(request, "admin/articles/article/preview.html", context)
    response._csp_config = settings.SECURE_CSP_ADMIN | {"frame-src": [CSP.SELF]}
    return response


@xframe_options_sameorigin
def page(model_admin, request, pk):
    """What stands in the frame. The one address of the desk that a page may frame, and only one of ours."""
    article = article_for(model_admin, request, pk)
    if article is None:
        raise Http404
    response = proof_page(request, article, _asked(request, article))
    response._csp_config = settings.SECURE_CSP | {"frame-ancestors": [CSP.SELF]}
    return response


def _asked(request, article):
    """The kept text that the address names; None for the working copy."""
    if "revision" not in request.GET:
        return None
    revision = article.revisions.filter(number=number_in(request.GET["revision"])).first()
    if revision is None:
        raise Http404
    return revision


def _query(revision, **query):
    return urlencode(({"revision": revision.number} if revision else {}) | query)
