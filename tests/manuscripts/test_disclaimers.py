"""Whose the views are, in the words of many houses."""

import pytest

from .samples import INSURERS, STRAIT, VIEWS, read


@pytest.mark.parametrize(
    "text",
    [
        VIEWS,
        "The opinions expressed in this piece are solely those of the authors.",
        "The views expressed are the author’s alone.",
        "Views expressed are her own and do not reflect the official position of the ministry.",
        "This article reflects only the author’s views.",
        "This piece reflects their personal views.",
        "This commentary does not necessarily represent the views of the institute.",
        "The author writes in a personal capacity.",
        "She writes here in a personal capacity.",
        "All opinions are personal and should not be attributed to the Harbour Institute.",
        "Responsibility for the views set out in this commentary lies entirely with the author.",
        "Publication of this article does not imply endorsement by the Harbour Institute.",
        "Makalede yer verilen değerlendirmeler yazarların şahsi görüşleridir.",
        "본 기고는 소속 기관의 견해와 무관합니다.",
        "لا تعبر هذه المقالة بالضرورة عن رأي المركز.",
        "تقع مسؤولية الآراء على الكاتب وحده.",
        "This essay was written in the author’s private capacity.",
        "The essay reflects the opinions of the writer and not necessarily those of the house.",
        "Neither the house nor its donors endorse the views expressed here.",
        "The assessments in this article are the author’s own.",
        "Bu yazının içeriğinden yalnızca yazarı sorumludur.",
        "Bu yazı yazarın kişisel görüşlerini içermektedir.",
        "يعبّر هذا المقال عن رأي كاتبه فقط.",
        "Bu yazıda ifade edilen görüşler yazara aittir.",
        "Makaledeki görüşler yazarın kendisine aittir, kurumun resmi görüşünü yansıtmaz.",
        "BU YAZIDAKİ GÖRÜŞLER YAZARINA AİTTİR; KURUMUMUZU BAĞLAMAZ.",
        "이 글의 내용은 필자 개인의 견해이며 연구원의 공식 입장과 다를 수 있습니다.",
        "본고의 견해는 저자 개인의 것입니다.",
        "الآراء الواردة في هذا المقال تعبر عن رأي الكاتب ولا تعكس بالضرورة موقف المركز.",
        "الآراء الواردة هنا لا تعبر بالضرورة عن رأي المعهد.",
        "Die hier geäußerten Ansichten sind die der Autorin.",
        "Les opinions exprimées n’engagent que leur auteur.",
    ],
)
@pytest.mark.parametrize("mark", ["", "* ", "**", "Note: "])
def test_disclaimers(text, mark):
    manuscript = read(STRAIT, INSURERS, mark + text)
    assert manuscript.disclaimer == text
    assert manuscript.author_note is None
    assert manuscript.paragraphs == 2


@pytest.mark.parametrize(
    "label",
    [
        "Disclaimer",
        "DISCLAIMER",
        "Çekince",
        "Sorumluluk reddi",
        "Sorumluluk beyanı",
        "Uyarı",
        "면책 조항",
        "면책 고지",
        "إخلاء مسؤولية",
        "تنويه",
    ],
)
@pytest.mark.parametrize("between", [": ", ":\n", "\n\n"])
def test_a_label_settles_it(label, between):
    manuscript = read(STRAIT, INSURERS, "", f"{label}{between}Nobody here speaks for the institute.")
    assert manuscript.disclaimer == "Nobody here speaks for the institute."
    assert manuscript.body_html == f"<p>{STRAIT}</p><p>{INSURERS}</p>"


@pytest.mark.parametrize(
    "last",
    [
        "The ministry’s findings were published, and the fleet did not wait for them.",
        "South Korea is a member of the club of those who pay.",
        "These opinions are personal to each port and change with the wind.",
        "Public opinion in both ports is divided.",
        "Her views were those of a sailor who had seen it all before, and they were widely shared.",
        "Yazarlar bu denizi uzun zamandır anlatıyor.",
        "The findings of this paper do not reflect well on either port.",
        "Opinions about the strike should not be traded like grain, and no minister has attributed it to one port.",
        "Responsibility for the harbour lies with whoever insures it, author of its own misfortune or not.",
        "Nobody is responsible for the weather, and no minister has ever endorsed it in so many words.",
        "This article began with a ship. It ends with one, and its captain has no opinions on the matter.",
    ],
)
def test_a_last_paragraph_stays_in_the_text(last):
    manuscript = read(STRAIT, INSURERS, last)
    assert manuscript.paragraphs == 3
    assert manuscript.disclaimer is None
    assert manuscript.author_note is None


@pytest.mark.parametrize(
    "text",
    [
        "Views are personal.",
        "All views are his own.",
        "Görüşler kişiseldir.",
        "Der Beitrag gibt die persönliche Meinung der Autorin wieder.",
        "The author alone is responsible for what is said here.",
        "Responsibility for the content lies with the authors.",
        "The institute takes no institutional positions on matters of policy.",
    ],
)
def test_disclaimers_in_few_words(text):
    manuscript = read(STRAIT, INSURERS, text)
    assert manuscript.disclaimer == text
    assert manuscript.paragraphs == 2


@pytest.mark.parametrize(
    "text",
    [
        "The opinions expressed in this piece belong solely to the author.",
        "The authors write in their personal capacities.",
        "Bu yazıda ifade edilen görüşler yazarların kişisel görüşleridir.",
        "Nothing in this article should be taken as the position of the Harbour Institute.",
        "The views in this piece do not necessarily coincide with those of the editors.",
        "The arguments made here are the author's alone.",
        "The ideas put forward in this text belong to the author.",
        "The opinions voiced in this text are not necessarily shared by the institute.",
        "The institute does not necessarily endorse the views expressed in this article.",
        "The institute is not responsible for the opinions expressed in this article.",
        "Views expressed here are personal and do not represent those of the government.",
        "Bu metin, kurumun kurumsal görüşünü yansıtmamaktadır.",
        "Burada dile getirilen fikirler bakanlığın resmî politikasını temsil etmez.",
        "본 원고의 내용은 소속 기관의 공식 견해가 아님을 밝힙니다.",
        "الآراء الواردة هنا تخص الكاتب وحده.",
        "Der Text gibt nicht notwendigerweise die Position des Instituts wieder.",
    ],
)
def test_more_disclaimers(text):
    assert read(STRAIT, INSURERS, text).disclaimer == text
