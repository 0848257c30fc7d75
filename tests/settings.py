"""The real settings, with what would only slow the tests down or tie them to the shell they start from taken away."""

import os
from tempfile import gettempdir

for name in set(os.environ) & {
    "DEBUG",
    "SITE_URL",
    "ALLOWED_HOSTS",
    "CACHE_URL",
    "EMAIL_URL",
    "TRUSTED_PROXY",
}:
    del os.environ[name]
os.environ["SECRET_KEY"] = "a fixed key, so that tests leave no file behind, and 50 letters long"

from thinktank.settings import *  # noqa: E402, F403
from thinktank.settings import DATABASES  # noqa: E402

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# The manifest is made by collectstatic; the tests serve files from where they lie.
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_AUTOREFRESH = WHITENOISE_USE_FINDERS = True

if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # In memory all threads would share one connection; a file shows what two editors at once do to each other.
    DATABASES["default"]["TEST"] = {"NAME": f"{gettempdir()}/thinktank-test-{os.getpid()}.sqlite3"}
