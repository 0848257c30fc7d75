"""What every test may rely on."""

import gc
import os

import pytest
from hypothesis import settings

# Each run of the checks draws the same texts, so that it says of a change what it said before; HYPOTHESIS=search looks
# for others, which is how to hunt for a rare one.
settings.register_profile("same", derandomize=True)
settings.register_profile("search")
settings.load_profile(os.environ.get("HYPOTHESIS", "same"))

DATABASE = {"django_db_setup", "db", "transactional_db", "live_server"}


def pytest_collection_modifyitems(items):
    """Fast tests first: a mistake shows before the browser starts. `-m database`: those that ask one, for another engine."""
    items.sort(key=lambda item: "browser" in item.path.parts)
    for item in items:
        if item.get_closest_marker("django_db") or DATABASE & set(item.fixturenames):
            item.add_marker("database")


def pytest_collection_finish():
    """What is loaded by now stays: looking through all of it for garbage took a sixth of the time of the tests."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000)


@pytest.fixture
def superuser(django_user_model):
    return django_user_model.objects.create_superuser("root", "root@example.org", "an unguessed password")
