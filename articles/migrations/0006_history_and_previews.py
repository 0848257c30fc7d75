import re
import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import articles.models.clock
import articles.models.preview

# Lines of the log that named a revision: the only number in their detail, in whatever language.
NAMING = ("saved", "correcting", "restored")


def rows(apps, schema_editor, name):
    return apps.get_model("articles", name)._base_manager.using(schema_editor.connection.alias)


def give_uids(apps, schema_editor):
    for name in ("Author", "Disclaimer"):
        for record in rows(apps, schema_editor, name).filter(uid=None).iterator():
            record.uid = uuid.uuid4()
            record.save(update_fields=["uid"])


def number_events(apps, schema_editor):
    log = rows(apps, schema_editor, "Event")
    events = []
    for event in log.filter(action__in=NAMING).iterator():
        found = re.search(r"\d+", event.detail)
        if found:
            event.revision = int(found.group())
            events.append(event)
    log.bulk_update(events, ["revision"], batch_size=200)
    log.filter(action__in=("created", "imported")).update(revision=1)


def describe_revisions(apps, schema_editor):
    """What each changed, and what the records it names are called now: before this nothing said it."""
    named = Names(apps, schema_editor)
    article, before = None, {}
    for revision in rows(apps, schema_editor, "Revision").order_by("article_id", "number").iterator(chunk_size=100):
        if revision.article_id != article:
            article, before = revision.article_id, None
        data = revision.data
        revision.changed = changed(before, data) if before else []
        before = dict(data)
        revision.data = {**data, "named": named(data)}
        revision.save(update_fields=["changed", "data"])


def changed(old, new):
    keys = {key for key in old.keys() | new.keys() if old.get(key) != new.get(key)} - {"named"}
    if "no_disclaimer" in keys:
        keys = keys - {"no_disclaimer"} | {"disclaimer"}
    return sorted(keys)


class Names:
    def __init__(self, *where):
        authors, disclaimers, topics = (rows(*where, name) for name in ("Author", "Disclaimer", "TopicName"))
        self.authors = {slug: str(uid) for slug, uid in authors.values_list("slug", "uid")}
        self.disclaimers = {
            (label, language): {"uid": str(uid), "wording": wording}
            for label, language, uid, wording in disclaimers.values_list("label", "language", "uid", "wording")
        }
        self.topics = dict(topics.values_list("slug", "name"))

    def __call__(self, data):
        slugs = [line["author"] for line in data.get("bylines", [])]
        return {
            "authors": {slug: self.authors[slug] for slug in slugs if slug in self.authors},
            "disclaimer": self.disclaimers.get(tuple(data.get("disclaimer") or ())),
            "topics": {slug: self.topics[slug] for slug in data.get("topics", []) if slug in self.topics},
        }


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0005_desk_lists"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField("event", "revision", models.PositiveIntegerField(blank=True, null=True)),
        migrations.AlterField(
            "event",
            "action",
            models.CharField(
                choices=[
                    ("created", "created the draft"),
                    ("imported", "imported the manuscript"),
                    ("saved", "saved"),
                    ("restored", "restored an earlier text"),
                    ("correcting", "started a correction of the live text"),
                    ("published", "published"),
                    ("scheduled", "scheduled"),
                    ("cancelled", "cancelled the scheduled version"),
                    ("withdrawn", "withdrew"),
                    ("reinstated", "reinstated"),
                    ("classified", "changed the topics"),
                    ("addressed", "changed the address"),
                    ("submitted", "submitted it for review"),
                    ("returned", "returned it with a comment"),
                    ("approved", "approved it"),
                    ("reopened", "made it a draft again by changing it"),
                    ("commented", "commented"),
                    ("previewed", "made a preview link"),
                    ("unpreviewed", "revoked a preview link"),
                ],
                max_length=20,
                verbose_name="what",
            ),
        ),
        migrations.AddField("revision", "changed", models.JSONField(blank=True, default=list)),
        # Without a default: the database would give every row the same.
        migrations.AddField("author", "uid", models.UUIDField(editable=False, null=True)),
        migrations.AddField("disclaimer", "uid", models.UUIDField(editable=False, null=True)),
        migrations.RunPython(give_uids, migrations.RunPython.noop),
        migrations.RunPython(number_events, migrations.RunPython.noop),
        migrations.RunPython(describe_revisions, migrations.RunPython.noop),
        migrations.AlterField(
            "author", "uid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)
        ),
        migrations.AlterField(
            "disclaimer", "uid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)
        ),
        migrations.CreateModel(
            name="PreviewLink",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "token",
                    models.CharField(
                        default=articles.models.preview.new_token, editable=False, max_length=64, unique=True
                    ),
                ),
                ("purpose", models.CharField(max_length=200, verbose_name="purpose")),
                ("revision", models.PositiveIntegerField(blank=True, null=True)),
                ("after_version", models.PositiveIntegerField(default=0)),
                ("created_at", models.DateTimeField(default=articles.models.clock.now)),
                ("created_by_name", models.CharField(blank=True, max_length=150)),
                ("expires_at", models.DateTimeField()),
                ("revoked_at", models.DateTimeField(blank=True, null=True)),
                ("views", models.PositiveIntegerField(default=0)),
                ("last_viewed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="previews",
                        to="articles.article",
                    ),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "preview link",
                "verbose_name_plural": "preview links",
                "ordering": ["article", "-created_at", "token"],
                "indexes": [
                    models.Index(fields=["article", "-created_at", "token"], name="preview_of_article")
                ],
            },
        ),
    ]
