import os
import stat
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.utils.module_loading import import_string

from thinktank import environment


def test_text_strips_blanks_and_an_empty_value_gives_the_default(monkeypatch):
    monkeypatch.setenv("X", "  word \n")
    assert environment.text("X") == "word"
    monkeypatch.setenv("X", " ")
    assert environment.text("X", "default") == "default"


def test_text_comes_from_a_mounted_secret_without_its_newline(monkeypatch, tmp_path):
    (tmp_path / "secret").write_text("$word\n")
    monkeypatch.setenv("X_FILE", str(tmp_path / "secret"))
    assert environment.text("X") == "$word"


def test_a_missing_secret_file_is_named(monkeypatch, tmp_path):
    monkeypatch.setenv("X_FILE", str(tmp_path / "gone"))
    with pytest.raises(ImproperlyConfigured, match="X_FILE names a file that cannot be read"):
        environment.text("X")


@pytest.mark.parametrize(
    ("value", "expected"), [("on", True), ("True", True), ("1", True), ("no", False), ("", False)]
)
def test_flag(monkeypatch, value, expected):
    monkeypatch.setenv("X", value)
    assert environment.flag("X") is expected


def test_a_misspelt_flag_is_refused(monkeypatch):
    monkeypatch.setenv("DEBUG", "flase")
    with pytest.raises(ImproperlyConfigured, match="DEBUG is 'flase'; write on or off"):
        environment.flag("DEBUG")


def test_names_ignore_blanks_and_empty_members(monkeypatch):
    monkeypatch.setenv("X", " a.example , ,b.example,")
    assert environment.names("X", []) == ["a.example", "b.example"]
    monkeypatch.setenv("X", " , ")
    assert environment.names("X", ["default"]) == ["default"]


@pytest.mark.parametrize(
    "value", ["https://a.example", "http://127.0.0.1:8000", "https://a.example/", "http://[::1]:8000"]
)
def test_site_origin_accepts_scheme_and_host(monkeypatch, value):
    monkeypatch.setenv("SITE_URL", value)
    assert environment.site_origin("SITE_URL", "") == value.rstrip("/")


@pytest.mark.parametrize(
    "value",
    [
        "a.example",
        "ftp://a.example",
        "https://",
        "https://a.example/blog",
        "https://a.example:port",
        "https://u@a.example",
        "https://a.example?x",
        "https://[::1",
    ],
)
def test_site_origin_refuses_anything_else_in_words(monkeypatch, value):
    monkeypatch.setenv("SITE_URL", value)
    with pytest.raises(ImproperlyConfigured, match="write the scheme and host only"):
        environment.site_origin("SITE_URL", "")


def test_origins_need_a_scheme(monkeypatch):
    monkeypatch.setenv("CSRF_TRUSTED_ORIGINS", "https://a.example, b.example")
    with pytest.raises(ImproperlyConfigured, match=r"has 'b\.example'"):
        environment.origins("CSRF_TRUSTED_ORIGINS", [])


@pytest.mark.parametrize("value", ["Europe/Constantinopolis", "../../etc/passwd", "Europe"])
def test_an_unknown_time_zone_is_refused(monkeypatch, value):
    monkeypatch.setenv("TIME_ZONE", value)
    with pytest.raises(ImproperlyConfigured, match="write a name such as Europe/Istanbul"):
        environment.time_zone("TIME_ZONE", "UTC")


@pytest.mark.parametrize(
    "value",
    [
        "mysql://u:secret@db/name",
        "secret",
        "postgres://u:secret@db:port/name",
        "postgres://u:secret@db",
        "sqlite://secret/file",
    ],
)
def test_a_bad_database_address_is_refused_without_printing_the_password(monkeypatch, value):
    monkeypatch.setenv("DATABASE_URL", value)
    with pytest.raises(ImproperlyConfigured, match="DATABASE_URL") as caught:
        environment.database("DATABASE_URL", "")
    assert "secret" not in str(caught.value)


def test_a_database_address_is_taken_apart(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgres://ada:p%40ss@db.example:5433/tank\n")
    config = environment.database("DATABASE_URL", "")
    expected = {"USER": "ada", "PASSWORD": "p@ss", "HOST": "db.example", "PORT": 5433, "NAME": "tank"}
    assert expected.items() <= config.items()


@pytest.mark.parametrize(
    ("name", "read"),
    [
        ("CACHE_URL", lambda: environment.cache("CACHE_URL", "")),
        ("EMAIL_URL", lambda: environment.email("EMAIL_URL")),
    ],
)
def test_a_bad_cache_or_mail_address_is_refused(monkeypatch, name, read):
    monkeypatch.setenv(name, "carrier-pigeon://roof")
    with pytest.raises(ImproperlyConfigured, match=name):
        read()


def test_letters_are_printed_until_there_is_a_mail_server(monkeypatch):
    monkeypatch.delenv("EMAIL_URL", raising=False)
    assert environment.email("EMAIL_URL")["EMAIL_BACKEND"].endswith("console.EmailBackend")
    monkeypatch.setenv("EMAIL_URL", "smtp+tls://ada:word@mail.example:587")
    assert environment.email("EMAIL_URL")["EMAIL_HOST"] == "mail.example"


class TestSecretKey:
    @pytest.fixture(autouse=True)
    def _unset(self, monkeypatch):
        monkeypatch.delenv("SECRET_KEY", raising=False)

    def test_the_environment_has_precedence_and_leaves_no_file(self, monkeypatch, tmp_path):
        monkeypatch.setenv("SECRET_KEY", "$given\n")
        assert environment.secret_key("SECRET_KEY", tmp_path / "key") == "$given"
        assert not (tmp_path / "key").exists()

    def test_it_is_made_once_for_its_owner_alone(self, tmp_path):
        file = tmp_path / "var" / "key"
        first = environment.secret_key("SECRET_KEY", file)
        assert environment.secret_key("SECRET_KEY", file) == first
        assert stat.S_IMODE(os.stat(file).st_mode) == 0o600

    def test_workers_that_start_together_read_one_secret(self, tmp_path):
        with ThreadPoolExecutor(16) as pool:
            keys = set(pool.map(lambda _: environment.secret_key("SECRET_KEY", tmp_path / "key"), range(64)))
        assert len(keys) == 1
        assert [path.name for path in tmp_path.iterdir()] == ["key"]

    def test_the_second_writer_does_not_replace_the_first(self, tmp_path):
        environment._write_once(tmp_path / "key", "first")
        environment._write_once(tmp_path / "key", "second")
        assert (tmp_path / "key").read_text() == "first\n"

    def test_a_damaged_file_is_named(self, tmp_path):
        (tmp_path / "key").write_text("")
        with pytest.raises(ImproperlyConfigured, match="should hold a secret"):
            environment.secret_key("SECRET_KEY", tmp_path / "key")

    def test_where_no_file_can_be_kept_the_setting_is_asked_for(self, tmp_path):
        (tmp_path / "file").write_text("")
        with pytest.raises(ImproperlyConfigured, match="Set SECRET_KEY"):
            environment.secret_key("SECRET_KEY", tmp_path / "file" / "key")


class TestMedia:
    def test_files_lie_in_a_folder_unless_a_bucket_is_named(self, monkeypatch):
        monkeypatch.delenv("X", raising=False)
        assert environment.media("X") == {"BACKEND": "django.core.files.storage.FileSystemStorage"}

    def test_a_bucket(self, monkeypatch):
        monkeypatch.setenv("X", "s3://pictures/site?region=eu-central-1&endpoint=https://store.example")
        config = environment.media("X")
        bucket = import_string(config["BACKEND"])(**config["OPTIONS"])
        assert (bucket.bucket_name, bucket.location) == ("pictures", "site")
        assert (bucket.region_name, bucket.endpoint_url) == ("eu-central-1", "https://store.example")
        assert bucket.default_acl is None
        assert not bucket.file_overwrite

    @pytest.mark.parametrize(
        "value", ["pictures", "gs://pictures", "s3://", "s3://key:word@pictures", "s3://pictures?acl=public"]
    )
    def test_anything_else_is_refused_without_repeating_it(self, monkeypatch, value):
        monkeypatch.setenv("X", value)
        with pytest.raises(ImproperlyConfigured, match="X must look like s3://bucket") as refusal:
            environment.media("X")
        assert "word" not in str(refusal.value)
