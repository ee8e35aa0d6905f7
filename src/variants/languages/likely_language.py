"""A guess at the language of a text that is compared as English."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from variants.types.notice import Notice
from variants.types.witness import Witness

_ENGLISH = "en"  # The only language with rules for the sense.
_MOST = 20_000  # Characters that are read.
_FEWEST_LETTERS = 40
_FEWEST_WORDS = 5  # Common words that show a language.
_DIFFERENT_WORDS = 3
_SHARE = 0.06  # Of all words; a telegram in English has fewer common words of another language.
_LEAD = 2  # Times as many common words as of English.
_WORD = re.compile(r"[^\W\d_]+")
_SCRIPTS = (
    ("ja", re.compile("[\u3041-\u30ff]"), 0.1),
    ("ko", re.compile("[\uac00-\ud7a3]"), 0.5),
    ("zh", re.compile("[\u3400-\u9fff]"), 0.5),
    ("grc", re.compile("[\u1f00-\u1fff]"), 0.05),
    ("el", re.compile("[\u0370-\u03ff]"), 0.5),
    ("he", re.compile("[\u05d0-\u05ea]"), 0.5),
    ("fa", re.compile("[\u067e\u0686\u0698\u06af]"), 0.02),
    ("ar", re.compile("[\u0620-\u064a]"), 0.5),
    ("hi", re.compile("[\u0904-\u0939]"), 0.5),
    ("hy", re.compile("[\u0531-\u0586]"), 0.5),
    ("ka", re.compile("[\u10d0-\u10ff]"), 0.5),
    ("th", re.compile("[\u0e01-\u0e2e]"), 0.5),
    ("uk", re.compile("[іїєґІЇЄҐ]"), 0.03),
    ("be", re.compile("[ўЎ]"), 0.005),
    ("sr", re.compile("[јљњђћџ]"), 0.03),
    ("ru", re.compile("[ыэёЫЭЁ]"), 0.005),
    ("bg", re.compile("[ъЪ]"), 0.005),
    ("ru", re.compile("[\u0410-\u044f]"), 0.5),
)
"""Letters that show a language, and their least share of all letters; the first that fits."""
_COMMON = {
    tag: frozenset(words.split())
    for tag, words in {
        "en": "the of and to in is that it was for with as his he be not by on which this had",
        "cs": "a se v na je že to s z do o i jako byl aby ale jsem nebo také",
        "da": "og i at det er en til af på den for med ikke der som et han var har de",
        "de": "der die und in den von zu das mit sich des ist im dem nicht ein eine auf er sie es",
        "es": "de la que el en y a los se del las un por con no una su para es al lo",
        "fi": "ja on ei että oli se hän mutta kun niin myös joka ovat sen tai",
        "fr": "de la le et les des en un une du dans qui que il est pour au pas l d ne",
        "hu": "a az és hogy nem is egy volt meg de ez csak mint azt már",
        "it": "di e il la che in a per è un non del le si con una i da al della lo",
        "la": "et in est non ad ut cum qui quod sed ab ex si quae eius esse hoc quam ac atque",
        "nl": "de van het een en in is dat op te zijn met voor niet die er aan hij ook",
        "pl": "w i na z do się nie to że jest o a jak od po przez był ale co jego",
        "pt": "de a o que e do da em um para com não uma os no se na por mais as ao",
        "ro": "de și în la a cu nu pe că din o un mai care este se să",
        "sv": "och i att det som en på är av för med den till inte han var har ett jag",
        "tr": "ve bir bu da de için ile olarak çok daha gibi ne olan o kadar",
    }.items()
}
"""The most common words of languages in Latin letters."""

_SENSE = (
    "Negations and numbers in words are recognised in Chinese, English, French, German, Italian, "
    "Polish, Russian and Spanish, modal words and opposites in English only. In other languages "
    "than English ▲ marks less: read the other wording too."
)


def likely_language(text: str) -> str:
    """Return the tag of the language that a text is probably in; empty if nothing shows it.

    Examples:
        >>> likely_language("Он сказал, что мы не можем ждать, и вышел. Это было вечером.")
        'ru'
        >>> likely_language("Agreed.")
        ''
    """
    text = text[:_MOST]
    letters = sum(map(str.isalpha, text))
    if letters < _FEWEST_LETTERS and text.isascii():
        return ""
    for tag, pattern, share in _SCRIPTS:
        if letters and len(pattern.findall(text)) >= share * letters:
            return tag
    return _by_common_words(text)


def _by_common_words(text: str) -> str:
    words = Counter(_WORD.findall(text.lower()))
    shares = {
        tag: sum(words[word] for word in common) / max(1, words.total())
        for tag, common in _COMMON.items()
    }
    best = max(shares, key=lambda tag: (shares[tag], tag == _ENGLISH))
    found = [words[word] for word in _COMMON[best] if words[word]]
    is_sure = sum(found) >= _FEWEST_WORDS and len(found) >= _DIFFERENT_WORDS
    if not is_sure or shares[best] < _SHARE:
        return ""
    return best if best == _ENGLISH or shares[best] >= _LEAD * shares[_ENGLISH] else ""


def language_notices(witnesses: Iterable[Witness]) -> Iterator[Notice]:
    """Yield notices on texts in other languages than English, or that probably are.

    Args:
        witnesses: The seed first.
    """
    seed, *others = witnesses
    of_seed = _language_of(seed)
    if _stated(seed) != _ENGLISH:
        yield Notice("", _SENSE)
    for witness in (seed, *others):
        tag = _language_of(witness)
        if tag != of_seed:
            yield Notice(
                witness.siglum,
                f"the text is in another language ({tag}) than the seed ({of_seed}). Words of "
                "different languages do not match, so most differences state nothing.",
            )
        elif tag != _stated(witness):
            yield Notice(
                witness.siglum,
                f"the text seems to be in another language ({tag}), but is compared as English. "
                f'Give --language {tag}, or in an edition set language = "{tag}" in '
                "variants.toml.",
            )


def _language_of(witness: Witness) -> str:
    """Return the language that is stated, or what a text probably is instead of English."""
    stated = _stated(witness)
    return (likely_language(witness.compared) or stated) if stated == _ENGLISH else stated


def _stated(witness: Witness) -> str:
    return witness.language.partition("-")[0].lower()
