import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse

from articles.models import Article, Author, Disclaimer, Publication, Topic, TopicName
from tests.admin.forms import data_of, words_of
from tests.makers import make_author, make_disclaimer, make_draft, make_live_article, make_topic, make_user


def add(client, model, **values):
    address = f"/admin/articles/{model}/add/"
    return client.post(address, data_of(client.get(address), **values), follow=True)


def change(client, record, **values):
    address = reverse(f"admin:articles_{record._meta.model_name}_change", args=[record.pk])
    return client.post(address, data_of(client.get(address), **values), follow=True)


def delete(client, record):
    address = reverse(f"admin:articles_{record._meta.model_name}_delete", args=[record.pk])
    return client.post(address, data_of(client.get(address)), follow=True)


def test_a_second_default_disclaimer_is_refused_in_words(as_editor, disclaimer):
    response = add(as_editor, "disclaimer", label="Other", language="en", wording="Words.", is_default="on")
    said = words_of(response)
    assert f"“{disclaimer.label}” is the default for this language. Take the mark off that one first." in said
    assert "This language has a default disclaimer already" not in said
    assert Disclaimer.objects.count() == 1
    add(as_editor, "disclaimer", label="Other", language="tr", wording="Words.", is_default="on")
    assert Disclaimer.objects.count() == 2


def test_the_default_disclaimer_can_be_saved_again(as_editor, disclaimer):
    change(as_editor, disclaimer, wording="Other words.")
    disclaimer.refresh_from_db()
    assert disclaimer.wording == "Other words."


def test_a_disclaimer_label_stands_once_in_a_language(as_editor, disclaimer):
    response = add(as_editor, "disclaimer", label=disclaimer.label, language="en", wording="Words.")
    assert "this label in this language already" in words_of(response)


def test_what_is_in_use_is_not_deleted_and_says_where(as_editor):
    author, topic, disclaimer = make_author(), make_topic(), make_disclaimer()
    article = make_live_article("Printed here", author=author, topics=[topic], disclaimer=disclaimer)
    for record in (author, topic, disclaimer):
        response = delete(as_editor, record)
        assert response.status_code in (200, 403)
        assert "is in use and cannot be deleted: Printed here" in words_of(response)
        assert f'<a href="/admin/articles/article/{article.pk}/change/">Printed here</a>' in (
            response.content.decode()
        )
        record.refresh_from_db()


def test_what_is_not_in_use_is_deleted(as_editor):
    for record in (make_author("Nobody"), make_topic("Nothing"), make_disclaimer("None")):
        assert delete(as_editor, record).status_code == 200
        assert not type(record).objects.filter(pk=record.pk).exists()


def test_a_draft_is_deleted_with_all_that_is_its_own(as_editor):
    draft = make_draft()
    assert "was deleted" in words_of(delete(as_editor, draft))
    assert not type(draft).objects.exists()
    assert Author.objects.exists()


@pytest.mark.parametrize("name", ["???", "ENERGY", "energy!", "Power"])
def test_a_topic_needs_a_name_of_its_own(as_editor, name):
    energy = make_topic("Energy")
    TopicName.objects.create(topic=energy, name="Power")
    response = add(as_editor, "topic", name=name)
    assert response.status_code == 200
    assert "cannot be a topic" in words_of(response) or "already" in words_of(response)
    assert Topic.objects.count() == 1


def test_a_topic_gets_other_names(as_editor):
    topic = make_topic("Türkiye")
    change(as_editor, topic, names__0__name="Turkey")
    assert topic.aliases == ["Turkey"]
    assert "Türkiye" not in data_of(as_editor.get(f"/admin/articles/topic/{topic.pk}/change/")).get(
        "names-0-name", []
    )


@pytest.mark.parametrize("name", ["TÜRKIYE", "Energy"])
def test_a_name_belongs_once(as_editor, name):
    topic = make_topic("Türkiye")
    make_topic("Energy")
    response = change(as_editor, topic, names__0__name=name)
    assert "already" in words_of(response)
    assert topic.names.count() == 1


def test_the_same_other_name_twice_is_refused(as_editor):
    topic = make_topic("Türkiye")
    response = change(as_editor, topic, names__0__name="Turkey", names__1__name="TURKEY")
    assert "has this name already" in words_of(response)
    assert topic.names.count() == 1


def test_an_other_name_becomes_the_name(as_editor):
    topic = make_topic("Türkiye")
    change(as_editor, topic, names__0__name="Turkey")
    change(as_editor, topic, name="Turkey")
    topic = Topic.objects.get()
    assert (topic.name, topic.aliases) == ("Turkey", ["Türkiye"])
    response = change(as_editor, topic, name="Türkiye", names__0__name="Turkiye Cumhuriyeti")
    assert "becomes the topic’s own name" in words_of(response)
    assert TopicName.objects.filter(is_preferred=True).count() == 1


def test_approving_what_an_import_made(as_editor):
    author = make_author(is_approved=False)
    sent = {"action": "approve_selected", "_selected_action": [author.pk]}
    assert "Approved: 1." in words_of(as_editor.post("/admin/articles/author/", sent, follow=True))
    assert "were approved already" in words_of(as_editor.post("/admin/articles/author/", sent, follow=True))
    author.refresh_from_db()
    assert author.is_approved


def test_the_publication_is_one_row(as_publisher):
    response = as_publisher.get("/admin/articles/publication/", follow=True)
    assert response.redirect_chain[-1][0].endswith("/add/")
    add(as_publisher, "publication", name="Institute")
    assert Publication.objects.get().name == "Institute"
    response = as_publisher.get("/admin/articles/publication/", follow=True)
    assert response.redirect_chain[-1][0].endswith("/change/")
    assert as_publisher.get("/admin/articles/publication/add/").status_code == 403
    assert "Institute" in words_of(as_publisher.get("/admin/"))


def test_live_pieces_are_counted_and_linked(as_editor):
    author, topic = make_author(), make_topic()
    make_draft(author=author, topics=[topic])
    page = as_editor.get(f"/admin/articles/author/{author.pk}/change/").content.decode()
    assert "View on site" not in page
    make_live_article("Live", author=author, topics=[topic])
    for record in (author, topic):
        page = as_editor.get(
            f"/admin/articles/{record._meta.model_name}/{record.pk}/change/"
        ).content.decode()
        assert "View on site" in page
    listed = as_editor.get("/admin/articles/author/").context["cl"].result_list
    assert [a.live_count for a in listed] == [1]


def test_the_address_of_an_author_can_move_and_leads_on(as_editor):
    author = make_author("Leyla Arslan")
    make_live_article(author=author)
    change(as_editor, author, slug="l-arslan", bio="She writes on ports.")
    author.refresh_from_db()
    assert (author.slug, author.bio) == ("l-arslan", "She writes on ports.")
    assert as_editor.get("/authors/leyla-arslan/").headers["Location"] == "/authors/l-arslan/"
    said = words_of(change(as_editor, make_author("Another"), slug="leyla-arslan"))
    assert "Readers know this address for “Leyla Arslan”. Choose another one." in said
    assert Author.objects.get(name="Another").slug == "another"


@pytest.mark.parametrize("make", [make_author, make_topic, make_disclaimer])
def test_only_who_may_approve_approves(db, client, make):
    record = make(is_approved=False)
    name = record._meta.model_name
    user = make_user("half")
    user.user_permissions.add(*Permission.objects.filter(codename__in=[f"change_{name}", f"view_{name}"]))
    client.force_login(user)
    assert change(client, record, is_approved="on").status_code == 200
    record.refresh_from_db()
    assert not record.is_approved


def test_of_very_many_articles_the_first_are_listed(as_editor):
    topic = make_topic("Everything")
    articles = Article.objects.bulk_create(Article(title=f"D {n}", slug=f"d-{n}") for n in range(60))
    topic.taggings.bulk_create(topic.taggings.model(content_object=a, tag=topic) for a in articles)
    page = delete(as_editor, topic)
    assert page.content.decode().count("/change/") < 60
    assert "and more" in words_of(page)
    assert Topic.objects.filter(pk=topic.pk).exists()
