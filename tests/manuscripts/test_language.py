import pytest

from articles.manuscripts.language import guess_language

from .samples import INSURERS, STRAIT


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (f"{STRAIT} {INSURERS} It is the price of the sea, and of the map with it.", "en"),
        (
            "Bu deniz için bir bedel var ve bu bedel çok daha yüksek, ancak kimse de bunu bir sorun olarak görmüyor.",
            "tr",
        ),
        ("보험사는 날씨를 먼저 보고 정부는 NATO 지도를 먼저 본다.", "ko"),
        ("تنظر شركات التأمين إلى الطقس أولا.", "ar"),
        (
            "Die See ist nicht das, was die Karte zeigt, und der Preis ist auch für den Hafen nicht mit ein.",
            "de",
        ),
        ("Quiet sea.", None),
        ("The sea of the north is for all to see. Bu deniz için bir bedel var ve bu çok.", None),
        ("", None),
        ("lorem ipsum dolor sit amet " * 20, None),
    ],
)
def test_guess(text, language):
    assert guess_language(text) == language
