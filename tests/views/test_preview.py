"""What someone without an account is shown of a text that is not published."""

import datetime

import pytest

from articles.models import PreviewLink, Version, clock
from articles.workflow import (
    COMMAND_LINE,
    make_preview,
    publish,
    reinstate,
    revoke_preview,
    save_revision,
    withdraw,
)
from tests.admin.forms import words_of
from tests.makers import (
    NOON,
    make_author,
    make_change,
    make_draft,
    make_live_article,
    make_scheduled_article,
    make_topic,
    make_withdrawn_article,
)

pytestmark = pytest.mark.django_db
BROWSER = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36"


def link_to(article, **values):
    return make_preview(article, by=COMMAND_LINE, **{"purpose": "for Dr. Arslan’s approval"} | values)


def read(client, link, agent=BROWSER, **headers):
    return client.get(link.get_absolute_url(), headers={"user-agent": agent} | headers)


def views(link):
    return PreviewLink.objects.get(pk=link.pk).views


def test_it_shows_the_text_as_readers_would_get_it_under_a_strip(client):
    draft = make_draft(body="<p>Slow<span class='footnote'>A note.</span>.</p>", note="She writes.")
    response = read(client, link_to(draft))
    said = words_of(response)
    assert response.status_code == 200
    assert "Preview, for Dr. Arslan’s approval. This text is not published." in said
    assert "This address works until" in said
    assert "It may still change." in said
    for words in (
        "Slow harbours",
        "Why the waterfront forgets nothing.",
        "She writes.",
        "A note.",
        "Not yet",
    ):
        assert words in said
    assert not Version.objects.exists()


def test_nothing_on_it_leads_searchers_or_quoters_anywhere(client):
    draft = make_draft(author=make_author("Ada Moreau"), topics=[make_topic("Ports")])
    page = read(client, link_to(draft)).content.decode()
    assert '<meta name="robots" content="noindex, nofollow">' in page
    head = page.partition("</head>")[0]
    for trace in (
        "canonical",
        "og:",
        "twitter:",
        "citation_",
        "ld+json",
        "application/atom+xml",
        "Why the waterfront",
    ):
        assert trace not in head, trace
    for trace in (
        "Cite this version",
        "cite.bib",
        "version_history",
        "/authors/ada-moreau/",
        "/topics/ports/",
    ):
        assert trace not in page, trace


def test_nobody_keeps_it_and_no_other_site_learns_of_it(client):
    response = read(client, link_to(make_draft()))
    assert response["X-Robots-Tag"] == "noindex, nofollow"
    assert response["Cache-Control"] == "private, no-store"
    assert response["Referrer-Policy"] == "no-referrer"
    assert response["X-Frame-Options"] == "DENY"
    assert "frame-ancestors 'none'" in response["Content-Security-Policy"]
    assert not response.cookies
    assert "ETag" not in response


def test_wrong_expired_and_revoked_answer_like_any_address_that_is_none(client):
    with clock.fixed(NOON):
        link = link_to(make_draft(), days=1)
        revoked = link_to(link.article)
        revoke_preview(revoked, by=COMMAND_LINE)
        never = client.get("/preview/never-made/")
        answers = [never, read(client, revoked)]
    with clock.fixed(NOON + datetime.timedelta(days=1, seconds=-1)):
        assert read(client, link).status_code == 200
    with clock.fixed(NOON + datetime.timedelta(days=1)):
        answers.append(read(client, link))
    other = client.get("/articles/never-written/")
    for answer in answers:
        assert answer.status_code == 404
        assert answer.content.replace(b"/preview/", b"") == other.content
        assert answer["Cache-Control"] == other["Cache-Control"]


@pytest.mark.parametrize("token", ["x" * 5000, "SLOW-harbours", "1", "-"])
def test_a_token_that_is_none(client, token):
    assert client.get(f"/preview/{token}/").status_code == 404


def test_a_token_in_other_letters_is_another(client):
    link = link_to(make_draft())
    assert client.get(f"/preview/{link.token.swapcase()}/").status_code == 404


def test_it_follows_the_working_copy(client):
    draft = make_draft()
    link = link_to(draft)
    make_change(draft, title="Quick harbours")
    assert "Quick harbours" in words_of(read(client, link))


def test_pinned_it_stays_as_it_was(client):
    draft = make_draft()
    link = link_to(draft, revision=1)
    make_change(draft, title="Quick harbours")
    save_revision(draft, by=COMMAND_LINE, bylines=[], topics=[make_topic("Energy")])
    said = words_of(read(client, link))
    assert "Slow harbours" in said
    assert "Maritime security" in said
    assert "Energy" not in said
    assert "Leyla Arslan" in said
    assert "Quick" not in said
    assert "It stays as it is." in said


def test_after_publication_it_leads_to_the_article(client):
    draft = make_draft()
    links = link_to(draft), link_to(draft, revision=1)
    publish(draft, by=COMMAND_LINE)
    for link in links:
        response = read(client, link)
        assert (response.status_code, response.url) == (302, "/articles/slow-harbours/")
        assert response["Cache-Control"] == "private, no-store"
        assert views(link) == 0


def test_a_scheduled_text_is_shown_until_its_second(client):
    with clock.fixed(NOON):
        article = make_scheduled_article(at=NOON + datetime.timedelta(hours=1))
        link = link_to(article)
        response = read(client, link)
        assert response.status_code == 200
        said = words_of(response)
        assert "It is to appear on 2 March 2026, 16:00 (UTC+0300): please pass nothing of it on" in said
    with clock.fixed(NOON + datetime.timedelta(hours=1)):
        assert read(client, link).status_code == 302


def test_a_change_of_a_live_piece_is_shown_until_it_is_published(client):
    article = make_live_article()
    link = link_to(article)
    make_change(article, title="Quick harbours")
    assert "Quick harbours" in words_of(read(client, link))
    publish(article, by=COMMAND_LINE, reason="update")
    assert read(client, link).status_code == 302
    # And stays there: the next change has a link of its own.
    make_change(article, title="Third harbours")
    assert read(client, link).status_code == 302
    assert "Third harbours" in words_of(read(client, link_to(article)))


def test_withdrawn_it_is_gone_and_reinstated_it_leads_to_the_article(client):
    article = make_draft()
    link = link_to(article)
    publish(article, by=COMMAND_LINE)
    withdraw(article, by=COMMAND_LINE, note="The figures did not hold.")
    assert read(client, link).status_code == 404
    reinstate(article, by=COMMAND_LINE)
    assert read(client, link).status_code == 302


def test_a_link_to_a_withdrawn_piece_shows_nothing(client):
    article = make_withdrawn_article()
    link = PreviewLink.objects.create(
        article=article, purpose="p", after_version=9, expires_at=clock.now() + datetime.timedelta(days=3)
    )
    assert read(client, link).status_code == 404


def test_reading_is_counted_with_its_time(client):
    draft = make_draft()
    link = link_to(draft)
    with clock.fixed(NOON):
        read(client, link)
        read(client, link, **{"sec-fetch-dest": "document"})
    link.refresh_from_db()
    assert (link.views, link.last_viewed_at) == (2, NOON)


@pytest.mark.parametrize(
    "agent",
    [
        "",
        "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)",
        "facebookexternalhit/1.1",
        "WhatsApp/2.23.20.0",
        "TelegramBot (like TwitterBot)",
        "Mozilla/5.0 (compatible; Discordbot/2.0; +https://discordapp.com)",
        "Mozilla/5.0 (Windows NT 6.1; WOW64) SkypeUriPreview Preview/0.5",
        "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_11_1) AppleWebKit/601.2.4 (KHTML, like Gecko) Version/9.0.1 "
        "Safari/601.2.4 facebookexternalhit/1.1 Facebot Twitterbot/1.0",
        "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
        "curl/8.5.0",
    ],
)
def test_programs_that_draw_a_card_of_a_link_are_not_counted(client, agent):
    link = link_to(make_draft())
    assert read(client, link, agent).status_code == 200
    assert views(link) == 0


def test_a_head_and_what_is_fetched_ahead_are_not_counted(client):
    link = link_to(make_draft())
    assert client.head(link.get_absolute_url(), headers={"user-agent": BROWSER}).status_code == 200
    read(client, link, **{"sec-purpose": "prefetch;prerender"})
    read(client, link, purpose="prefetch")
    read(client, link, **{"sec-fetch-dest": "image"})
    assert views(link) == 0


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_it_is_only_read(client, method):
    assert getattr(client, method)(link_to(make_draft()).get_absolute_url()).status_code == 405


def test_who_is_signed_in_changes_nothing(client, admin_client):
    link = link_to(make_draft())
    assert read(admin_client, link).content == read(client, link).content


def test_hostile_words_stay_words(client):
    draft = make_draft("<script>alert(1)</script>")
    page = read(client, link_to(draft, purpose="<img src=x onerror=alert(2)>")).content.decode()
    assert "<script>alert" not in page
    assert "<img src=x" not in page


def test_a_draft_with_nothing_in_it_is_shown_all_the_same(client):
    draft = make_draft("", body="", standfirst="", topics=[])
    said = words_of(read(client, link_to(draft)))
    assert "Untitled" in said
