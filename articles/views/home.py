from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language

from articles.models import clock

from .addresses import absolute
from .front import chosen, front_page
from .pictures import lead_of, shared_image

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
    context = {"front": front, "picture": picture, "canonical": absolute(reverse("articles:home"))}
    context["shared_image"] = shared_image(front.lead) if front.lead else None
    return render(request, "articles/home.html", context)
