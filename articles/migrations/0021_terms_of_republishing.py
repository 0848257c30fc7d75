from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("articles", "0020_archive_counts_by_index")]

    operations = [
        migrations.AddField(
            model_name="publication",
            name="republishing_terms",
            field=models.TextField(
                blank=True,
                default="",
                help_text="On what terms others may print our pieces. With terms, each piece offers its text to be copied; without, none does. A piece that first appeared elsewhere is never offered.",
                verbose_name="terms of republishing",
            ),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="publication",
            name="licence_url",
            field=models.URLField(
                blank=True,
                default="",
                help_text="Such as https://creativecommons.org/licenses/by-nd/4.0/. Search engines are told of it too.",
                verbose_name="address of the licence",
            ),
            preserve_default=False,
        ),
    ]
