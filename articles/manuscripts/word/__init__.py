"""Word files (.docx): what a paragraph is, told by its style, its look and where it stands."""

from .reader import read

__all__ = ["read"]
