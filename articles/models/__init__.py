from .article import Article, FormerAddress
from .author import Author
from .byline import Byline
from .disclaimer import Disclaimer
from .event import Event
from .kinds import Kind
from .publication import Publication
from .revision import Revision
from .status import Status, status_of
from .topic import Tagging, Topic, TopicName
from .version import DECLARED, ImmutableError, PrintedByline, Reason, Version

__all__ = [
    "DECLARED",
    "Article",
    "Author",
    "Byline",
    "Disclaimer",
    "Event",
    "FormerAddress",
    "ImmutableError",
    "Kind",
    "PrintedByline",
    "Publication",
    "Reason",
    "Revision",
    "Status",
    "Tagging",
    "Topic",
    "TopicName",
    "Version",
    "status_of",
]
