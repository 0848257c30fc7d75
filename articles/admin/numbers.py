def number_in(text):
    """The number that an address or a form names, 0 where it names none that a column could hold."""
    text = str(text or "")
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else 0
