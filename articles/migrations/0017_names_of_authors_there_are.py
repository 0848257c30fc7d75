from django.db import migrations

from articles.text import name_form


def form_names(apps, schema_editor):
    """By the application's own function, so that both engines fold alike; a changed one needs a migration of its own."""
    using = schema_editor.connection.alias
    Author = apps.get_model("articles", "Author")
    authors = list(Author._base_manager.using(using).only("name"))
    for author in authors:
        author.name_form = name_form(author.name)[:220]
    Author._base_manager.using(using).bulk_update(authors, ["name_form"], batch_size=500)


def remember_merged_names(apps, schema_editor):
    """What the log of merges says of authors. Who was merged on leads to where their record went."""
    using = schema_editor.connection.alias
    Author = apps.get_model("articles", "Author")
    FormerAuthorAddress = apps.get_model("articles", "FormerAuthorAddress")
    FormerAuthorName = apps.get_model("articles", "FormerAuthorName")
    Merge = apps.get_model("articles", "Merge")
    by_address = dict(FormerAuthorAddress._base_manager.using(using).values_list("slug", "author"))
    by_address |= dict(Author._base_manager.using(using).values_list("slug", "pk"))
    forms = dict(Author._base_manager.using(using).values_list("pk", "name_form"))
    merges = Merge._base_manager.using(using).filter(kind="author")
    names = {}
    for name, address in merges.values_list("source", "target_address"):
        author, form = by_address.get(address), name_form(name)[:220]
        if author and form and form != forms[author]:
            names.setdefault((author, form), name)
    FormerAuthorName._base_manager.using(using).bulk_create(
        FormerAuthorName(author_id=author, name_form=form, name=name)
        for (author, form), name in names.items()
    )


class Migration(migrations.Migration):
    dependencies = [("articles", "0016_names_authors_had")]

    operations = [
        migrations.RunPython(form_names, migrations.RunPython.noop),
        migrations.RunPython(remember_merged_names, migrations.RunPython.noop),
    ]
