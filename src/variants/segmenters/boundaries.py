"""Where sentences may end: what sentencex proposes, or a plain rule where it fails."""

from __future__ import annotations

import re
from collections.abc import Iterator

from variants.segmenters.punctuation import FULL_WIDTH, TERMINAL

_END = re.compile(rf"[{TERMINAL}]+(?:\s+|(?<=[{FULL_WIDTH}]))")


def find_boundaries(language: str, text: str) -> Iterator[int]:
    """Give the offsets after which a sentence may begin, the text's end among them.

    Args:
        language: ISO 639; sentencex takes one that it does not know for a near relative
            or for English.
        text: As ``mask`` leaves it; blanks count to the sentence before them.
    """
    # Loaded where it is used, so that starting stays instant; it has no type stubs.
    import sentencex  # type: ignore[import-untyped]  # noqa: PLC0415

    try:
        found = sentencex.get_sentence_boundaries(language, text)
    except BaseException as error:
        # A panic of its Rust code reaches Python as a BaseException that no module exports.
        if type(error).__name__ != "PanicException":
            raise
        return (end.end() for end in _END.finditer(text))
    return (boundary["end_index"] for boundary in found)
