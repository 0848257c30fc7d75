"""The lead image and figures on public pages and in feeds."""

import json
import re

import pytest

from articles.views.pictures import crop_classes
from articles.workflow import COMMAND_LINE, make_preview
from tests.makers import make_change, make_draft, make_image, make_live_article

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(client):
    def page(**fields):
        article = make_live_article(**fields)
        return client.get(article.get_absolute_url()).content.decode()

    return page


def metas(html):
    return dict(re.findall(r'<meta (?:property|name)="([^"]+)" content="([^"]*)"', html))


def json_ld(html):
    return json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)[1])


def test_the_lead_image_comes_before_the_text_and_is_not_lazy(page):
    image = make_image(caption="Cranes <b>", credit="Ada")
    html = page(lead_image=image)
    figure = re.search(r'<figure class="lead-figure">.*?</figure>', html, re.DOTALL)[0]
    assert html.index(figure) < html.index('<div class="body">')
    assert f'src="{image.url("png", 64)}"' in figure
    assert re.findall(r'<source type="([^"]+)"', figure) == ["image/avif", "image/webp"]
    assert 'alt="What is to be seen: Cranes at dusk."' in figure
    assert 'width="64" height="48" fetchpriority="high"' in figure
    assert "lazy" not in figure
    assert '<figcaption>Cranes &lt;b&gt; <span class="credit">Ada</span></figcaption>' in figure


def test_it_goes_along_when_the_piece_is_shared(page):
    image = make_image()
    html = page(lead_image=image)
    address = f"http://127.0.0.1:8000{image.url('png', 64)}"
    assert metas(html) | {
        "og:image": address,
        "og:image:width": "64",
        "og:image:height": "48",
        "og:image:alt": image.alt,
        "twitter:card": "summary_large_image",
    } == metas(html)
    assert json_ld(html)["image"] == address


def test_without_one_nothing_is_said_of_it(page):
    html = page()
    assert not {name for name in metas(html) if "image" in name or "twitter" in name}
    assert "image" not in json_ld(html)
    assert "<figure" not in html


def test_a_decorative_one_is_passed_over(page):
    html = page(lead_image=make_image(is_decorative=True, credit=""))
    assert 'alt=""' in html
    assert "og:image:alt" not in metas(html)
    assert "<figcaption" not in html


def test_an_older_version_shows_the_picture_of_its_day(client):
    first, second = make_image("First"), make_image("Second")
    article = make_live_article(lead_image=first)
    make_change(article, lead_image=second)
    html = client.get(article.get_absolute_url()).content.decode()
    assert first.url("png", 64) in html
    assert second.url("png", 64) not in html


def test_a_high_photograph_is_cropped_around_its_focus(page):
    image = make_image(focal_x=22, focal_y=100)
    image.width, image.height, image.renditions = 600, 900, {"avif": [600], "webp": [600], "jpeg": [600]}
    image.save()
    assert 'class="lead-figure cropped focus-x-2 focus-y-10"' in page(lead_image=image)


def test_every_focus_has_its_class(request):
    named = {name for n in range(101) for name in crop_classes(n, n).split()[1:]}
    css = (request.config.rootpath / "static/css/site.css").read_text(encoding="utf-8")
    assert {name for name in named if not name.endswith("-5")} == set(re.findall(r"focus-[xy]-\d+", css))


def test_a_figure_stands_in_the_text(page):
    image = make_image()
    html = page(body=f'<p>Words.</p><figure data-image="{image.uid}"></figure>')
    assert f'<figure id="f1"><picture><source type="image/avif" srcset="{image.url("avif", 64)} 64w"' in html
    assert "data-image" not in html


def test_in_feeds_pictures_have_whole_addresses(client):
    image = make_image("Lead", caption="At the quay")
    body = f'<p>See src="/x" here.</p><figure data-image="{image.uid}"></figure>'
    make_live_article(lead_image=image, body=body)
    feed = client.get("/feed.atom").content.decode()
    addresses = re.findall(r"[^\s\"]*/media/[^\s\"]+", feed)
    assert len(addresses) > 4
    assert all(address.startswith("http://127.0.0.1:8000/media/images/") for address in addresses)
    assert "At the quay" in feed
    assert 'See src="/x" here.' in feed


def test_a_preview_shows_the_pictures_of_the_draft(client):
    image = make_image()
    article = make_draft(lead_image=image, body=f'<p>Words.</p><figure data-image="{image.uid}"></figure>')
    link = make_preview(article, by=COMMAND_LINE, purpose="For the author")
    html = client.get(link.get_absolute_url()).content.decode()
    assert '<figure class="lead-figure">' in html
    assert '<figure id="f1"><picture>' in html
    assert "og:image" not in html
