"""What is typed of sentences that belong together: checked against the texts, and kept."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence

from variants.cli.editions import journal_of
from variants.cli.sources import DocumentTexts
from variants.errors import (
    BadLink,
    LinkInLog,
    LinksContradict,
    NoSuchLink,
    NoSuchSentence,
    OptionNotApplicable,
    UnknownName,
)
from variants.project.documents import has_log
from variants.project.links_table import (
    OPTIONS,
    Numbers,
    check_sides,
    replaces,
    sentences_in,
)
from variants.project.settings_file import NAME
from variants.project.toml_links import settings_with_links
from variants.types.segmentation import Segmentation
from variants.types.sentence_link import LinkKind, SentenceLink, SentenceMark, opening_of
from variants.wording.atomic_files import replace_file


@dataclasses.dataclass(frozen=True, slots=True)
class LinkOptions:
    """Links as they were typed, each with its witness: ``A:3,4=5``.

    Attributes:
        force: Beads there have to be.
        forbid: Sentences that may not share a bead.
        unlink: Sentences whose links are to be taken away.
        why: The reason; with one they go into the log, without one into ``variants.toml``.
        editor: Key of who says so in the log.
    """

    force: tuple[str, ...] = ()
    forbid: tuple[str, ...] = ()
    unlink: tuple[str, ...] = ()
    why: str = ""
    editor: str = ""

    @property
    def any(self) -> bool:
        """Whether any link was typed."""
        return bool(self.force or self.forbid or self.unlink)


@dataclasses.dataclass(frozen=True, slots=True)
class LinkChanges:
    """What came of it.

    Attributes:
        texts: The texts with the links that are in force now but for those of the log.
        changed: The links that are new, and those that are gone.
        said: What to tell the user, a line each.
    """

    texts: DocumentTexts
    changed: tuple[SentenceLink, ...]
    said: tuple[str, ...]


def change_links(texts: DocumentTexts, typed: LinkOptions) -> LinkChanges:
    """Change the links of a document, and keep them in its edition if it is in one.

    With a reason they are events of the log; what they take the place of is put out of force.
    """
    if typed.why and texts.root is None:
        hint = "Leave it out, or make an edition of the files: variants init SEED OTHER."
        raise OptionNotApplicable(option="--why", belongs="the log of an edition", hint=hint)
    old, logged = texts.links, _logged(texts)
    gone = [link for given in typed.unlink for link in _meant(texts, given, (*old, *logged))]
    new = _new(texts, typed)
    _refuse_contradictions(new)
    if not typed.why:
        _refuse_against_log(new, [link for link in logged if link not in gone])
    kept = [link for link in old if link not in gone]
    kept = [link for link in kept if not any(replaces(one, link) for one in new)]
    kept += () if typed.why else new
    if texts.root is not None:
        changed = set(kept) != set(old)
        # Before anything is recorded, for it may be refused.
        content = settings_with_links(texts.root, texts.name, kept) if changed else b""
        _record(texts, new if typed.why else (), [link for link in logged if link in gone], typed)
        if changed:
            replace_file(texts.root / NAME, content)
    elsewhere = "for this run only" if texts.root is None else f"in {NAME}"
    here = {link: "in the log" if link in logged else elsewhere for link in gone}
    where = "in the log" if typed.why else elsewhere
    before = [link for link in (*old, *logged) if link not in gone]
    return LinkChanges(
        dataclasses.replace(texts, links=tuple(kept)),
        (*new, *gone),
        (
            *(f"taken away {here[link]}: {_told(link)}" for link in here),
            *(_said(link, before, where) for link in new),
        ),
    )


def _new(texts: DocumentTexts, typed: LinkOptions) -> list[SentenceLink]:
    """The links that were typed."""
    return [
        link
        for kind, every in ((LinkKind.FORCED, typed.force), (LinkKind.FORBIDDEN, typed.forbid))
        for given in every
        for link in _links(texts, given, kind)
    ]


def _logged(texts: DocumentTexts) -> dict[SentenceLink, str]:
    """The links that the log lays down on a document, and the ids of their events."""
    if texts.root is None or not has_log(texts.root):
        return {}
    from variants.log.recorded_links import recorded_links  # noqa: PLC0415 - these bring pydantic
    from variants.project.load import read_log  # noqa: PLC0415

    found = recorded_links(read_log(texts.root)[0], texts.name)
    return {link: name for name, link in found.every.items()}


def _record(
    texts: DocumentTexts,
    new: Sequence[SentenceLink],
    gone: Sequence[SentenceLink],
    typed: LinkOptions,
) -> None:
    """Put links into the log, and others out of force there."""
    if texts.root is None or not (new or gone):
        return
    from variants.log.recorded_links import recorded_link, recorded_links  # noqa: PLC0415 - brings pydantic

    with journal_of(texts.root, typed.editor) as journal:
        logged = recorded_links(journal.history, texts.name).every
        if gone:
            journal.withdraw([name for name, link in logged.items() if link in gone], typed.why)
        for link in new:
            replaced = [
                name
                for name, each in logged.items()
                if journal.history.is_live(name) and replaces(link, each)
            ]
            cuts = cut_sides(texts, link.siglum)
            choice = recorded_link(
                link, cuts, document=texts.name, why=typed.why, replaces=replaced
            )
            journal.link(choice)


def find_witness(texts: DocumentTexts, given: str, *, option: str) -> tuple[str, str]:
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


def cut_sides(texts: DocumentTexts, siglum: str) -> tuple[Segmentation, Segmentation]:
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


def _links(texts: DocumentTexts, given: str, kind: LinkKind) -> Iterator[SentenceLink]:
    """The links that were typed at once: of several sentences that are to stand alone, each."""
    option = f"--{OPTIONS[kind]}"
    siglum, sentences = find_witness(texts, given, option=option)
    sides = sentences_in(sentences, option=option)
    cuts = cut_sides(texts, siglum)
    for cut, numbers in zip(cuts, sides, strict=True):
        check_numbers(cut, numbers)
    alone = kind is LinkKind.FORCED and not all(sides)
    each = [((n,), ()) for n in sides[0]] + [((), (n,)) for n in sides[1]] if alone else [sides]
    for pair in each:
        check_sides(kind, pair, sentences, option=option)
        seed, other = (
            tuple(SentenceMark(n, opening_of(cut.text_of(n))) for n in numbers)
            for cut, numbers in zip(cuts, pair, strict=True)
        )
        yield SentenceLink(kind, siglum, seed, other)


def _meant(texts: DocumentTexts, given: str, links: Sequence[SentenceLink]) -> list[SentenceLink]:
    """The links on all the sentences that were typed: ``A:3``, ``A:=5`` or ``A:3=5``."""
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
        raise NoSuchLink(given, [_told(link) for link in links])
    return found


def _refuse_contradictions(links: Sequence[SentenceLink]) -> None:
    for place, link in enumerate(links):
        for other in links[:place]:
            if link.contradicts(other):
                raise LinksContradict(_typed(link), _typed(other))


def _refuse_against_log(new: Sequence[SentenceLink], logged: Sequence[SentenceLink]) -> None:
    """Refuse for ``variants.toml`` what the log would not let hold."""
    for link in new:
        for other in logged:
            if link.contradicts(other):
                raise LinkInLog(_typed(link), _told(other))


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
