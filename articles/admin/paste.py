"""What an editor pastes, in the form in which it will be stored: the clipboards of Word and Google Docs need our cleaning.

The browser alone cannot: it reads the clipboard under the content security policy, which takes the styles away in
which both keep their lists, notes, bold and italic.
"""

from django.core.exceptions import PermissionDenied, RequestDataTooBig
from django.http import HttpResponseNotAllowed, JsonResponse
from django.utils.translation import gettext as _

from articles.text import clean
from articles.text.tokens import Start, tokens

LIMIT = 2 * 1024 * 1024


def cleaned(request):
    """POST with the clipboard's HTML as the body, in UTF-8."""
    if not (
        request.user.has_perm("articles.add_article") or request.user.has_perm("articles.change_article")
    ):
        raise PermissionDenied
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    try:
        body = request.body
    except RequestDataTooBig:  # the site's own limit, a little above ours
        body = None
    if body is None or len(body) > LIMIT:
        problem = _("This is too much to paste at once. Paste it in parts.")
        return JsonResponse({"problem": problem}, status=413)
    source = body.decode("utf-8", errors="replace")
    images = sum(isinstance(token, Start) and token.tag in ("img", "svg") for token in tokens(source))
    return JsonResponse({"html": clean(source), "images": images})
