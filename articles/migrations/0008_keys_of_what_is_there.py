import hashlib

from django.db import migrations
from django.utils import timezone


def hash_wordings(apps, schema_editor):
    """The guard over versions is away while tables change. There are few wordings, each on many versions."""
    using = schema_editor.connection.alias
    Version = apps.get_model("articles", "Version")
    versions = Version._base_manager.using(using)
    wordings = versions.exclude(disclaimer="").order_by().values_list("disclaimer", flat=True).distinct()
    for wording in list(wordings):
        versions.filter(disclaimer=wording).update(disclaimer_hash=wording_hash(wording))


def remember_wordings(apps, schema_editor):
    """What a live piece carries and no record says now, was said by the record its working copy names."""
    using = schema_editor.connection.alias
    Disclaimer = apps.get_model("articles", "Disclaimer")
    FormerWording = apps.get_model("articles", "FormerWording")
    Version = apps.get_model("articles", "Version")
    now = timezone.now().replace(microsecond=0)
    said = {wording_hash(d.wording) for d in Disclaimer._base_manager.using(using).all()}
    old = (
        Version._base_manager.using(using)
        .filter(superseded_at__gt=now, article__disclaimer__isnull=False)
        .exclude(disclaimer_hash__in={"", *said})
        .order_by()
        .values_list("article__disclaimer", "disclaimer_hash", "disclaimer")
        .distinct()
    )
    known = {}
    for disclaimer, digest, wording in old:
        known.setdefault((disclaimer, digest), wording)
    FormerWording._base_manager.using(using).bulk_create(
        FormerWording(disclaimer_id=disclaimer, wording_hash=digest, wording=wording, until=now)
        for (disclaimer, digest), wording in known.items()
    )


def wording_hash(wording):
    words = " ".join(wording.split())
    return hashlib.sha256(words.encode()).hexdigest() if words else ""


class Migration(migrations.Migration):
    dependencies = [("articles", "0007_topics_that_age")]

    operations = [
        migrations.RunPython(hash_wordings, migrations.RunPython.noop),
        migrations.RunPython(remember_wordings, migrations.RunPython.noop),
    ]
