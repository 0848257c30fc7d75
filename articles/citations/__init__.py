"""What a published version tells the scholarly world: pure functions of one `Record`."""

from .formats import FORMATS
from .names import Name, split_name
from .record import Record

__all__ = ["FORMATS", "Name", "Record", "split_name"]
