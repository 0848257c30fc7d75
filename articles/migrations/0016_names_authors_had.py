import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("articles", "0015_words_of_a_lost_approval")]

    operations = [
        migrations.AddField(
            model_name="author",
            name="name_form",
            field=models.CharField(blank=True, default="", editable=False, max_length=220),
            preserve_default=False,
        ),
        migrations.AddIndex(
            model_name="author",
            index=models.Index(fields=["name_form"], name="author_name_form"),
        ),
        migrations.CreateModel(
            name="FormerAuthorName",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=200)),
                ("name_form", models.CharField(max_length=220)),
                (
                    "author",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="former_names",
                        to="articles.author",
                    ),
                ),
            ],
            options={
                "verbose_name": "former name of an author",
                "verbose_name_plural": "former names of authors",
                "indexes": [models.Index(fields=["name_form"], name="former_author_name_form")],
                "constraints": [
                    models.UniqueConstraint(fields=("author", "name_form"), name="former_author_name_once")
                ],
            },
        ),
    ]
