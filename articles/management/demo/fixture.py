"""All records of the publication as one text: the same for the same records, on every engine and machine."""

import json

from django.apps import apps
from django.core import serializers
from django.core.serializers.json import DjangoJSONEncoder


def dump():
    """A fixture without a primary key, its rows in the order of their natural keys."""
    rows = []
    for model in serializers.sort_dependencies([(apps.get_app_config("articles"), None)]):
        records = sorted(model._base_manager.all(), key=lambda record: record.natural_key())
        rows += serializers.serialize(
            "python", records, use_natural_foreign_keys=True, use_natural_primary_keys=True
        )
    return (
        json.dumps([_canonical(row) for row in rows], cls=DjangoJSONEncoder, ensure_ascii=False, indent=1)
        + "\n"
    )


def _canonical(row):
    return {**row, "fields": {name: _sorted(value) for name, value in row["fields"].items()}}


def _sorted(value):
    """JSON columns with their keys in order: PostgreSQL keeps them in an order of its own."""
    if isinstance(value, dict):
        return {key: _sorted(value[key]) for key in sorted(value)}
    return [_sorted(item) for item in value] if isinstance(value, list) else value
