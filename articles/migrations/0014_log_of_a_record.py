from django.db import migrations


class Migration(migrations.Migration):
    """An index on Django's log of the desk, so that one record's entries are found without reading all the others'."""

    dependencies = [
        ("articles", "0013_pages"),
        ("admin", "0003_logentry_add_action_flag_choices"),
    ]

    operations = [
        migrations.RunSQL(
            "CREATE INDEX admin_log_of_record ON django_admin_log (content_type_id, object_id, id)",
            "DROP INDEX admin_log_of_record",
        )
    ]
