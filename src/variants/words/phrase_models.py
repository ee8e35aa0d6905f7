"""Models that link the words of phrases too.

People ask for these links (``sequences``). Differences are cut from the links of single words, by
the models of ``scorer``, so that comparing texts loads nothing of this.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache

from variants.words.phrase_weights import read_phrase_weights
from variants.words.scorer import ScorerModel, lexical_model, semantic_model


@cache
def lexical_phrase_model() -> ScorerModel:
    """Return ``lexical_model`` with the stage of phrases."""
    return replace(lexical_model(), phrases=read_phrase_weights("lexical"))


@cache
def semantic_phrase_model() -> ScorerModel:
    """Return ``semantic_model`` with the stage of phrases; it needs the extra "semantic"."""
    return replace(semantic_model(), phrases=read_phrase_weights("semantic"))


PHRASE_MODELS: Mapping[str, Callable[[], ScorerModel]] = {
    "lexical": lexical_phrase_model,
    "semantic": semantic_phrase_model,
}
"""Model of each linker, with the keys of ``LINKERS``."""
