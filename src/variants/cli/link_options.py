"""Links between sentences given on the command line, parsed and checked against the texts."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence

from variants.errors import BadLink, LinksContradict, NoSuchLink, NoSuchSentence, UnknownName
from variants.project.document_texts import DocumentTexts
from variants.project.links_table import OPTIONS, Numbers, check_sides, sentences_in
from variants.types.segmentation import Segmentation
from variants.types.sentence_link import LinkKind, SentenceLink, SentenceMark, opening_of
from variants.wording.typed_command import command_on


@dataclasses.dataclass(frozen=True, slots=True)
class LinkOptions:
    """Links as they were typed, each with its witness: ``A:3,4=5``.

    Attributes:
        force: Sentences that must be one bead.
        forbid: Sentences that may not share a bead.
        unlink: Sentences whose links should be removed.
        why: The reason, for the log.
        editor: Key of the editor, for the log.
    """

    force: tuple[str, ...] = ()
    forbid: tuple[str, ...] = ()
    unlink: tuple[str, ...] = ()
    why: str = ""
    editor: str = ""

    @property
    def any(self) -> bool:
        """True if there is a link to add or to remove."""
        return bool(self.force or self.forbid or self.unlink)


def new_links(texts: DocumentTexts, typed: LinkOptions) -> list[SentenceLink]:
    """Return the links to add.

    Raises:
        LinksContradict: Two of them contradict each other.
    """
    links = [
        link
        for kind, every in ((LinkKind.FORCED, typed.force), (LinkKind.FORBIDDEN, typed.forbid))
        for given in every
        for link in _links(texts, given, kind)
    ]
    _refuse_contradictions(links)
    return links


def matching_links(
    texts: DocumentTexts, given: str, links: Sequence[SentenceLink]
) -> list[SentenceLink]:
    """Return the links on all the given sentences: ``A:3``, ``A:=5`` or ``A:3=5``.

    Raises:
        UnknownName: No witness has the siglum.
        BadLink: The text names no sentences.
        NoSuchLink: No link is on all these sentences.
    """
    siglum, sentences = find_witness(texts, given, option="--unlink")
    if "=" not in sentences:
        sentences += "="
    seed, other = sentences_in(sentences, option="--unlink")
    found = [
        link
        for link in links
        if link.siglum == siglum
        and set(seed) <= set(link.seed_numbers)
        and set(other) <= set(link.other_numbers)
    ]
    if not found:
        raise NoSuchLink(given, [link_label(link) for link in links])
    return found


def link_label(link: SentenceLink) -> str:
    """Return a link as ``"A:3,4=5 forced"``."""
    return f"{link.siglum}:{link.label} {link.kind.value}"


def find_witness(texts: DocumentTexts, given: str, *, option: str) -> tuple[str, str]:
    """Return the siglum and the sentences in ``A:3=5``; a sole witness need not be named.

    Raises:
        BadLink: There are several witnesses, and none is named.
        UnknownName: No witness has the siglum.
    """
    known = [other.siglum for other in texts.witnesses[1:]]
    siglum, sign, sentences = given.rpartition(":")
    if not sign and len(known) == 1:
        return known[0], given
    if not sign:
        problem = f"the document has several witnesses; name one, as in {known[0]}:{given}"
        raise BadLink(given, option=option, problem=problem)
    if siglum not in known:
        raise UnknownName(siglum, known, what="witness")
    return siglum, sentences


def cut_sides(texts: DocumentTexts, siglum: str) -> tuple[Segmentation, Segmentation]:
    """Return the segmentations of the seed and of a witness."""
    from variants.segmenters import segment_all  # noqa: PLC0415 - imports heavy libraries

    (other,) = (each for each in texts.witnesses if each.siglum == siglum)
    seed, cut = segment_all((texts.witnesses[0], other), texts.settings.segmenter)
    return seed, cut


def check_numbers(texts: DocumentTexts, cut: Segmentation, numbers: Numbers) -> None:
    """Raise an error for sentences that one of the texts does not have."""
    for number in numbers:
        if number >= len(cut.sentences):
            count = len(cut.sentences)
            listing = command_on(texts.name, texts.witnesses, "align")
            raise NoSuchSentence(cut.witness.siglum, number + 1, count=count, command=listing)


def _links(texts: DocumentTexts, given: str, kind: LinkKind) -> Iterator[SentenceLink]:
    """Yield the links in one option: one, or one a sentence where a side is empty."""
    option = f"--{OPTIONS[kind]}"
    siglum, sentences = find_witness(texts, given, option=option)
    sides = sentences_in(sentences, option=option)
    cuts = cut_sides(texts, siglum)
    for cut, numbers in zip(cuts, sides, strict=True):
        check_numbers(texts, cut, numbers)
    alone = kind is LinkKind.FORCED and not all(sides)
    each = [((n,), ()) for n in sides[0]] + [((), (n,)) for n in sides[1]] if alone else [sides]
    for pair in each:
        check_sides(kind, pair, sentences, option=option)
        seed, other = (
            tuple(SentenceMark(n, opening_of(cut.text_of(n))) for n in numbers)
            for cut, numbers in zip(cuts, pair, strict=True)
        )
        yield SentenceLink(kind, siglum, seed, other)


def _refuse_contradictions(links: Sequence[SentenceLink]) -> None:
    """Raise an error if two of the links contradict each other."""
    for place, link in enumerate(links):
        for other in links[:place]:
            if link.contradicts(other):
                raise LinksContradict(_typed(link), _typed(other))


def _typed(link: SentenceLink) -> str:
    """Return a link as the option that adds it."""
    return f"--{OPTIONS[link.kind]} {link.siglum}:{link.label}"
