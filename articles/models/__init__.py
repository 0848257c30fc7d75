from .article import Article, FormerAddress
from .author import Author, FormerAuthorAddress, FormerAuthorName
from .byline import Byline
from .comment import Comment
from .disclaimer import Disclaimer, FormerWording
from .event import Event
from .home import HomePage, HomePick, HomeTopic
from .image import Figure, Image
from .immutability import ImmutableError
from .kinds import Kind
from .manuscript import ManuscriptFile
from .merge import Merge
from .page import Page
from .pin import Pin
from .preview import PreviewLink
from .printed_byline import PrintedByline
from .printed_image import PrintedImage
from .publication import Publication
from .reason import DECLARED, ON_RECORD, Reason, WithdrawnBy
from .relation import Relation, RelationType
from .revision import Revision
from .series import Series, SeriesPart
from .stage import Stage
from .status import Status, status_of
from .tagging import Tagging
from .topic import Topic, TopicName
from .translation import Translation
from .version import Version

__all__ = [
    "DECLARED",
    "ON_RECORD",
    "Article",
    "Author",
    "Byline",
    "Comment",
    "Disclaimer",
    "Event",
    "Figure",
    "FormerAddress",
    "FormerAuthorAddress",
    "FormerAuthorName",
    "FormerWording",
    "HomePage",
    "HomePick",
    "HomeTopic",
    "Image",
    "ImmutableError",
    "Kind",
    "ManuscriptFile",
    "Merge",
    "Page",
    "Pin",
    "PreviewLink",
    "PrintedByline",
    "PrintedImage",
    "Publication",
    "Reason",
    "Relation",
    "RelationType",
    "Revision",
    "Series",
    "SeriesPart",
    "Stage",
    "Status",
    "Tagging",
    "Topic",
    "TopicName",
    "Translation",
    "Version",
    "WithdrawnBy",
    "status_of",
]
