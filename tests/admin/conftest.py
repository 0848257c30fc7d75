import pytest

from tests.makers import make_disclaimer, make_editor, make_publisher, make_user, make_writer

pytestmark = pytest.mark.django_db


@pytest.fixture
def signed_in(client):
    """Sign a user in and hand the client back."""

    def sign_in(user):
        client.force_login(user)
        return client

    return sign_in


@pytest.fixture
def as_publisher(db, signed_in):
    return signed_in(make_publisher())


@pytest.fixture
def as_editor(db, signed_in):
    return signed_in(make_editor())


@pytest.fixture
def writer(db):
    return make_writer()


@pytest.fixture
def as_writer(writer, signed_in):
    return signed_in(writer)


@pytest.fixture
def as_guest(db, signed_in):
    """Staff without a role."""
    return signed_in(make_user("guest"))


@pytest.fixture
def disclaimer(db):
    return make_disclaimer(is_default=True)
