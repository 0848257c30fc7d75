"""The order of a name and its title."""

import pytest

from articles.text import follows_name, titled


@pytest.mark.parametrize(
    ("name", "title", "printed"),
    [
        ("Leyla Arslan", "Dr.", "Dr. Leyla Arslan"),
        ("Leyla Arslan", "", "Leyla Arslan"),
        ("Zeynep Şahin", "Doç. Dr.", "Doç. Dr. Zeynep Şahin"),
        ("ليلى أرسلان", "د.", "د. ليلى أرسلان"),
        ("한서윤", "박사", "한서윤 박사"),
        ("한서윤", "명예 교수", "한서윤 명예 교수"),
        ("한서윤", "", "한서윤"),
        ("Han Seo-yun", "박사", "Han Seo-yun 박사"),
        ("한서윤", "Dr.", "Dr. 한서윤"),
        ("山田太郎", "教授", "山田太郎 教授"),
    ],
)
def test_a_title_stands_where_its_own_language_puts_it(name, title, printed):
    assert titled(name, title) == printed


def test_no_title_follows_nothing():
    assert not follows_name("")
