"""Whether a log is whole, and whether its decisions say what stood in the texts."""

from __future__ import annotations

from collections.abc import Iterator

from variants.errors import TextDamaged
from variants.log.history import History
from variants.log.places import normalize_words
from variants.log.problem import Problem
from variants.log.stored_texts import TextStore
from variants.log.stores import Store
from variants.types.decision import Decision


def check_log(history: History, store: Store) -> list[Problem]:
    """All that is wrong with a log, in order; what is grave may be lost or changed.

    What nobody can see from the log alone is an end that was cut off or written anew, unless a
    seal or another writer has named it: compare the heads with those that were published.

    Args:
        history: What was read from the store.
        store: Where it is kept.
    """
    reader = _Reader(store.texts)
    wrong = [
        Problem(*history.where(decision.id), message, grave)
        for decision in history.decisions()
        for message, grave in reader.wrong_with(decision)
    ]
    return sorted({*history.problems(), *store.defects(), *wrong})


class _Reader:
    """Compares decisions with the texts they were made on."""

    def __init__(self, texts: TextStore) -> None:
        self._texts = texts
        self._plain: dict[str, str | None] = {}
        self._folded: dict[str, str] = {}
        self._damaged: set[str] = set()

    def wrong_with(self, decision: Decision) -> Iterator[tuple[str, bool]]:
        """What is wrong with one decision, and whether it is grave."""
        anchor = decision.anchor
        text = self._text(anchor.text)
        if anchor.text in self._damaged:
            yield f"was made on a text that has been changed ({anchor.text[:12]})", True
        elif text is None:
            yield f"was made on a text that was not kept ({anchor.text[:12]})", False
        elif anchor.position.of(text) != anchor.quote.exact:
            yield f"quotes “{anchor.quote.exact}”, which does not stand there", True
        witnesses = dict(decision.witnesses)
        for wording in decision.saw:
            for siglum in wording.sigla:
                digest = witnesses.get(siglum, "")
                if not self._has(digest, wording.text):
                    yield f"saw “{wording.text}” in {siglum}, which does not have it", True

    def _text(self, digest: str) -> str | None:
        if digest not in self._plain:
            try:
                self._plain[digest] = self._texts.get(digest)
            except TextDamaged:
                self._plain[digest] = None
                self._damaged.add(digest)
        return self._plain[digest]

    def _has(self, digest: str, words: str) -> bool:
        """Whether a text has the words somewhere; yes, where that cannot be told."""
        text = self._text(digest) if digest else None
        if text is None:
            return True
        if digest not in self._folded:
            self._folded[digest] = normalize_words(text)
        return normalize_words(words) in self._folded[digest]
