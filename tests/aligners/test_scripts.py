import pytest

from tests.aligners.texts import FIRST, cut, pairs, singles
from variants.aligners import align_likelihood

RUSSIAN = (
    "Ваше письмо от третьего мая мы получили сегодня утром.",
    "Мост через Оку до осени починить нельзя.",
    "Два его столба унесло льдом.",
    "Инженеры просят лес, гвозди и сорок рабочих.",
    "Паром ходит два раза в день.",
    "Он перевозит телеги, скот и пеших.",
    "Паромщик жалуется, что ему с зимы не платили.",
    "Жалобу его считаем справедливой.",
    "Урожай обещает быть хорошим.",
    "Рожь стоит высоко, и овёс не пострадал от засухи.",
    "Учительница заболела, и школа закрыта.",
    "Ждём вашего ответа.",
)
CHINESE = (
    "你们五月三日的来信今天早上才收到。",
    "奥卡河上的桥秋天以前不能修好。",
    "两根桥柱被冰块冲走了。",
    "我们的工程师需要木材、钉子和四十名工人。",
    "渡船每天往返两次。",
    "它运送大车、牲口和行人。",
    "船夫抱怨说从冬天起没有人付给他工钱。",
    "我们认为他的抱怨是正当的。",
    "今年的收成看来很好。",
    "黑麦长得很高，燕麦也没有受到旱灾。",
    "女教师病了，学校关了门。",
    "等待你们的答复。",
)
ARABIC = (
    "وصلت رسالتكم المؤرخة في الثالث من مايو هذا الصباح.",
    "لا يمكن إصلاح الجسر على نهر أوكا قبل الخريف.",
    "جرف الجليد عمودين من أعمدته.",
    "يطلب مهندسونا خشبا ومسامير وأربعين عاملا.",
    "تعبر العبارة النهر مرتين في اليوم.",
    "وهي تنقل العربات والماشية والمشاة.",
    "يشكو صاحب العبارة من أن أحدا لم يدفع له منذ الشتاء.",
    "ونحن نرى أن شكواه عادلة.",
    "يبدو أن المحصول سيكون جيدا.",
    "القمح مرتفع ولم يتضرر الشوفان من الجفاف.",
    "مرضت المعلمة وأغلقت المدرسة.",
    "ننتظر جوابكم.",
)


@pytest.mark.parametrize("text", [RUSSIAN, CHINESE, ARABIC, FIRST[:12]])
def test_a_changed_copy_in_any_script_is_aligned(text: tuple[str, ...]) -> None:
    """Sentence 2 is left out, 5 and 6 are joined, 8 and 10 lose a third of their characters."""
    shortened = {k: text[k][: 2 * len(text[k]) // 3] for k in (8, 10)}
    kept = [shortened.get(k, sentence) for k, sentence in enumerate(text)]
    other = [*kept[:2], *kept[3:5], f"{kept[5]} {kept[6]}", *kept[7:]]
    alignment = align_likelihood(cut(text), cut(other, "A"))

    assert pairs(alignment.beads) == [
        *[((k,), (k,)) for k in range(2)],
        ((2,), ()),
        *[((k,), (k - 1,)) for k in range(3, 5)],
        ((5, 6), (4,)),
        *[((k,), (k - 2,)) for k in range(7, 12)],
    ]


def test_capitals_are_aligned_with_small_letters() -> None:
    alignment = align_likelihood(cut(FIRST), cut([s.upper() for s in FIRST], "A"))

    assert pairs(alignment.beads) == singles(len(FIRST))
    assert min(bead.confidence for bead in alignment.beads) > 0.99


def test_vowel_points_and_stress_marks_do_not_matter() -> None:
    bare = ("وصلت رسالتكم", "أغلقت المدرسة", "молоко дорого", "замок закрыт")
    marked = ("وَصَلَتْ رِسَالَتُكُمْ", "أُغْلِقَتِ المَدْرَسَةُ", "молоко́ до́рого", "за́мок закры́т")
    alignment = align_likelihood(cut(bare), cut(marked, "A"))

    assert pairs(alignment.beads) == singles(4)


def test_names_align_a_translation_with_its_source() -> None:
    seed = (
        "General Chuikov reached Mukden on 3 March 1949.",
        "The mayor wept.",
        "Comrade Li asked for 75 lorries.",
        "Marshal Zhukov promised only 30.",
        "Admiral Kuznetsov will come on 9 April.",
    )
    other = (
        "Генерал Чуйков прибыл в Мукден 3 марта 1949 г.",
        "Товарищ Ли просил 75 грузовиков.",
        "Маршал Жуков обещал только 30.",
        "Адмирал Кузнецов приедет 9 апреля.",
    )

    alignment = align_likelihood(cut(seed), cut(other, "A"))

    assert pairs(alignment.beads) == [
        ((0,), (0,)),
        ((1,), ()),
        *[((k,), (k - 1,)) for k in (2, 3, 4)],
    ]
