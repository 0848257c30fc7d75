#!/usr/bin/env python3
"""How the lists of the desk grow with the archive: the server time of each page at two sizes, and the ratio.

    .venv/bin/python benchmarks/desk.py [--sizes 1000 20000] [--rounds 61] [--cpu] [--postgres postgres://user@host/]

Both archives are asked for the same pages in turn. It exits with 1 where a page is over its bound. A list that is
shorter in the small archive is held against a whole page of articles there.
"""

import archives

GROWTH = 1.5  # times the small archive's
WHOLE = "articles"
# Fewer than a page of them in the small archive.
STAGES = ("drafting", "in_review", "approved")
SHORTER = {
    "scheduled",
    "withdrawn",
    "changed",
    "drafts",
    "in review",
    "authors",
    "authors, last page",
    "one author",
    "merges",
    "accounts",
}


def judge(page, results):
    small, large = results[page]
    if page in SHORTER:
        small = max(small, results[WHOLE][0])
        return f"ratio {GROWTH} to a page of articles", large / small <= GROWTH
    return f"ratio {GROWTH}", large / small <= GROWTH


def pages():
    """A publisher, and the address of each page to measure."""
    from django.contrib.auth.models import Group, Permission, User
    from django.test import Client

    from articles.models import Topic

    user = User.objects.create_user("benchmark", is_staff=True)
    user.groups.add(Group.objects.get(name="Publisher"))
    user.user_permissions.add(
        Permission.objects.get(codename="view_user")
    )  # an administrator's list, measured too
    _work_in_hand(user)
    _pictures_and_records()
    client = Client(headers={"host": "127.0.0.1"})
    client.force_login(user)
    topic = Topic.objects.get(slug__startswith="benchmark-")
    return client, {"the desk’s first page": "/admin/", **_lists(topic), **_records(topic)}


def _lists(topic):
    asked = {
        WHOLE: "",
        "articles, last page": "p=last",
        "articles by title": "o=1",
        "articles by title, last page": "o=1&p=last",
        "articles by last saved, last page": "o=6&p=last",
        "drafts": "status=draft",
        "scheduled": "status=scheduled",
        "live": "status=live",
        "live, last page": "status=live&p=last",
        "changed": "status=changed",
        "withdrawn": "status=withdrawn",
        "mine": "whose=mine",
        "mine, not yet published": "whose=hand",
        "waiting for me": "waiting=me",
        "of a kind": "kind__exact=brief",
        "in a language": "language=en",
        "on a topic of 500": f"topic={topic.slug}",
        "searched: a word in every title": "q=the",
        "the same, last page": "q=the&p=last",
        "searched: a common word": "q=harbour",
        "searched: a topic": "q=energy",
        "searched: two words": "q=patient+danube",
        "searched: nowhere": "q=zzzz",
        "one author": f"q={_author().name_key.replace(' ', '+')}",
    }
    return {page: f"/admin/articles/article/?{query}" for page, query in asked.items()}


def _author():
    from articles.models import Author

    return Author.objects.order_by("pk")[Author.objects.count() // 2]


def _records(topic):
    from articles.models import Image

    author, image = _author(), Image.objects.order_by("pk").first()
    articles, pictures = "/admin/articles/article/", "/admin/articles/image/"
    return {
        "an article": f"{articles}{topic.taggings.first().content_object_id}/change/",
        "a new article": f"{articles}add/",
        "pictures": pictures,
        "pictures, last page": f"{pictures}?p=last",
        "pictures without words": f"{pictures}?missing=alt",
        "pictures nothing uses": f"{pictures}?missing=use",
        "pictures searched": f"{pictures}?q=crane",
        "a picture in a tenth of the pieces": f"{pictures}{image.pk}/change/",
        "merges": "/admin/articles/merge/",
        "accounts": "/admin/auth/user/",
        "a topic": f"/admin/articles/topic/{topic.pk}/change/",
        "topics, the report": "/admin/articles/topic/report/",
        "disclaimers, who says what": "/admin/articles/disclaimer/coverage/",
        "an author": f"/admin/articles/author/{author.pk}/change/",
        "an author’s history": f"/admin/articles/author/{author.pk}/history/",
        "authors": "/admin/articles/author/",
        "authors, last page": "/admin/articles/author/?p=last",
        "topics": "/admin/articles/topic/",
        "disclaimers": "/admin/articles/disclaimer/",
    }


def _pictures_and_records():
    """Rows without files: a list prints the address of a picture and does not open it."""
    from django.contrib.auth.models import User

    from articles.models import Article, Image, Merge, clock

    articles = Article.objects.order_by("pk")
    number = articles.count() // 4
    images = Image.objects.bulk_create(
        Image(
            title=f"Crane {n}",
            search_key=f"crane {n}",
            alt="" if n % 5 else "A crane.",
            width=640,
            height=480,
            format="png",
            bytes=9000,
            sha256=f"{n:064}",
            renditions={"png": [480]},
        )
        for n in range(number)
    )
    keys = list(articles.values_list("pk", flat=True))
    articles.filter(pk__in=keys[::10]).update(lead_image=images[0])
    for key, image in zip(keys[1::20], images[1:], strict=False):
        articles.filter(pk=key).update(lead_image=image)
    Merge.objects.bulk_create(
        Merge(kind="topic", at=clock.now(), source=f"Sea {n}", target="Naval affairs", data={})
        for n in range(number // 10)
    )
    User.objects.bulk_create(User(username=f"account{n}") for n in range(number // 10))


def _work_in_hand(user):
    """What a corpus lacks: drafts, texts changed since they were published, and whose they are."""
    from articles.models import Article

    articles = Article.objects.order_by("pk")
    articles.filter(pk__in=list(articles.values_list("pk", flat=True)[::20])).update(content_hash="changed")
    articles.filter(pk__in=list(articles.values_list("pk", flat=True)[::7])).update(owner=user)
    owners = dict.fromkeys(range(40), user)  # what one has in hand does not grow with the archive
    Article.objects.bulk_create(
        Article(
            title=f"Draft {n}",
            title_key=f"draft {n}",
            content_hash="draft",
            owner=owners.get(n),
            stage=STAGES[n % 3],
        )
        for n in range(articles.count() // 20)
    )


if __name__ == "__main__":
    archives.run(pages, words=__doc__, judge=judge)
