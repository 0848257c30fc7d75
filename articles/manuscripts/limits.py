"""How much of a file is read. Each bound is asked for before the work it bounds, so that a worker is never in danger.

What an editor sends is far below: the longest of a think tank's reports packs to 10 MB with its pictures, has 40
members and 400,000 characters. Together the bounds keep any file under 10 seconds and 256 MB, on one slow core:
`tests/manuscripts/test_hostile.py` reads the worst there are in a process of its own that has no more than that.
"""

MAX_BYTES = 25 * 1024 * 1024
"""Of the file as it arrived, packed or not."""
MAX_UNPACKED = 60 * 1024 * 1024
"""Of all members of a packed file together."""
MAX_RATIO = 100
"""By which it may grow. A text of one word repeated packs to a fortieth; a bomb to a thousandth."""
MAX_MEMBERS = 2_000
MAX_ELEMENTS = 150_000
"""Of the XML that is read. Word makes 60,000 of 10,000 words; each takes 250 bytes of memory and, all told, 20
millionths of a second."""
MAX_DEPTH = 100
"""Of elements within elements. A picture in a text box in a table in a table has 35."""
MAX_CHARACTERS = 1_000_000
"""Of text: a book of 400 pages. A longer text would be read in seconds too, but no editor could look through it."""
MAX_UNBROKEN = 1_000_000
"""Bytes of XML without a tag between them: bounds the attributes of one element, which a parser hands over at once."""
MAX_BLOCKS = 10_000
"""Paragraphs: twice those of a book. Understanding looks from each line at the others, which costs its square."""
