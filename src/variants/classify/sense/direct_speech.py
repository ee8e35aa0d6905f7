"""The words of a speaker, as they are or as a report."""

from __future__ import annotations

from variants.classify.sense.contrast import Contrast, SideOfBead

_QUOTES = frozenset('"“”„«»‘')
_BEFORE_SPEECH = frozenset(",:")


def reports_on_one_side(contrast: Contrast) -> bool:
    """Return True if one side has the words of a speaker, and the other a report of them."""
    return contrast.seed.read(_has_direct_speech) != contrast.other.read(_has_direct_speech)


def _has_direct_speech(side: SideOfBead) -> bool:
    """Return True if a side has a quotation mark, or as in the Bible a capital: "said, What"."""
    language = side.language
    return not _QUOTES.isdisjoint(side.words) or any(
        word in _BEFORE_SPEECH
        and following[:1].isupper()
        and (fact.key in language.function_words or fact.key in language.modals)
        and len(following) > 1
        for word, following, fact in zip(side.words, side.words[1:], side.facts[1:], strict=False)
    )
