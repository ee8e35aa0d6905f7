"""Checks of a log: its chains, its references, and the texts that its events quote."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from variants.errors import TextDamaged
from variants.log.history import History
from variants.log.places import normalize_words
from variants.log.problem import Problem
from variants.log.stored_texts import TextStore
from variants.log.stores import Store
from variants.types.decision import Anchor, Decision, Wording
from variants.types.verdict import SenseVerdict

_GAP = "…"  # Views write it between the pieces of a reading.


def check_log(history: History, store: Store) -> list[Problem]:
    """Return all problems of a log, sorted.

    Missing or rewritten lines at the end of a chain cannot be detected from the log alone unless
    a seal or another writer mentions them. Compare the heads with published ones for that.

    Args:
        history: Events read from the store.
        store: Store of the log.
    """
    checker = _QuotationChecker(store.texts)
    judged: list[Decision | SenseVerdict] = [*history.decisions(), *history.verdicts()]
    found = [
        Problem(*history.where(one.id), message, grave)
        for one in judged
        for message, grave in checker.problems_of(one)
    ]
    return sorted({*history.problems(), *store.defects(), *found})


class _QuotationChecker:
    """Compares decisions and verdicts with the texts that they were made on."""

    def __init__(self, texts: TextStore) -> None:
        self._texts = texts
        self._plain: dict[str, str | None] = {}
        self._folded: dict[str, str] = {}
        self._damaged: set[str] = set()
        self._named: set[str] = set()

    def problems_of(self, judged: Decision | SenseVerdict) -> Iterator[tuple[str, bool]]:
        """Yield the message of each problem of an event, and True if it is grave."""
        yield from self._problems_of_anchor(judged.anchor)
        yield from self._problems_of_texts(dict(judged.witnesses))
        saw = judged.saw if isinstance(judged, Decision) else (judged.reading,)
        yield from self._problems_of_readings(saw, dict(judged.witnesses))

    def _problems_of_anchor(self, anchor: Anchor) -> Iterator[tuple[str, bool]]:
        text = self._text(anchor.text)
        if anchor.text in self._damaged:
            self._named.add(anchor.text)
            yield f"was made on a text that has been changed ({anchor.text[:12]})", True
        elif text is None:
            yield f"was made on a text that was not kept ({anchor.text[:12]})", False
        elif anchor.position.of(text) != anchor.quote.exact:
            yield f"quotes “{anchor.quote.exact}”, which its text does not have there", True

    def _problems_of_texts(self, witnesses: Mapping[str, str]) -> Iterator[tuple[str, bool]]:
        """Yield a problem for each compared text that was changed, once for all events."""
        for siglum, digest in witnesses.items():
            self._text(digest)
            if digest in self._damaged - self._named:
                self._named.add(digest)
                yield f"compared a text of {siglum} that has been changed ({digest[:12]})", True

    def _problems_of_readings(
        self, saw: Iterable[Wording], witnesses: Mapping[str, str]
    ) -> Iterator[tuple[str, bool]]:
        for wording in saw:
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
        """Return True if a text has the words, in their order, or if the text is unknown.

        A reading may consist of several pieces, which views join and a text does not: other words
        or sentences are between them there.
        """
        text = self._text(digest) if digest else None
        if text is None:
            return True
        if digest not in self._folded:
            self._folded[digest] = normalize_words(text)
        return _has_in_order(self._folded[digest], normalize_words(words))


def _has_in_order(text: str, words: str) -> bool:
    """Return True if a text has the words, together or with other words between them."""
    if words in text:
        return True
    at = 0
    for word in words.replace(_GAP, " ").split():
        found = text.find(word, at)
        if found < 0:
            return False
        at = found + len(word)
    return True
