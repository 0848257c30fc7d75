"""Readers of the environment: each gives a clean value or says in words what is wrong with the one it found.

django-environ takes the addresses of databases, caches and mail servers apart. Its own readers are not used for plain values: they
keep the newline of a secret file and the blanks in a list, read "DEBUG=flase" as off, and take a
secret that begins with "$" for the name of another variable.
"""

import os
import secrets
import tempfile
import warnings
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit
from zoneinfo import ZoneInfo

from django.core.exceptions import ImproperlyConfigured
from environ import Env
from environ.fileaware_mapping import FileAwareMapping

ON = {"1", "on", "true", "yes"}
OFF = {"0", "off", "false", "no"}
DATABASE_ENGINES = {"django.db.backends.sqlite3", "django.db.backends.postgresql"}


def text(name: str, default: str = "") -> str:
    """The value of NAME, or what stands in the file that NAME_FILE names (a mounted secret)."""
    try:
        return FileAwareMapping(cache=False)[name].strip() or default
    except KeyError:
        return default
    except (OSError, UnicodeDecodeError) as error:
        raise ImproperlyConfigured(f"{name}_FILE names a file that cannot be read: {error}") from error


def flag(name: str, default: bool = False) -> bool:
    value = text(name).lower()
    if not value:
        return default
    if value not in ON | OFF:
        raise ImproperlyConfigured(f"{name} is {value!r}; write on or off.")
    return value in ON


def names(name: str, default: list[str]) -> list[str]:
    """A list written with commas; blanks around its members and empty members do not count."""
    return [member for part in text(name).split(",") if (member := part.strip())] or default


def site_origin(name: str, default: str) -> str:
    """Scheme and host under which readers reach the site: "https://thinktank.example"."""
    value = text(name, default).rstrip("/")
    problem = f"{name} is {value!r}; write the scheme and host only, such as https://thinktank.example"
    try:
        parts = urlsplit(value)
        _ = parts.port  # raises ValueError unless it is a number in range
    except ValueError as error:
        raise ImproperlyConfigured(problem) from error
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.username is not None:
        raise ImproperlyConfigured(problem)
    if value != f"{parts.scheme}://{parts.netloc}":
        raise ImproperlyConfigured(problem)
    return value


def origins(name: str, default: list[str]) -> list[str]:
    values = names(name, default)
    for value in values:
        if not value.startswith(("http://", "https://")):
            raise ImproperlyConfigured(f"{name} has {value!r}; each member begins with http:// or https://.")
    return values


def time_zone(name: str, default: str) -> str:
    value = text(name, default)
    try:
        ZoneInfo(value)
    except (OSError, ValueError, KeyError) as error:
        raise ImproperlyConfigured(f"{name} is {value!r}; write a name such as Europe/Istanbul.") from error
    return value


def database(name: str, default: str) -> dict:
    config = _address(name, Env.db_url_config, default)
    if config.get("ENGINE") not in DATABASE_ENGINES or not config.get("NAME"):
        raise ImproperlyConfigured(
            f"{name} must look like sqlite:////folder/file.sqlite3 or postgres://user:password@host:5432/name."
        )
    return config


def cache(name: str, default: str) -> dict:
    return _address(name, Env.cache_url_config, default)


def email(name: str) -> dict:
    """Django's EMAIL_* settings; where NAME is not set, letters are printed on the console."""
    return _address(name, Env.email_url_config, "consolemail://")


def media(name: str) -> dict:
    """Django's storage for the library's files: a bucket, s3://name/folder?region=…&endpoint=…, else MEDIA_ROOT.

    Keys of the bucket come as boto3 reads them: AWS_ACCESS_KEY_ID and the like, or the machine's own role.
    """
    value = text(name)
    if not value:
        return {"BACKEND": "django.core.files.storage.FileSystemStorage"}
    parts = urlsplit(value)
    words = dict(parse_qsl(parts.query))
    if (
        parts.scheme != "s3"
        or not parts.hostname
        or "@" in parts.netloc
        or words.keys() - {"region", "endpoint"}
    ):
        raise ImproperlyConfigured(
            f"{name} must look like s3://bucket/folder?region=eu-central-1; its keys come from AWS_ACCESS_KEY_ID and "
            "AWS_SECRET_ACCESS_KEY."
        )
    options = {
        "bucket_name": parts.netloc,
        "location": parts.path.strip("/"),
        "region_name": words.get("region"),
        "endpoint_url": words.get("endpoint"),
        "default_acl": None,  # readers are served by the site, so the bucket stays closed
        "file_overwrite": False,
    }
    return {"BACKEND": "storages.backends.s3.S3Storage", "OPTIONS": options}


def _address(name: str, parse, default: str = "") -> dict:
    # Never the value in the message: it holds a password, and messages end in logs.
    problem = f"{name} is not an address this program knows. The README lists the forms it may have."
    with warnings.catch_warnings():
        warnings.simplefilter("error", UserWarning)
        try:
            config = parse(text(name, default))
        except (ImproperlyConfigured, KeyError, ValueError, UserWarning):
            raise ImproperlyConfigured(problem) from None
    if not config:
        raise ImproperlyConfigured(problem)
    return config


def secret_key(name: str, file: Path) -> str:
    """The secret of NAME; without one, a secret made once on this machine and kept in a file of mode 0600."""
    if value := text(name):
        return value
    try:
        if not file.exists():
            _write_once(file, secrets.token_urlsafe(64))
        value = file.read_text().strip()
    except OSError as error:
        raise ImproperlyConfigured(f"Set {name}: none can be kept in a file here ({error}).") from error
    if len(value) < 50:
        raise ImproperlyConfigured(
            f"{file} should hold a secret of 50 characters or more. Delete it or set {name}."
        )
    return value


def _write_once(file: Path, content: str) -> None:
    """Workers start together: a link appears whole or, where another was first, not at all."""
    file.parent.mkdir(parents=True, exist_ok=True)
    descriptor, draft = tempfile.mkstemp(dir=file.parent)  # made with mode 0600
    try:
        with open(descriptor, "w") as opened:
            opened.write(content + "\n")
        os.link(draft, file)
    except FileExistsError:
        pass
    finally:
        os.unlink(draft)
