"""No word of a manuscript is lost, whatever the editor takes its parts for."""

from hypothesis import given, settings
from hypothesis import strategies as st

from articles.manuscripts import Role, read_bytes

from .test_markdown_words_survive import files
from .test_words_survive import everything, lines, words_of

TEXTS = st.lists(lines(), min_size=1, max_size=12).map("\n".join)
SOURCES = st.one_of(st.tuples(TEXTS, st.just("a.txt")), st.tuples(files(), st.just("a.md")))


@settings(max_examples=100, deadline=None)
@given(SOURCES, st.data())
def test_every_word_is_somewhere_but_in_what_was_left_out(source, data):
    text, name = source
    parts = read_bytes(text.encode(), name).parts
    chosen = data.draw(st.sets(st.sampled_from(parts)) if parts else st.just(set()))
    choices = {
        part.index: data.draw(st.sampled_from(part.may_be)) for part in sorted(chosen, key=lambda p: p.index)
    }
    manuscript = read_bytes(text.encode(), name, choices)
    left_out = " ".join(parts[index].text for index, role in choices.items() if role is Role.LEFT_OUT)
    assert words_of(text) - words_of(everything(manuscript)) - words_of(left_out) == {}
    # A note with nothing before it to hang on stays where it stood, and is told.
    kept = {index: role for index, role in choices.items() if role is not Role.FOOTNOTE}
    assert {index: manuscript.parts[index].role for index in kept} == kept
