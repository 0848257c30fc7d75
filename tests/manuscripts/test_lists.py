import pytest

from .samples import INSURERS, STRAIT, read, said


@pytest.mark.parametrize("bullet", ["•", "-", "*", "–", "·", "▪", "●"])
def test_bullets(bullet):
    manuscript = read(STRAIT, f"{bullet} Varna", f"{bullet}\tOdesa", INSURERS)
    assert manuscript.body_html == f"<p>{STRAIT}</p><ul><li>Varna</li><li>Odesa</li></ul><p>{INSURERS}</p>"
    assert manuscript.paragraphs == 2


@pytest.mark.parametrize("form", ["{}.", "{})", "({})"])
def test_numbers(form):
    lines = [f"{form.format(number)} Port {number}" for number in (1, 2, 3)]
    assert read(STRAIT, *lines).body_html == (
        f"<p>{STRAIT}</p><ol><li>Port 1</li><li>Port 2</li><li>Port 3</li></ol>"
    )


def test_letters_become_numbers_and_that_is_told():
    manuscript = read(STRAIT, "a) hull", "b) cargo")
    assert "<ol><li>hull</li><li>cargo</li></ol>" in manuscript.body_html
    assert said(manuscript, "lettered a), b) is numbered 1, 2")


@pytest.mark.parametrize(
    "lines",
    [
        ("1. hull", "   a) steel", "   b) wood", "2. cargo"),
        ("1. hull", "a) steel", "b) wood", "2. cargo"),
    ],
)
def test_a_list_in_a_list(lines):
    assert read(STRAIT, *lines).body_html == (
        f"<p>{STRAIT}</p><ol><li>hull<ol><li>steel</li><li>wood</li></ol></li><li>cargo</li></ol>"
    )


def test_bullets_in_bullets():
    assert read(STRAIT, "• hull", "o steel", "o wood", "• cargo").body_html == (
        f"<p>{STRAIT}</p><ul><li>hull<ul><li>steel</li><li>wood</li></ul></li><li>cargo</li></ul>"
    )


@pytest.mark.parametrize(
    "lines",
    [
        ("3. The third point is made.", "4. And the fourth."),
        ("1. The only point is made.",),
        ("– A remark by somebody.",),
        ("- A remark by somebody.",),
        ("o Varna", "o Odesa"),
    ],
)
def test_what_the_page_would_count_or_mark_otherwise_stays_as_it_is(lines):
    body = read(STRAIT, *lines, INSURERS).body_html
    assert "<li>" not in body
    assert all(line in body for line in lines)


def test_a_list_ends_where_its_numbers_do():
    assert read(STRAIT, "1. one", "2. two", "7. seven.").body_html == (
        f"<p>{STRAIT}</p><ol><li>one</li><li>two</li></ol><p>7. seven.</p>"
    )


def test_three_thousand_levels():
    lines = [" " * depth + "• port" for depth in range(3_000)]
    body = read(STRAIT, *lines).body_html
    assert body.count("<li>") == 3_000


@pytest.mark.parametrize(
    ("lines", "html"),
    [
        (
            ("- hull", "- cargo", "1. first", "2. second"),
            "<ul><li>hull</li><li>cargo</li></ul><ol><li>first</li><li>second</li></ol>",
        ),
        (
            ("1. first", "2. second", "- hull", "- cargo"),
            "<ol><li>first</li><li>second</li></ol><ul><li>hull</li><li>cargo</li></ul>",
        ),
        (
            ("1. first", "- hull", "- cargo", "2. second", "- deck", "- crew"),
            "<ol><li>first<ul><li>hull</li><li>cargo</li></ul></li>"
            "<li>second<ul><li>deck</li><li>crew</li></ul></li></ol>",
        ),
    ],
)
def test_a_list_after_a_list_is_its_own_unless_the_first_goes_on(lines, html):
    assert html in read(STRAIT, *lines, INSURERS).body_html
