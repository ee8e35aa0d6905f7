"""Signs of verbs for what is done again."""

from __future__ import annotations

from collections.abc import Iterator

from variants.classify.sense.contrast import Contrast
from variants.classify.sense.lost_small_words import AGAIN
from variants.classify.sense.side_small_words import has_value, small_word_reader
from variants.classify.sense.signs import Sign
from variants.languages.kin import kin_of
from variants.types.sense import SenseSort


def find_repetition_signs(contrast: Contrast) -> Iterator[Sign]:
    """Yield a sign for a verb for what is done again beside the plain verb: "rebuild", "build"."""
    tag = contrast.seed.language.tag
    reader, kin = small_word_reader(tag), kin_of(tag)
    if reader is None or kin is None or not reader.words.repeating_prefix:
        return
    seed, other = contrast.seed, contrast.other
    verbs = {
        side.lemmas[n]: side.words[n]
        for side, content in ((seed, contrast.seed_content), (other, contrast.other_content))
        for n in content
    }
    for lemma, word in verbs.items():
        base = lemma.removeprefix(reader.words.repeating_prefix)
        if base == lemma or base not in verbs or "v" not in kin.parts_of_speech(base):
            continue
        if not any(has_value(side, AGAIN) for side in (seed, other)):
            words = (word, verbs[base]) if lemma in seed.lemmas else (verbs[base], word)
            yield Sign("phase.again", 1.0, SenseSort.TIME, *words)
