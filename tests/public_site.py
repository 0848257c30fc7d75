"""A small publication with every kind of public page on it, and the list of those pages.

For tests that ask the same of every page: accessibility, valid HTML, links that lead somewhere.
"""

import re

from django.urls import get_resolver

from articles.models import Publication, clock
from articles.workflow import COMMAND_LINE, BylineEntry, change_address, create_draft, publish

from .makers import (
    make_author,
    make_change,
    make_disclaimer,
    make_live_article,
    make_topic,
    make_withdrawn_article,
    utc,
)

# What each address of articles/urls.py that answers with a page is asked for, and the status of the answer.
PAGES = {
    "home": {"/": 200},
    "about": {"/about/": 200},
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
    "topics": {"/topics/": 200},
    "topic": {"/topics/maritime-security/": 200, "/topics/maritime-security/?page=2": 200},
    "authors": {"/authors/": 200},
    "author": {"/authors/leyla-arslan/": 200, "/authors/nobody/": 404},
    "archive (refused)": {"/articles/?page=%00": 400},
}
# Addresses that answer with something else than a page.
FILES = {
    *("cite-bib", "cite-ris", "cite-csl.json"),
    *("feed", "topic-feed", "author-feed"),
    *("sitemap", "robots", "healthz"),
}
# Pages of a publication in which nothing has been published yet.
EMPTY = ["/", "/about/", "/articles/", "/topics/", "/authors/"]

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
ARABIC = "<p>الموانئ مؤسسات بطيئة<span class='footnote'>ملاحظة واحدة.</span>، وفي ذلك قوتها.</p>"


def url_names():
    return {pattern.name for pattern in get_resolver("articles.urls").url_patterns}


def all_pages():
    return {path: status for rows in PAGES.values() for path, status in rows.items()}


def internal_links(html):
    """The addresses of this site that a page links to, without the part after #."""
    hrefs = re.findall(r'<(?:a|link)\b[^>]*\bhref="([^"]*)"', html)
    return {href.split("#")[0].replace("&amp;", "&") for href in hrefs}


def fill_site():
    Publication.objects.create(
        name="Harbour Institute",
        tagline="Slow institutions, watched patiently",
        description="A house that publishes on ports.",
        about="<p>We write about ports.</p><h2>Who we are</h2><p>Invented people.</p>",
        policy="<p>We correct in public.</p><ul><li>Every version is kept.</li></ul>",
        contact_email="desk@example.org",
    )
    leyla = make_author("Leyla Arslan", honorific="Dr.", bio="Studies ports.", orcid="0000-0002-1825-0097")
    maritime = make_topic("Maritime security", description="The sea and those who guard it.")
    for day in range(1, 10):
        kind = "analysis" if day % 2 else "commentary"
        at = utc(2023, 4, day)
        make_live_article(f"Pier number {day}", at=at, kind=kind, author=leyla, topics=[maritime])
    make_live_article("Plain piece", at=utc(2023, 6, 1), standfirst="", author=make_author("Ada Moreau"))
    arabic = {"language": "ar", "body": ARABIC, "standfirst": "الموانئ", "topics": [make_topic("Straits")]}
    make_live_article("Harbours in Arabic", at=utc(2024, 1, 9), author=leyla, **arabic)
    make_live_article("Yavaş limanlar", at=utc(2024, 2, 1), language="tr", body=TURKISH, author=leyla)
    with clock.fixed(utc(2024, 2, 2)):
        make_withdrawn_article("Lost figures", author=leyla)
    return make_rich_article(leyla, maritime)


def make_rich_article(leyla, topic):
    """Three versions, the first signed by someone who signs nothing else; a former address."""
    with clock.fixed(utc(2024, 3, 1)):
        article = create_draft(
            by=COMMAND_LINE,
            title="Slow harbours",
            standfirst="Why the waterfront forgets nothing.",
            body=BODY,
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
        make_change(article, body=BODY.replace("1911", "1912"))
        publish(article, by=COMMAND_LINE, reason="correction", note="The lower quay dates from 1912.")
        make_change(article, body=BODY + PARAGRAPH)
        publish(article, by=COMMAND_LINE, reason="update")
    return article
