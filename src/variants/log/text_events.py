"""Events that record which texts a document has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from variants.log.events import DocumentOpened, TextChange


def text_events(
    document: str, seed: str, known: Mapping[str, str], digests: Mapping[str, str]
) -> Iterator[DocumentOpened | TextChange]:
    """Yield the events that update the recorded texts of a document.

    Args:
        document: Name of the document.
        seed: Siglum of the seed.
        known: SHA-256 of the texts as recorded last, by siglum; empty for a new document.
        digests: SHA-256 of the current texts, by siglum.
    """
    if not known:
        yield DocumentOpened(document, seed, tuple(digests.items()))
        return
    for siglum in sorted({*known, *digests}):
        before, after = known.get(siglum, ""), digests.get(siglum, "")
        if before != after:
            yield TextChange(document, siglum, before, after)
