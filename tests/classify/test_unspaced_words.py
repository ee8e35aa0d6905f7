import pytest

from variants.pipeline import collate
from variants.settings import Settings
from variants.types.witness import Witness


def _places(language: str, seed: str, other: str) -> list[tuple[str, str]]:
    witnesses = [Witness("S", seed, language=language), Witness("A", other, language=language)]
    collation = collate(witnesses, Settings())
    return [
        (entry.lemma.of(seed), reading.wording)
        for entry in collation.entries
        for reading in entry.readings
    ]


@pytest.mark.parametrize(
    ("language", "seed", "other", "places"),
    [
        ("zh", "双方签署供应协定。", "双方签署供应条约。", [("协定", "条约")]),
        ("zh", "我们不能等到秋天。", "我們可以等到秋天。", [("们", "們"), ("不能", "可以")]),
        ("zh", "副本于今年寄往莫斯科。", "副本于今年寄往列宁格勒。", [("莫斯科", "列宁格勒")]),
        ("zh", "共派遣十六个师。", "共派遣十二个师。", [("十六", "十二")]),
        ("ja", "双方は供給協定に署名した。", "双方は供給条約に署名した。", [("協定", "条約")]),
    ],
)
def test_letters_without_space_are_one_place(
    language: str, seed: str, other: str, places: list[tuple[str, str]]
) -> None:
    assert _places(language, seed, other) == places
