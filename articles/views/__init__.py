from .archive import archive
from .article import article, cite, version
from .authors import author, authors
from .changes import changes
from .corrections import corrections
from .home import home
from .machines import healthz, robots
from .media import media
from .pages import about, page
from .preview import preview
from .republish import republish, republish_file
from .series import series, series_index
from .topics import topic, topics

__all__ = [
    "about",
    "archive",
    "article",
    "author",
    "authors",
    "changes",
    "cite",
    "corrections",
    "healthz",
    "home",
    "media",
    "page",
    "preview",
    "republish",
    "republish_file",
    "robots",
    "series",
    "series_index",
    "topic",
    "topics",
    "version",
]
