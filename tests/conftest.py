"""What every test may rely on."""

import os

import pytest
from hypothesis import settings

# Each run of the checks draws the same texts, so that it says of a change what it said before; HYPOTHESIS=search looks
# for others, which is how to hunt for a rare one.
settings.register_profile("same", derandomize=True)
settings.register_profile("search")
settings.load_profile(os.environ.get("HYPOTHESIS", "same"))


def pytest_collection_modifyitems(items):
    """Fast tests first: a mistake shows before the browser starts."""
    items.sort(key=lambda item: "browser" in item.path.parts)


@pytest.fixture
def superuser(django_user_model):
    return django_user_model.objects.create_superuser("root", "root@example.org", "an unguessed password")
