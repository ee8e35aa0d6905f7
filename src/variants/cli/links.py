"""What is typed of sentences that belong together: checked against the texts, and kept."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence

from variants.cli.texts import Texts
from variants.edition import NAME, in_force, keep_links
from variants.edition.links import (
    OPTIONS,
    Numbers,
    check_sides,
    replaces,
    sentences_in,
)
from variants.errors import (
    BadLink,
    LinksContradict,
    NoSuchLink,
    NoSuchSentence,
    UnknownName,
)
from variants.types import LinkKind, Segmentation, SentenceLink, SentenceMark, opening_of


@dataclasses.dataclass(frozen=True, slots=True)
class Typed:
    """Links as they were typed, each with its witness: ``A:3,4=5``.

    Attributes:
        force: Beads there have to be.
        forbid: Sentences that may not share a bead.
        unlink: Sentences whose links are to be taken away.
    """

    force: tuple[str, ...] = ()
    forbid: tuple[str, ...] = ()
    unlink: tuple[str, ...] = ()

    @property
    def any(self) -> bool:
        """Whether anything was typed."""
        return bool(self.force or self.forbid or self.unlink)


@dataclasses.dataclass(frozen=True, slots=True)
class LaidDown:
    """What came of it.

    Attributes:
        texts: The texts with the links that are in force now.
        changed: The links that are new, and those that are gone.
        said: What to tell the user, a line each.
    """

    texts: Texts
    changed: tuple[SentenceLink, ...]
    said: tuple[str, ...]


def lay_down(texts: Texts, typed: Typed) -> LaidDown:
    """Change the links of a document, and keep them in its edition if it is in one."""
    old = texts.settings.links
    gone = [link for given in typed.unlink for link in _meant(texts, given, old)]
    new = [
        link
        for kind, every in ((LinkKind.FORCED, typed.force), (LinkKind.FORBIDDEN, typed.forbid))
        for given in every
        for link in _links(texts, given, kind)
    ]
    _refuse_contradictions(new)
    links = in_force([link for link in old if link not in gone], new)
    where = "for this run only"
    if texts.root is not None:
        keep_links(texts.root, texts.name, links)
        where = f"in {NAME}"
    return LaidDown(
        dataclasses.replace(texts, settings=dataclasses.replace(texts.settings, links=links)),
        (*new, *gone),
        (
            *(f"taken away {where}: {_told(link)}" for link in dict.fromkeys(gone)),
            *(_said(link, [each for each in old if each not in gone], where) for link in new),
        ),
    )


def find_witness(texts: Texts, given: str, *, option: str) -> tuple[str, str]:
    """The witness in ``A:3=5``, and the sentences; the only one where none is named."""
    known = [other.siglum for other in texts.witnesses[1:]]
    siglum, sign, sentences = given.rpartition(":")
    if not sign and len(known) == 1:
        return known[0], given
    if not sign:
        problem = f"there are several witnesses, so name the one that is meant, {known[0]}:{given}"
        raise BadLink(given, option=option, problem=problem)
    if siglum not in known:
        raise UnknownName(siglum, known, what="witness")
    return siglum, sentences


def cut_sides(texts: Texts, siglum: str) -> tuple[Segmentation, Segmentation]:
    """The sentences of the seed and of a witness."""
    from variants.segmenters import SEGMENTERS  # noqa: PLC0415 - brings heavy libraries

    cut = SEGMENTERS[texts.settings.segmenter]
    (other,) = (each for each in texts.witnesses if each.siglum == siglum)
    return cut(texts.witnesses[0]), cut(other)


def check_numbers(cut: Segmentation, numbers: Numbers) -> None:
    """Refuse sentences that a text does not have."""
    for number in numbers:
        if number >= len(cut.sentences):
            count = len(cut.sentences)
            raise NoSuchSentence(cut.witness.siglum, number + 1, count=count)


def _links(texts: Texts, given: str, kind: LinkKind) -> Iterator[SentenceLink]:
    """The links that were typed at once: of several sentences that are to stand alone, each."""
    option = f"--{OPTIONS[kind]}"
    siglum, sentences = find_witness(texts, given, option=option)
    sides = sentences_in(sentences, option=option)
    alone = kind is LinkKind.FORCED and not all(sides)
    each = [((n,), ()) for n in sides[0]] + [((), (n,)) for n in sides[1]] if alone else [sides]
    cuts = cut_sides(texts, siglum)
    for cut, numbers in zip(cuts, sides, strict=True):
        check_numbers(cut, numbers)
    for pair in each:
        check_sides(kind, pair, sentences, option=option)
        base, other = (
            tuple(SentenceMark(n, opening_of(cut.text_of(n))) for n in numbers)
            for cut, numbers in zip(cuts, pair, strict=True)
        )
        yield SentenceLink(kind, siglum, base, other)


def _meant(texts: Texts, given: str, links: Sequence[SentenceLink]) -> list[SentenceLink]:
    """The links on all the sentences that were typed: ``A:3``, ``A:=5`` or ``A:3=5``."""
    siglum, sentences = find_witness(texts, given, option="--unlink")
    if "=" not in sentences:
        sentences += "="
    seed, other = sentences_in(sentences, option="--unlink")
    found = [
        link
        for link in links
        if link.siglum == siglum
        and set(seed) <= set(link.base_numbers)
        and set(other) <= set(link.other_numbers)
    ]
    if not found:
        raise NoSuchLink(given, [_told(link) for link in links])
    return found


def _refuse_contradictions(links: Sequence[SentenceLink]) -> None:
    for place, link in enumerate(links):
        for other in links[:place]:
            if link.contradicts(other):
                raise LinksContradict(_typed(link), _typed(other))


def _said(link: SentenceLink, old: Sequence[SentenceLink], where: str) -> str:
    replaced = [_told(each) for each in old if replaces(link, each)]
    replaced = [each for each in replaced if each != _told(link)]
    instead = f", in the place of {', '.join(replaced)}" if replaced else ""
    return f"laid down {where}: {_told(link)}{instead}"


def _told(link: SentenceLink) -> str:
    """A link for people: ``"A:3,4=5 forced"``."""
    return f"{link.siglum}:{link.label} {link.kind.value}"


def _typed(link: SentenceLink) -> str:
    """A link as it is typed."""
    return f"--{OPTIONS[link.kind]} {link.siglum}:{link.label}"
