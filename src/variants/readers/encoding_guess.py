"""Guess at the encoding of a text from an older machine."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass

import charset_normalizer
import regex

from variants.languages.alphabets import LETTERS
from variants.readers.encoding_rivals import other_reading

# One encoding for each script and platform, the most frequent first. A longer list would let short
# texts be decoded with rare encodings.
_LEGACY = (
    *("cp1252", "mac_roman", "cp850", "cp1250", "cp1251", "koi8_r", "cp866", "cp1253"),
    *("cp1254", "cp1255", "cp1256", "cp1257", "iso8859_2", "cp852", "iso8859_5"),
    *("gb18030", "big5", "shift_jis", "euc_jp", "euc_kr"),
)
_WESTERN = frozenset(
    ("en", "fr", "de", "es", "pt", "it", "nl", "sv", "da", "no", "nb", "nn", "fi", "ca", "la")
)
_WESTERN_ENCODINGS = ("cp1252", "mac_roman", "cp850")
_LOWER = "a-zßàáâãäåæçèéêëìíîïñòóôõöøùúûüÿœšž"
_UPPER = "A-ZÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜŸŒŠŽ"
_MARKS_IN_WORDS = "’·–—\xad"
_MARKS_AROUND_WORDS = "‘‚“”„«»‹›…•†‡§¶©®™°±´£¥€¢¡¿¼½¾¹²³ªº×\xa0"
# Patterns that do not occur in Western European texts: another character, a capital letter after a
# small one, a mark inside a word, three accented letters in a row.
_NOT_WESTERN = re.compile(
    rf"[^\x00-\x7f{_LOWER}{_UPPER}{_MARKS_IN_WORDS}{_MARKS_AROUND_WORDS}]"
    rf"|(?<=[{_LOWER}])(?![A-Z])[{_UPPER}]"
    rf"|(?<=[{_LOWER}])[{_MARKS_AROUND_WORDS.replace(chr(0xA0), '')}](?=[{_LOWER}])"
    rf"|(?:(?![a-zA-Z])[{_LOWER}{_UPPER}]){{3}}"
)
_FOREIGN_SHARE = 0.01
"""Share of letters beyond ASCII up to which they may be those of foreign names."""

_LETTER = regex.compile(r"(?![\x00-\x7f])[\p{L}\p{M}]")
_ODD = regex.compile(r"(?<=\p{L})(?![\p{L}\p{M}’·–—\u00ad\u200c\x00-\x7f]).(?=\p{L})|[\x7f-\x9f]")
_OF_OTHER_SCRIPTS = regex.compile(
    r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\p{Hebrew}\p{Arabic}]"
)
_SAMPLE = 200_000
_MOST_MESS = 0.35
_NEAR = 0.03
"""Difference of scores up to which a guess is uncertain."""
_OWN_LANGUAGE = 0.1
_COHERENCE = 0.1
"""Weight of the frequencies of letters, which the library compares with those of languages."""


@dataclass(frozen=True, slots=True)
class Guess:
    """A guess.

    Attributes:
        encoding: Python's name of the encoding.
        runner_up: The encoding that fits nearly as well and gives another text; empty if none does.
    """

    encoding: str
    runner_up: str = ""


def guess_encoding(data: bytes, language: str) -> Guess | None:
    """Return the most probable encoding; ``None`` if none fits.

    charset-normalizer is unreliable for ASCII with a few curly quotation marks, the most frequent
    case. Therefore Western European encodings are tried first if the language uses them. It also
    takes no account of the letters that a language has, and so mistakes one encoding of Latin
    letters for another.
    """
    own = language.partition("-")[0].lower()
    guess = _best(data, own)
    if guess is None:
        return None
    rival = other_reading(data[:_SAMPLE], guess.encoding, own, _LEGACY)
    return guess if rival is None else Guess(guess.encoding, rival)


def _best(data: bytes, own: str) -> Guess | None:
    """Return the encoding with the best score, and another one that has nearly the same score."""
    if own in _WESTERN:
        for encoding in _WESTERN_ENCODINGS:
            if _is_western(data.decode(encoding, errors="replace")):
                return Guess(encoding)
    scores = sorted(_scores(data, own))
    if not scores:
        return None
    best, _, encoding = scores[0]
    text = data[:_SAMPLE].decode(encoding, errors="ignore")
    for score, _, other in scores[1:]:
        if score - best > _NEAR:
            break
        if data[:_SAMPLE].decode(other, errors="ignore") != text:
            return Guess(encoding, other)
    return Guess(encoding)


def _is_western(text: str) -> bool:
    """Return True if a text has only letters of one Western language, or a few of several."""
    if _NOT_WESTERN.search(text) is not None:
        return False
    letters = Counter(_LETTER.findall(text[:_SAMPLE].lower()))
    if any(LETTERS[tag].issuperset(letters) for tag in _WESTERN if tag in LETTERS):
        return True
    return letters.total() <= _FOREIGN_SHARE * sum(map(str.isalpha, text[:_SAMPLE]))


def _scores(data: bytes, own: str) -> Iterator[tuple[float, int, str]]:
    """Yield a score, the lowest for the best fit, for each encoding that fits, and its rank."""
    found = charset_normalizer.from_bytes(
        data, cp_isolation=list(_LEGACY), threshold=_MOST_MESS, enable_fallback=False
    )
    for match in found:
        for encoding in dict.fromkeys(one.encoding for one in (match, *match.submatch)):
            try:
                text = data.decode(encoding)
            except UnicodeError:
                continue
            lack = 1 - _known_share(text[:_SAMPLE], own)
            score = match.chaos + lack - _COHERENCE * match.coherence
            yield score, _rank(encoding), encoding


def _rank(encoding: str) -> int:
    return _LEGACY.index(encoding) if encoding in _LEGACY else len(_LEGACY)


def _known_share(text: str, own: str) -> float:
    """Return the share of characters beyond ASCII that are letters of one language.

    Other signs count if they are inside a word. The language of the user is preferred.
    """
    letters = Counter(_LETTER.findall(text.lower()))
    number = letters.total() + len(_ODD.findall(text))
    if not number:
        return 1.0
    of_scripts = sum(letters[one] for one in letters if _OF_OTHER_SCRIPTS.match(one))
    shares = [of_scripts / number]
    for tag, known in LETTERS.items():
        share = _known(letters, known) / number
        shares.append(share if own in {tag, "en"} else share - _OWN_LANGUAGE)
    return max(shares)


def _known(letters: Counter[str], known: Collection[str]) -> int:
    return sum(number for letter, number in letters.items() if letter in known)
