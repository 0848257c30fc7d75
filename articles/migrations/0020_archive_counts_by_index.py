from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0019_home_page'),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name='version',
            name='version_newest',
        ),
        migrations.RemoveIndex(
            model_name='version',
            name='version_kind_newest',
        ),
        migrations.AddIndex(
            model_name='version',
            index=models.Index(fields=['-first_published_at', 'uid', 'superseded_at', 'published_at', 'reason'], name='version_newest'),
        ),
        migrations.AddIndex(
            model_name='version',
            index=models.Index(fields=['kind', '-first_published_at', 'uid', 'superseded_at', 'published_at', 'reason'], name='version_kind_newest'),
        ),
    ]
