"""A small publication with every kind of public page on it, and the list of those pages.

For tests that ask the same of every page: accessibility, valid HTML, links that lead somewhere.
"""

import re

from django.urls import URLResolver, get_resolver

from articles.models import PreviewLink, Publication, Version, clock
from articles.workflow import (
    COMMAND_LINE,
    BylineEntry,
    change_address,
    create_draft,
    make_preview,
    pin,
    publish,
    relate,
    translate,
)

from .makers import (
    make_author,
    make_change,
    make_disclaimer,
    make_draft,
    make_image,
    make_live_article,
    make_page,
    make_series,
    make_topic,
    make_withdrawn_article,
    utc,
)

# What each address of articles/urls.py that answers with a page is asked for, and the status of the answer.
PAGES = {
    "home": {"/": 200},
    "about": {"/about/": 200},
    "page": {"/pages/policy/": 200, "/tr/pages/policy/": 200, "/pages/who/": 200, "/pages/nothing/": 404},
    "archive": {
        "/articles/": 200,
        "/articles/?page=2": 200,
        "/articles/?page=6": 200,
        "/articles/?year=2023&kind=analysis": 200,
        "/articles/?year=2023&kind=interview": 200,
    },
    "article": {
        "/articles/slow-harbours/": 200,
        "/articles/yavas-limanlar/": 200,
        "/articles/harbours-in-arabic/": 200,
        "/articles/plain-piece/": 200,
        "/articles/lost-figures/": 410,
        "/articles/never-written/": 404,
    },
    "version": {"/articles/slow-harbours/v/1/": 200, "/articles/slow-harbours/v/3/": 200},
    "changes": {
        "/articles/slow-harbours/changes/1-3/": 200,
        "/articles/slow-harbours/changes/2-3/": 200,
        "/articles/slow-harbours/changes/3-2/": 404,
    },
    "republish": {
        "/articles/pier-number-1/republish/": 200,
        "/articles/yavas-limanlar/republish/": 200,
        "/articles/harbours-in-arabic/republish/": 200,
        "/articles/lost-figures/republish/": 410,
    },
    "corrections": {"/corrections/": 200, "/corrections/?year=2024": 200, "/corrections/?year=1999": 404},
    "preview": {"/preview/shown-to-a-few/": 200, "/preview/guessed/": 404},
    "topics": {"/topics/": 200},
    "topic": {
        "/topics/maritime-security/": 200,
        "/topics/maritime-security/?page=2": 200,
        "/topics/straits/": 200,
        "/topics/maritime-security/?kind=analysis": 200,
        "/topics/maritime-security/?kind=analysis&year=2023": 200,
        "/topics/maritime-security/?year=1999": 404,
    },
    "series-index": {"/series/": 200},
    "series": {
        "/series/harbours-in-order/": 200,
        "/series/harbours-in-order/?page=9": 404,
        "/series/a-series-of-one/": 200,
        "/series/nothing-yet/": 404,
    },
    "authors": {"/authors/": 200},
    "author": {
        "/authors/leyla-arslan/": 200,
        "/authors/leyla-arslan/?year=2023": 200,
        "/authors/nobody/": 404,
    },
    "archive (refused)": {"/articles/?page=%00": 400},
    # Each kind of page in one of the other languages at least; those of pieces speak the piece's.
    "other languages": {
        "/tr/": 200,
        "/ko/articles/?page=2": 200,
        "/tr/topics/": 200,
        "/ko/topics/maritime-security/": 200,
        "/tr/authors/leyla-arslan/": 200,
        "/ko/authors/": 200,
        "/tr/corrections/": 200,
        "/ko/about/": 200,
        "/tr/series/": 200,
        "/ko/series/harbours-in-order/": 200,
        "/tr/topics/nothing/": 404,
        "/articles/harbours-ko/": 200,
    },
}
# Addresses that answer with something else than a page.
FILES = {
    *("cite-bib", "cite-ris", "cite-csl.json"),
    *("republish-html", "republish-md", "republish-txt"),
    *("feed", "topic-feed", "series-feed", "author-feed"),
    *("sitemap", "sitemap-lists", "sitemap-articles", "robots", "healthz", "media"),
}
# Pages of a publication in which nothing has been published yet.
EMPTY = ["/", "/about/", "/articles/", "/corrections/", "/topics/", "/authors/"]

PARAGRAPH = (
    "<p>A harbour learns slowly, because what it learns it pours in concrete. Its piers are older than the ships"
    " that lie at them, and its rules are older than its piers.</p>"
)
TABLE = (
    "<table><caption>Berths and what they were built for</caption><thead><tr><th scope='col'>Harbour</th>"
    "<th scope='col'>Berths for containers</th><th scope='col'>Berths for grain</th>"
    "<th scope='col'>Berths for repair</th><th scope='col'>First year</th></tr></thead><tbody>"
    "<tr><th scope='row'>Upper quay</th><td>12</td><td>4</td><td>2</td><td>1954</td></tr>"
    "<tr><th scope='row'>Lower quay</th><td>3</td><td>9</td><td>0</td><td>1911</td></tr></tbody></table>"
)
BODY = f"""
<p>Ports are slow institutions<span class="footnote">A <em>first</em> note, with
<a href="https://example.org/report">a source</a>.</span>, and that is their strength.</p>
<h2>What a quay remembers</h2>{PARAGRAPH * 3}
<p>See <a href="/about/">our policy</a>, <a href="https://example.org/">another house</a> and
<a href="mailto:desk@example.org">write to us</a>. The word <span lang="tr">iskele</span>, H<sub>2</sub>O, x<sup>2</sup>,
<code>port.list()</code>, <strong>strong</strong>.</p>
<ul><li>Piers</li><li>Cranes<ul><li>old</li><li>new</li></ul></li></ul>
<ol><li>Ask</li><li>Answer</li></ol>
<blockquote><p>Nobody owns the tide.</p><p>A harbour master</p></blockquote>
<h2>Berths counted</h2><p>The count is ours<span class="footnote">A second note.</span>.</p>{TABLE}
<h3>How we counted</h3>{PARAGRAPH}<hr>
<p>Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft</p>
<h2>What follows</h2>{PARAGRAPH}
"""
TURKISH = "<p>Limanlar ağır kurumlardır; gücü de buradadır.</p><h2>Rıhtım</h2><p>Şehir İzmir’e bakar.</p>"
KOREAN_TITLE = "느린 항구는 무엇을 기억하는가"
KOREAN = "<p>항구는 천천히 배운다<span class='footnote'>주석 하나.</span>.</p><h2>부두</h2><p>부두는 배보다 오래되었다.</p>"
ARABIC = "<p>الموانئ مؤسسات بطيئة<span class='footnote'>ملاحظة واحدة.</span>، وفي ذلك قوتها.</p>"


def url_names():
    return {pattern.name for pattern in _patterns(get_resolver("articles.urls"))}


def _patterns(resolver):
    for pattern in resolver.url_patterns:
        yield from _patterns(pattern) if isinstance(pattern, URLResolver) else [pattern]


def all_pages():
    return {path: status for rows in PAGES.values() for path, status in rows.items()}


def internal_links(html):
    """The addresses of this site that a page links to, without the part after #."""
    hrefs = re.findall(r'<(?:a|link)\b[^>]*\bhref="([^"]*)"', html)
    return {href.split("#")[0].replace("&amp;", "&") for href in hrefs}


def make_preview_site(author, topic):
    """A draft with everything on it, open at an address that a test can name."""
    draft = make_draft(
        "Not yet published", body=BODY, author=author, note="Dr. Leyla Arslan studies ports.", topics=[topic]
    )
    link = make_preview(draft, by=COMMAND_LINE, purpose="for Dr. Arslan’s approval")
    PreviewLink.objects.filter(pk=link.pk).update(token="shown-to-a-few")


def fill_site():
    Publication.objects.create(
        name="Harbour Institute",
        tagline="Slow institutions, watched patiently",
        description="A house that publishes on ports.",
        contact_email="desk@example.org",
        republishing_terms="Print it whole, and say where it stood first.\n\nPictures are not ours to give.",
        licence_url="https://creativecommons.org/licenses/by-nd/4.0/",
    )
    make_page(
        "About us",
        slug="about",
        body="<p>We write about ports.</p><h2>Who we are</h2><p>Invented people.</p>",
        position=1,
    )
    make_page(
        "Policy", body="<p>We correct.<span class='footnote'>In public.</span></p><ul><li>So.</li></ul>"
    )
    make_page("İlkeler", slug="policy", language="tr", body="<p>Düzeltiriz.</p>")
    make_page("من نحن", slug="who", language="ar", body="<p>الموانئ مؤسسات بطيئة.</p>")
    leyla = make_author("Leyla Arslan", honorific="Dr.", bio="Studies ports.", orcid="0000-0002-1825-0097")
    maritime = make_topic("Maritime security", description="The sea and those who guard it.")
    for day in range(1, 10):
        kind = "analysis" if day % 2 else "commentary"
        at = utc(2023, 4, day)
        make_live_article(f"Pier number {day}", at=at, kind=kind, author=leyla, topics=[maritime])
    make_live_article("Plain piece", at=utc(2023, 6, 1), standfirst="", author=make_author("Ada Moreau"))
    arabic = {"language": "ar", "body": ARABIC, "standfirst": "الموانئ", "topics": [make_topic("Straits")]}
    make_live_article("Harbours in Arabic", at=utc(2024, 1, 9), author=leyla, **arabic)
    turkish = make_live_article(
        "Yavaş limanlar", at=utc(2024, 2, 1), language="tr", body=TURKISH, author=leyla
    )
    make_live_article(KOREAN_TITLE, slug="harbours-ko", at=utc(2024, 2, 3), language="ko", body=KOREAN)
    with clock.fixed(utc(2024, 2, 2)):
        make_withdrawn_article("Lost figures", author=leyla)
    make_preview_site(leyla, maritime)
    article = make_rich_article(leyla, maritime)
    make_debate(article, maritime)
    maritime.standpoint = (
        '<p>The sea is <em>shared</em>.<span class="footnote">By law.</span></p><h2>Why</h2><p>So.</p>'
    )
    maritime.reviewed_on = utc(2024, 3, 3).date()
    maritime.save()
    pin(maritime, [article], by=COMMAND_LINE)
    turkish.refresh_from_db()
    translate(turkish, article, by=COMMAND_LINE)
    make_dossiers(article, turkish)
    return article


def make_dossiers(article, turkish):
    """One of five with a draft in it, with words of its own; one that has begun, in Turkish; one nobody sees."""
    pier = {day: Version.objects.get(title=f"Pier number {day}").article for day in (1, 2, 3)}
    parts = [pier[1], article, make_draft("A part to come"), turkish, pier[2]]
    words = "<p>Five harbours, <em>one</em> question.<span class='footnote'>Asked twice.</span></p>"
    make_series(articles=parts, description=words)
    make_series("Tek yazılık dizi", [pier[3]], slug="a-series-of-one", language="tr")
    make_series("Nothing yet", [make_draft("A first part to come")])


def make_debate(article, topic):
    """A chain with a side branch, and three more threads: one of them folded away."""
    fifth, *others = [
        Version.objects.get(title=f"Pier number {day}").article for day in (5, 1, 2, 3, 4, 6, 7, 8, 9)
    ]
    answer = make_live_article(
        "An answer about piers", at=utc(2024, 3, 2), author=make_author("Jo Lee"), topics=[topic]
    )
    again = make_live_article("Yanıt", at=utc(2024, 3, 3), language="tr", body=TURKISH, topics=[topic])
    article.refresh_from_db()
    relate(article, [("continues", fifth)], by=COMMAND_LINE)
    relate(answer, [("disagrees", article), ("replies", fifth)], by=COMMAND_LINE)
    relate(again, [("replies", answer), ("updates", fifth)], by=COMMAND_LINE)
    for earlier, later in zip(others[::2], others[1::2], strict=True):
        relate(later, [("replies", earlier)], by=COMMAND_LINE)


def make_rich_article(leyla, topic):
    """Three versions, the first signed by someone who signs nothing else; a former address."""
    with clock.fixed(utc(2024, 3, 1)):
        lead = make_image("Quay wall", caption="The lower quay at low water.")
        drawn = make_image("Berths by year", is_decorative=True, credit="")
        article = create_draft(
            by=COMMAND_LINE,
            title="Slow harbours",
            standfirst="Why the waterfront forgets nothing.",
            body=BODY
            + f'<figure data-image="{drawn.uid}"><figcaption>Berths, <em>by year</em></figcaption></figure>',
            lead_image=lead,
            kind="analysis",
            originally_at="The Quay Review",
            disclaimer=make_disclaimer(),
            bylines=[
                BylineEntry(leyla, note="Dr. Leyla Arslan studies ports."),
                BylineEntry(make_author("Gone Guest", role="", affiliation=""), note="A guest of the house."),
            ],
            topics=[topic, make_topic("Straits")],
        )
        change_address(article, "slow-ports", by=COMMAND_LINE)
        publish(article, by=COMMAND_LINE)
    with clock.fixed(utc(2024, 3, 2)):
        change_address(article, "slow-harbours", by=COMMAND_LINE)
        article.bylines.filter(author__name="Gone Guest").delete()
        other = make_author("Jun Park", role="Fellow")
        article.bylines.create(author=other, position=2, name="Jun Park", note="Jun Park counts cranes.")
        make_change(article, body=article.body.replace("1911", "1912"))
        publish(article, by=COMMAND_LINE, reason="correction", note="The lower quay dates from 1912.")
        make_change(article, body=article.body + PARAGRAPH)
        publish(article, by=COMMAND_LINE, reason="update")
    return article
