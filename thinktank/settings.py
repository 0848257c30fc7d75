"""All settings, from the environment. Without any it runs on SQLite, safely, on 127.0.0.1."""

from pathlib import Path
from urllib.parse import urlsplit

from whitenoise.compress import Compressor

from thinktank import environment
from thinktank.csp import CSP

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = BASE_DIR / "var"  # what this machine makes for itself: ignored by git

# -- Where the site stands ----------------------------------------------------------------------------------

DEBUG = environment.flag("DEBUG")
SITE_URL = environment.site_origin("SITE_URL", "http://127.0.0.1:8000")
SECRET_KEY = environment.secret_key("SECRET_KEY", VAR_DIR / "secret-key")
ALLOWED_HOSTS = environment.names(
    "ALLOWED_HOSTS", ["127.0.0.1", "localhost", "[::1]", urlsplit(SITE_URL).hostname]
)
CSRF_TRUSTED_ORIGINS = environment.origins("CSRF_TRUSTED_ORIGINS", [SITE_URL])

HTTPS = SITE_URL.startswith("https://")
SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]  # probes ask the server itself, over http
SESSION_COOKIE_SECURE = HTTPS
CSRF_COOKIE_SECURE = HTTPS
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_HSTS_PRELOAD = HTTPS
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
if environment.flag("TRUSTED_PROXY"):
    # Only behind a proxy that sets this header itself: else any visitor could claim to come over https.
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

# -- Content security ---------------------------------------------------------------------------------------

SECURE_CSP = {
    "default-src": [CSP.NONE],
    "script-src": [CSP.SELF],
    "style-src": [CSP.SELF],
    "img-src": [CSP.SELF, "data:"],
    "font-src": [CSP.SELF],
    "form-action": [CSP.SELF],
    "base-uri": [CSP.NONE],
    "frame-ancestors": [CSP.NONE],
}
# The style element that Tiptap, the engine of the rich-text editor, adds to the page.
TIPTAP_STYLE = "'sha256-PlumsSlvJ7vvWzjqibGAYKq92O3y/4JTxWWsWJvyUYA='"
SECURE_CSP_ADMIN = SECURE_CSP | {
    "script-src": [CSP.SELF, CSP.NONCE],  # the nonce is for the import map, which must stand in the page
    "style-src": [CSP.SELF, TIPTAP_STYLE],
    "connect-src": [CSP.SELF],
}

# -- The application ----------------------------------------------------------------------------------------

INSTALLED_APPS = [
    "articles",
    "taggit",
    "django_prose_editor",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.sitemaps",
]

MIDDLEWARE = [
    "thinktank.middleware.probes",
    "articles.languages.language_of_the_address",
    "django.middleware.security.SecurityMiddleware",
    # Before WhiteNoise, so that a static file opened by itself, an SVG say, carries the policy too.
    "thinktank.csp.ContentSecurityPolicyMiddleware",
    "thinktank.middleware.permissions_policy",
    "thinktank.middleware.refuse_nul",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "thinktank.middleware.revalidate",
    "thinktank.middleware.CompressText",
    "django.middleware.http.ConditionalGetMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "thinktank.middleware.admin_csp",
]

ROOT_URLCONF = "thinktank.urls"
WSGI_APPLICATION = "thinktank.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "thinktank.csp.csp",
                "articles.views.context.publication",
            ],
        },
    },
]

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{validator}"}
    for validator in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
LOGIN_URL = "admin:login"
PASSWORD_RESET_TIMEOUT = 24 * 3600

TAGGIT_CASE_INSENSITIVE = True

# -- Data ---------------------------------------------------------------------------------------------------

DATABASES = {"default": environment.database("DATABASE_URL", f"sqlite:///{VAR_DIR / 'db.sqlite3'}")}
DATABASES["default"]["CONN_MAX_AGE"] = 60  # to open SQLite with its pragmas takes 0.5 ms, a query 0.08
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # With Django's defaults half of 1,000 concurrent transactions failed; so, none. FULL: an acknowledged
    # save outlives a power cut. Django itself turns foreign keys on.
    DATABASES["default"].setdefault("OPTIONS", {}).update(
        timeout=20,
        transaction_mode="IMMEDIATE",
        init_command="PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
    )
    if Path(DATABASES["default"]["NAME"]).parent == VAR_DIR:
        VAR_DIR.mkdir(exist_ok=True)
else:
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True  # a restarted PostgreSQL costs no visitor an error
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

CACHES = {"default": environment.cache("CACHE_URL", "locmemcache://")}
vars().update(environment.email("EMAIL_URL"))
EMAIL_TIMEOUT = 5  # whoever asks for a review waits for the mail server, and may go on without it
DEFAULT_FROM_EMAIL = SERVER_EMAIL = f"noreply@{urlsplit(SITE_URL).hostname}"

# -- Files --------------------------------------------------------------------------------------------------

STORAGES = {
    "default": environment.media("MEDIA_STORAGE"),
    "staticfiles": {"BACKEND": "thinktank.storage.LeanStaticFilesStorage"},
}
# The editor's source maps alone took half the time of collectstatic, and only developers ask for them.
WHITENOISE_SKIP_COMPRESS_EXTENSIONS = (*Compressor.SKIP_COMPRESS_EXTENSIONS, "map")
STATIC_URL = "/static/"
STATIC_ROOT = environment.text("STATIC_ROOT", str(VAR_DIR / "static"))
STATICFILES_DIRS = [BASE_DIR / "static"]
# What browsers and telephones ask for at the root, whatever a page says: the icon.
WHITENOISE_ROOT = BASE_DIR / "static" / "root"
MEDIA_URL = "/media/"
MEDIA_ROOT = environment.text("MEDIA_ROOT", str(VAR_DIR / "media"))
FILE_UPLOAD_HANDLERS = [
    "thinktank.uploads.TakeNoMore",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]
FIXTURE_DIRS = [BASE_DIR / "fixtures"]

# -- Language and time --------------------------------------------------------------------------------------

LANGUAGE_CODE = environment.text("LANGUAGE_CODE", "en")
# What the site itself speaks, each under its own name; articles may be written in more.
LANGUAGES = list(({LANGUAGE_CODE: LANGUAGE_CODE} | {"en": "English", "tr": "Türkçe", "ko": "한국어"}).items())
TIME_ZONE = environment.time_zone("TIME_ZONE", "Europe/Istanbul")
USE_I18N = True
USE_TZ = True

# -- Logging ------------------------------------------------------------------------------------------------

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        "articles": {"level": "INFO"},
        # Django's own handlers mail administrators and speak only under DEBUG.
        "django": {"handlers": [], "level": "WARNING"},
        # A visitor can cause these at will: a wrong address, a wrong Host. The server's access log has them.
        "django.request": {"level": "ERROR"},
        "django.security.DisallowedHost": {"level": "CRITICAL"},
    },
}
