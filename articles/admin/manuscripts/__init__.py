"""From a file to a draft: bringing it, looking at what was understood of it, and the file itself afterwards."""

from .again import changes, new_file
from .bringing import bring
from .files import download
from .reviewing import review

__all__ = ["bring", "changes", "download", "new_file", "review"]
