"""Forms of one name: pinyin and Wade–Giles, and places with several names."""

from __future__ import annotations

import re
from functools import lru_cache

from variants.languages.folding import fold
from variants.languages.state_names import SAME_STATES
from variants.languages.word_cache import WORD_CACHE_SIZE

# Forms that no spelling rule derives from each other: postal romanisation and names that
# came through another language. Folded, without spaces and hyphens.
_SAME_NAME = (
    ("beijing", "peking", "peiping"),
    ("nanjing", "nanking"),
    ("chongqing", "chungking"),
    ("guangzhou", "canton", "kwangchow"),
    ("tianjin", "tientsin"),
    ("qingdao", "tsingtao"),
    ("shenyang", "mukden"),
    ("dalian", "dairen"),
    ("lushun", "portarthur"),
    ("xian", "sian"),
    ("guangdong", "kwangtung"),
    ("guangxi", "kwangsi"),
    ("sichuan", "szechwan", "szechuan"),
    ("xinjiang", "sinkiang"),
    ("fujian", "fukien"),
    ("jiangxi", "kiangsi"),
    ("maozedong", "maotsetoung"),
    ("zedong", "tsetoung"),
    ("de", "te", "teh"),
    ("zhude", "chuteh"),
    ("jiangjieshi", "chiangkaishek", "tschiangkaischek", "tchangkaichek"),
    ("sunzhongshan", "sunyatsen"),
    ("songqingling", "soongchingling"),
    ("andong", "antung"),
    ("moscow", "moskva"),
    ("kyiv", "kiev"),
    ("ulysses", "odysseus"),
    ("zeus", "jove", "jupiter"),
    ("ajax", "aias"),
    ("heracles", "herakles", "hercules"),
    ("elijah", "elias"),
    ("isaiah", "esaias"),
    ("jesse", "isai"),
    ("leghorn", "livorno"),
    ("constantinople", "istanbul"),
    *SAME_STATES,
)
_FORMS_OF = {form: frozenset(forms) for forms in _SAME_NAME for form in forms}

_INITIALS = {
    "zh": "ch",
    "ch": "ch",
    "sh": "sh",
    "b": "p",
    "p": "p",
    "m": "m",
    "f": "f",
    "d": "t",
    "t": "t",
    "n": "n",
    "l": "l",
    "g": "k",
    "k": "k",
    "h": "h",
    "j": "ch",
    "q": "ch",
    "x": "hs",
    "z": "ts",
    "c": "ts",
    "s": "s",
    "r": "j",
}
_FINALS = {
    "a": "a", "ai": "ai", "an": "an", "ang": "ang", "ao": "ao",
    "e": "e", "ei": "ei", "en": "en", "eng": "eng", "er": "erh",
    "i": "i", "ia": "ia", "ian": "ien", "iang": "iang", "iao": "iao", "ie": "ieh",
    "in": "in", "ing": "ing", "iong": "iung", "iu": "iu",
    "o": "o", "ong": "ung", "ou": "ou",
    "u": "u", "ua": "ua", "uai": "uai", "uan": "uan", "uang": "uang", "ue": "ueh",
    "ui": "ui", "un": "un", "uo": "o",
}  # fmt: skip
_ALONE = {
    "a": "a", "ai": "ai", "an": "an", "ang": "ang", "ao": "ao", "e": "e", "en": "en", "er": "erh",
    "o": "o", "ou": "ou",
    "ya": "ya", "yan": "yen", "yang": "yang", "yao": "yao", "ye": "yeh", "yi": "i", "yin": "yin",
    "ying": "ying", "yong": "yung", "you": "yu", "yu": "yu", "yuan": "yuan", "yue": "yueh",
    "yun": "yun",
    "wa": "wa", "wai": "wai", "wan": "wan", "wang": "wang", "wei": "wei", "wen": "wen",
    "weng": "weng", "wo": "wo", "wu": "wu",
}  # fmt: skip
_SPECIAL = {
    # The "empty" final after the sibilants, and the finals that differ after some initials.
    "zi": "tzu", "ci": "tzu", "si": "szu", "zhi": "chih", "chi": "chih", "shi": "shih",
    "ri": "jih",
    "ge": "ko", "ke": "ko", "he": "ho", "guo": "kuo", "kuo": "kuo", "huo": "huo", "shuo": "shuo",
    "gui": "kuei", "kui": "kuei",
}  # fmt: skip
_SYLLABLES = {
    **{i + f: wi + wf for i, wi in _INITIALS.items() for f, wf in _FINALS.items()},
    **_ALONE,
    **_SPECIAL,
}
_LONGEST = max(map(len, _SYLLABLES))
_LONGEST_NAME = 30  # Letters; longer than any name of a person or place.
_NO_PART_OF_A_NAME = re.compile(r"[\W_]+")


def same_name(one: str, other: str) -> bool:
    """Return True if two wordings are forms of one name.

    Covers pinyin and Wade–Giles for any Chinese name, without aspirates and diacritics as
    often in print, and a short list of places. The caller must know that the words are
    names: "can" and "tsan" are forms of one syllable.

    Examples:
        >>> same_name("Mao Zedong", "Mao Tse-tung"), same_name("Gao Gang", "KAO KANG")
        (True, True)
        >>> same_name("Beijing", "Peking"), same_name("Gao", "Mao")
        (True, False)
    """
    forms, others = name_forms(one), name_forms(other)
    return bool(forms and others) and (forms[0] in others or others[0] in forms)


@lru_cache(maxsize=WORD_CACHE_SIZE)
def name_forms(name: str) -> tuple[str, ...]:
    """Return the folded letters and digits of a name, then its other known forms.

    Two wordings are forms of one name if the first form of either is among the other's.

    Examples:
        >>> name_forms("Mao Zedong")
        ('maozedong', 'maotsetoung', 'maotsetung')
        >>> name_forms("MIG-15")
        ('mig15',)
        >>> name_forms("…")
        ()
    """
    letters = _NO_PART_OF_A_NAME.sub("", fold(name))
    if not letters:
        return ()
    others = _FORMS_OF.get(letters, frozenset()) | wade_giles(letters)
    return (letters, *sorted(others - {letters}))


@lru_cache(maxsize=WORD_CACHE_SIZE)
def wade_giles(pinyin: str) -> frozenset[str]:
    """Return every Wade–Giles form, letters only, that a pinyin name can have.

    There can be several, since a name written as one word is ambiguous ("xian"). There are none
    for more than 30 letters, because the number of forms can double with every syllable.

    Examples:
        >>> sorted(wade_giles("zedong"))
        ['tsetung']
        >>> wade_giles("stalin")
        frozenset()
    """
    if len(pinyin) > _LONGEST_NAME:
        return frozenset()
    forms: list[frozenset[str]] = [frozenset({""})]
    for end in range(1, len(pinyin) + 1):
        forms.append(
            frozenset(
                form + _SYLLABLES[pinyin[start:end]]
                for start in range(max(0, end - _LONGEST), end)
                if pinyin[start:end] in _SYLLABLES
                for form in forms[start]
            )
        )
    return forms[-1]
