"""Each kind of public page in a language that is not English, beside what tests/public_site.py makes."""

from django.conf import settings
from django.urls import Resolver404, resolve
from django.utils.translation import get_language_from_path, override

from articles.models import PreviewLink
from articles.workflow import COMMAND_LINE, make_preview, publish, withdraw

from .makers import make_change, make_draft, make_image, make_live_article, make_page
from .public_site import BODY, KOREAN, PAGES, TURKISH

TEXTS = {"tr": ("Ağır limanlar ne hatırlar?", TURKISH), "ko": ("항구가 기억하는 것", KOREAN)}


def fill_language(language):
    """A piece corrected once, one withdrawn, one shown by a preview link, a page of the house, all in `language`."""
    title, text = TEXTS[language]
    fields = {"language": language, "lead_image": make_image(f"Quay {language}", caption=title)}
    article = make_live_article(title, slug=f"slow-{language}", body=text + BODY, **fields)
    make_change(article, body=text + text + BODY)
    publish(article, by=COMMAND_LINE, reason="correction", note=title)
    gone = make_live_article(title, slug=f"lost-{language}", body=text, language=language)
    withdraw(gone, by=COMMAND_LINE, note=title)
    draft = make_draft(title, slug=f"draft-{language}", body=text + BODY, language=language)
    link = make_preview(draft, by=COMMAND_LINE, purpose=title)
    PreviewLink.objects.filter(pk=link.pk).update(token=f"shown-{language}")
    make_page(title, slug="about", language=language, body=text)


def kinds_of_page(language):
    """{address: status} of one page at least for each name of articles/urls.py that answers with a page."""
    found = {}
    for name, rows in PAGES.items():
        for path, status in rows.items():
            if _is_list(name, f"/{language}{path}"):
                found[f"/{language}{path}"] = status
                break
    return found | {
        path.format(language): status
        for path, status in {
            "/articles/slow-{}/": 200,
            "/articles/slow-{}/v/1/": 200,
            "/articles/slow-{}/changes/1-2/": 200,
            "/articles/slow-{}/republish/": 200,
            "/articles/lost-{}/": 410,
            "/preview/shown-{}/": 200,
            "/{}/nothing-here/": 404,
        }.items()
    }


def name_of(path):
    """The name in articles/urls.py of what answers there."""
    path = path.split("?")[0]
    with override(get_language_from_path(path) or settings.LANGUAGE_CODE):
        return resolve(path).url_name


def _is_list(name, path):
    try:
        return name_of(path) == name
    except Resolver404:
        return False
