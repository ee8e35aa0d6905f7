import pytest

from variants.languages import same_name


@pytest.mark.parametrize(
    ("pinyin", "other"),
    [
        ("Mao Zedong", "Mao Tse-tung"),
        ("Zhou Enlai", "Chou En-lai"),
        ("Gao Gang", "Kao Kang"),
        ("Peng Dehuai", "P’eng Te-huai"),
        ("Zhu De", "Chu Te"),
        ("Zhu De", "Chu Teh"),
        ("De", "Teh"),
        ("Mao Zedong", "Mao Tsé-toung"),
        ("Zedong", "Tsé-toung"),
        ("Jiang Jieshi", "Tschiang Kai-schek"),
        ("Liu Shaoqi", "Liu Shao-ch'i"),
        ("Lin Biao", "Lin Piao"),
        ("Deng Xiaoping", "Teng Hsiao-p’ing"),
        ("Beijing", "Peking"),
        ("PEIPING", "Beijing"),
        ("Chongqing", "Chungking"),
        ("U.S.S.R.", "Soviet Union"),
        ("CCP", "Chinese Communist Party"),
        ("P.R.C.", "People’s Republic of China"),
    ],
)
def test_pinyin_and_older_forms_are_one_name_in_either_order(pinyin: str, other: str) -> None:
    assert same_name(pinyin, other)
    assert same_name(other, pinyin)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Gao Gang", "Mao Zedong"),
        ("Stalin", "Filippov"),
        ("Beijing", "Nanjing"),
        ("UN", "United States"),
        ("", ""),
    ],
)
def test_other_names_stay_apart(one: str, other: str) -> None:
    assert not same_name(one, other)
