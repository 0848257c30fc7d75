from django.conf import settings
from django.utils.functional import SimpleLazyObject

from articles.models import Publication


def publication(request):
    """For every template. One query where a page prints the name; none in the admin, which does not."""
    return {"publication": SimpleLazyObject(Publication.objects.current), "site_url": settings.SITE_URL}
