from .archive import archive
from .article import article, cite, version
from .authors import author, authors
from .home import about, home
from .machines import healthz, robots
from .topics import topic, topics

__all__ = [
    "about",
    "archive",
    "article",
    "author",
    "authors",
    "cite",
    "healthz",
    "home",
    "robots",
    "topic",
    "topics",
    "version",
]
