import pytest

from articles.manuscripts import nearest, same_wording, similarity


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The views are the author’s own.", "The views are the author's own"),
        ("The views of the authors", "the  VIEWS of the author"),
        ("The views of the author(s).", "The views of the author."),
        ("The views of the authors’ house", "The views of the author's house"),
        ("Görüşler yazarlara aittir.", "GÖRÜŞLER yazara aittir"),
        ("“Quoted” views – own", '"Quoted" views - own'),
    ],
)
def test_same_wording(a, b):
    assert same_wording(a, b)
    assert similarity(a, b) == 1.0


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The views reflect those of the institute.", "The views do not reflect those of the institute."),
        ("The views of instituDE", "The views of the Riga Forum"),
    ],
)
def test_other_wording(a, b):
    assert not same_wording(a, b)
    assert 0 < similarity(a, b) < 1


def test_nearest():
    names = ["Ann Bell", "Ju-Hyung Kim", "John Roe"]
    name, score = nearest("Ju Hyung Kim", names)
    assert (name, score) == ("Ju-Hyung Kim", 1.0)
    name, score = nearest("Anne Bell", names)
    assert name == "Ann Bell"
    assert 0.9 < score < 1
    assert nearest("Zeynep Aksoy", names) is None
    assert nearest("Anyone", []) is None
