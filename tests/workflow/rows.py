import pytest
from django.apps import apps

from articles.workflow import Refusal


def every_row():
    """All rows of all tables of the application: what a refused act must leave as it was."""
    models = apps.get_app_config("articles").get_models()
    return {model._meta.label: list(model._base_manager.order_by("pk").values()) for model in models}


def refusal_of(act):
    """The codes of the problems for which `act` was refused, after seeing that it changed nothing."""
    before = every_row()
    with pytest.raises(Refusal, match=r".+") as refused:
        act()
    assert every_row() == before
    return [problem.code for problem in refused.value.problems]
