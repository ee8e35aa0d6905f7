"""Links between the words of aligned sentences.

``linker`` defines the interface. In the order in which a text is processed: ``tokenize`` cuts
words, ``vocabulary`` describes each, ``linking`` passes nearly equal pairs of sentences to
``nearly_same`` and the others, in ``batches``, through ``evidence`` and ``context`` to the
``scorer``. Its links are of single words, and differences are cut from them. Links that people ask
for (``sequences``) pass through ``phrases`` too, which also links the other words of a phrase.
"""

from __future__ import annotations

from variants.types.alignment import Alignment
from variants.types.words import WordAlignment
from variants.words.linker import Linker


def link_lexical(alignment: Alignment) -> tuple[WordAlignment, ...]:
    """Link words by spelling, stems, numbers, names and context."""
    # Imported here because numpy takes longer to import than a short command may take.
    from variants.words.scorer import lexical_model  # noqa: PLC0415
    from variants.words.word_links import link_words  # noqa: PLC0415

    return link_words(alignment, lexical_model())


def link_semantic(alignment: Alignment) -> tuple[WordAlignment, ...]:
    """Link words also by meaning, with the word vectors of the extra "semantic".

    Raises:
        MissingExtra: The extra is not installed.
    """
    # Imported here because it needs numpy.
    from variants.words.scorer import semantic_model  # noqa: PLC0415
    from variants.words.word_links import link_words  # noqa: PLC0415

    return link_words(alignment, semantic_model())


LINKERS: dict[str, Linker] = {
    "lexical": link_lexical,
    "semantic": link_semantic,
}
"""Each linker, by the name that settings and options have for it."""
