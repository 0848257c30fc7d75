"""What every test may rely on."""

import pytest


def pytest_collection_modifyitems(items):
    """Fast tests first: a mistake shows before the browser starts."""
    items.sort(key=lambda item: "browser" in item.path.parts)


@pytest.fixture
def superuser(django_user_model):
    return django_user_model.objects.create_superuser("root", "root@example.org", "an unguessed password")
