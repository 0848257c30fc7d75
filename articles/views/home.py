from django.shortcuts import render
from django.utils.translation import get_language

from articles.models import clock

from .front import chosen, front_page
from .pictures import lead_of

# Beside its words, where there is room: see .is-pictured in lists.css.
PICTURE_SIZES = "(min-width: 58rem) 40vw, 100vw"


def home(request):
    """Six queries: the pieces and the topics an editor chose, the newest pieces, the topics of all these, the pieces of
    the topics in focus, the publication."""
    at = clock.now()
    return chosen_page(request, *chosen(at), at)


def chosen_page(request, pieces, topics, at):
    front = front_page(pieces, topics, at, get_language().partition("-")[0])
    picture = lead_of(front.lead) if front.lead else None
    if picture:
        picture |= {"sizes": PICTURE_SIZES}
    return render(request, "articles/home.html", {"front": front, "picture": picture})
