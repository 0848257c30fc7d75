"""Plain text. What typing has no sign for does not come back: emphasis, what is raised or lowered, the target of a link
as a link, a table without a head, the level of a heading below the first, and pictures, whose names stand in brackets."""

from articles.text.typed import typed

from .piece import Piece, byline_lines, note_lines


def write(piece: Piece) -> bytes:
    head = [f"Title: {piece.title}"] if piece.title else []
    head += [f"Standfirst: {piece.standfirst}"] if piece.standfirst else []
    head += byline_lines(piece, "Author: ")
    body = typed(piece.body_html, {uid: picture.name for uid, picture in piece.pictures})
    return ("\n\n".join(filter(None, ["\n".join(head), body, *note_lines(piece)])) + "\n").encode()
