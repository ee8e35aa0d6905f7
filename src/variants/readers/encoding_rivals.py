"""Other encodings that read a text as well as the guessed one, since it has little evidence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import regex

from variants.languages.alphabets import LETTERS, SHARES

_LETTER = regex.compile(r"(?![\x00-\x7f])[\p{L}\p{M}]")
_UNUSUAL = regex.compile(r"[^\x00-\x7f‘’“”–—…\xa0]")
_STRANGE = regex.compile(
    r"(?<=\p{L})(?![\p{L}\p{M}’–—\u00ad\u200c\x00-\x7f])\S(?=\p{L})"  # A sign in a word.
    r"|(?<=\p{L}{2})\xa0(?=\p{L})"  # A fixed space after a word that is not short.
    r"|(?<=\p{L})(?![A-Z])\p{Lu}"  # A capital inside a word.
    r"|(?<=\p{Latin})(?!\p{Latin})\p{L}|(?<!\p{Latin})(?<=\p{L})\p{Latin}"  # Two scripts.
    r"|(?<![\p{L}’'])(?![A-ZÀÈÉÓ])\p{Lu}(?![\p{L}’'.])"  # A capital alone.
    r"|(?<=\p{L})[–—“„«‹¡¿£¹²³¼½¾\u00ad](?!\p{L})|ς(?=\p{L})|σ(?!\p{L})"  # At the wrong end.
    r"|(?![\x00-\x7f§©®°±×€£¥])[\p{S}‗¤\x7f-\x9f\p{Co}\p{Cn}]"  # A sign of no text.
)
_OF_OTHER_SCRIPTS = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}]")
_WINDOWS = "cp125"
_OLDER = frozenset(("mac_roman", "cp850", "cp852", "cp866", "koi8_r", "iso8859_5"))
_ENOUGH = 200  # Characters beyond ASCII that are evidence enough.
_FOREIGN = 0.01  # Share of them up to which they may be those of foreign names.
_RARE = 0.3  # Part of the usual share of such letters below which a text is of another language.
_LONGEST = 4  # Bytes of a character.
_FEW = 3  # Letters below which their share is left to chance.


def other_reading(data: bytes, encoding: str, own: str, encodings: Iterable[str]) -> str | None:
    """Return another encoding in which a text looks as well; empty if there is none.

    It looks well if its letters are those of one language and none of them is in a strange place.
    The result is ``None`` if this shows nothing: for a script with a character for each syllable or
    word, for names in another text, and for a text with much evidence.

    Args:
        data: The beginning of the text.
        encoding: The encoding that was guessed.
        own: Tag of the language that the user states; "en" is also that of users who state none.
        encodings: The encodings to try.
    """
    text = data.decode(encoding, errors="ignore")
    signs = len(_UNUSUAL.findall(text)) + len(_STRANGE.findall(text))
    if _OF_OTHER_SCRIPTS.search(text) or not _FOREIGN * len(text) < signs <= _ENOUGH:
        return None
    most = _doubts(text, own)
    found = []
    for rank, other in enumerate(encodings):
        rival = _decoded(data, other)
        # Texts from older machines are rarer.
        is_rare = other in _OLDER and encoding.startswith(_WINDOWS)
        if rival and rival != text and (doubts := _doubts(rival, own)) <= most - is_rare:
            found.append((doubts, rank, other))
    return min(found, default=(0, 0, ""))[2]


def _decoded(data: bytes, encoding: str) -> str:
    """Return a text in an encoding; empty if it does not fit."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        # The last character may be cut.
        return data[: error.start].decode(encoding) if len(data) - error.start < _LONGEST else ""


def _doubts(text: str, own: str) -> int:
    """Return the number of letters in strange places, or beyond those of the best language."""
    letters = Counter(_LETTER.findall(text.lower()))
    number = sum(map(str.isalpha, text))
    tags = [own] if own in LETTERS else [tag for tag in LETTERS if _is_usual(tag, letters, number)]
    known = max(
        (sum(letters[one] for one in LETTERS[tag] if one in letters) for tag in tags), default=0
    )
    return len(_STRANGE.findall(text)) + letters.total() - known


def _is_usual(tag: str, letters: Counter[str], number: int) -> bool:
    """Return True if a text of a language may have so few letters beyond ASCII."""
    expected = SHARES.get(tag, 0.0) * number
    return expected < _FEW or letters.total() >= _RARE * expected
