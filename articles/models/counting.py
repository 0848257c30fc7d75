from django.db.models import IntegerField, Subquery


class RowCount(Subquery):
    """How many rows a subquery finds, be it sliced or not."""

    template = "(SELECT COUNT(*) FROM (%(subquery)s) AS counted)"
    output_field = IntegerField()
