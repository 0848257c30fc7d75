import pytest

from articles.manuscripts import ManuscriptAuthor
from articles.manuscripts.namesakes import Namesakes


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Ann Bell", "Ann Bell"),
        ("ANN BELL", "Ann Bell"),
        ("Ann Bell, PhD", "Ann Bell"),
        ("Bell", "Ann Bell"),
        ("Mary Roe", "Roe"),
        ("John Bell", None),
        ("Ann", None),
    ],
)
def test_the_same_person(name, found):
    people = Namesakes(ManuscriptAuthor(one) for one in ("Carl Dorn", "Ann Bell", "Eva Bell", "Roe"))
    same = people.of(ManuscriptAuthor(name))
    assert (same.name if same else None) == found
