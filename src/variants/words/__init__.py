"""Which words of aligned sentences correspond.

``linker`` says what a linker is. A text's way through the room: ``tokenize`` cuts words,
``vocabulary`` says what is known of each, ``connect`` sends nearly equal pairs to
``nearly_same`` and the others, in ``batches``, by ``evidence`` and ``context`` to the
``scorer``.
"""

from __future__ import annotations

from variants.types.alignment import Alignment
from variants.types.words import WordAlignment
from variants.words.linker import Linker


def link_lexical(alignment: Alignment) -> tuple[WordAlignment, ...]:
    """Link by spelling, stems, numbers, names and context."""
    # Here, since numpy takes longer to import than a short command may take.
    from variants.words.scorer import lexical_model  # noqa: PLC0415
    from variants.words.word_links import link_words  # noqa: PLC0415

    return link_words(alignment, lexical_model())


def link_semantic(alignment: Alignment) -> tuple[WordAlignment, ...]:
    """Link also by what words mean, from vectors of the extra "semantic"."""
    # For the same reason.
    from variants.words.scorer import semantic_model  # noqa: PLC0415
    from variants.words.word_links import link_words  # noqa: PLC0415

    return link_words(alignment, semantic_model())


LINKERS: dict[str, Linker] = {
    "lexical": link_lexical,
    "semantic": link_semantic,
}
