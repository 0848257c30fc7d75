from articles.text import CONTENT_LANGUAGES


def content_languages():
    """For `choices`: a migration keeps the name of this function, so that another language needs no migration."""
    return CONTENT_LANGUAGES
