"""Links between sentences given on the command line: parsed, checked and recorded."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence

from variants.cli.log_access import journal_of
from variants.cli.sources import edition_here
from variants.errors import (
    BadLink,
    LinksContradict,
    NoSuchLink,
    NoSuchSentence,
    OptionNotApplicable,
    UnknownName,
)
from variants.project.document_texts import DocumentTexts
from variants.project.documents import has_log
from variants.project.links_table import (
    OPTIONS,
    Numbers,
    check_sides,
    replaces,
    sentences_in,
)
from variants.project.settings_file import NAME
from variants.types.segmentation import Segmentation
from variants.types.sentence_link import LinkKind, SentenceLink, SentenceMark, opening_of


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


@dataclasses.dataclass(frozen=True, slots=True)
class LinkChanges:
    """Result of a change of links.

    Attributes:
        texts: The texts, with the links that apply to this run except those of the log.
        changed: The new links and the removed ones.
        messages: Lines for the user.
    """

    texts: DocumentTexts
    changed: tuple[SentenceLink, ...]
    messages: tuple[str, ...]


def change_links(texts: DocumentTexts, typed: LinkOptions) -> LinkChanges:
    """Change the links of a document: in the log of its edition, or for this run only.

    Links in ``variants.toml`` that are replaced or removed are deleted there.
    """
    if typed.why and texts.root is None:
        hint = "Leave it out, or make an edition of the files: variants init SEED OTHER."
        raise OptionNotApplicable(option="--why", to="files", hint=hint)
    old, logged = texts.links, _logged(texts)
    removed = [link for given in typed.unlink for link in _matching(texts, given, (*old, *logged))]
    new = _new(texts, typed)
    _refuse_contradictions(new)
    kept = [link for link in old if link not in removed]
    kept = [link for link in kept if not any(replaces(one, link) for one in new)]
    if texts.root is None:
        kept += new
    else:
        _record(texts, new, [link for link in logged if link in removed], kept, typed)
    elsewhere = "for this run only" if texts.root is None else f"from {NAME}"
    before = [link for link in (*old, *logged) if link not in removed]
    return LinkChanges(
        dataclasses.replace(texts, links=tuple(kept)),
        (*new, *removed),
        (
            *(
                f"removed {'from the log' if link in logged else elsewhere}: {_label(link)}"
                for link in dict.fromkeys(removed)
            ),
            *(_added(link, before, in_log=texts.root is not None) for link in new),
        ),
    )


def record_all(*, why: str, editor: str) -> list[str]:
    """Move the links of ``variants.toml`` into the log, and return lines for the user."""
    from variants.project.record_links import record_links  # noqa: PLC0415 - imports every stage

    root = edition_here().root
    with journal_of(root, editor) as journal:
        moved = record_links(root, journal, why=why)
    if not moved:
        return [f"{NAME} has no links"]
    return [f"moved to the log: {name} {_label(link)}" for name, link in moved]


def _new(texts: DocumentTexts, typed: LinkOptions) -> list[SentenceLink]:
    """Return the links to add."""
    return [
        link
        for kind, every in ((LinkKind.FORCED, typed.force), (LinkKind.FORBIDDEN, typed.forbid))
        for given in every
        for link in _links(texts, given, kind)
    ]


def _logged(texts: DocumentTexts) -> dict[SentenceLink, str]:
    """Return the links that the log has for a document, with the ids of their events."""
    if texts.root is None or not has_log(texts.root):
        return {}
    from variants.log.recorded_links import recorded_links  # noqa: PLC0415 - imports pydantic
    from variants.project.load import read_log  # noqa: PLC0415

    found = recorded_links(read_log(texts.root)[0], texts.name)
    return {link: name for name, link in found.every.items()}


def _record(
    texts: DocumentTexts,
    new: Sequence[SentenceLink],
    removed: Sequence[SentenceLink],
    kept: Sequence[SentenceLink],
    typed: LinkOptions,
) -> None:
    """Record new links, withdraw those removed from the log, and update ``variants.toml``.

    Args:
        texts: The document, which is in an edition.
        new: Links to record.
        removed: Links to withdraw from the log.
        kept: The links that stay in ``variants.toml``; others of the document are deleted there.
        typed: The reason and the editor.
    """
    from variants.project.toml_links import without_links  # noqa: PLC0415 - only with such options
    from variants.wording.atomic_files import replace_file  # noqa: PLC0415

    assert texts.root is not None  # noqa: S101 - checked by the caller
    dropped = [link for link in texts.links if link not in kept]
    # Before anything is recorded, since it may be refused.
    content = without_links(texts.root, {texts.name: dropped}) if dropped else b""
    if new or removed:
        _append_events(texts, new, removed, typed)
    if dropped:
        replace_file(texts.root / NAME, content)


def _append_events(
    texts: DocumentTexts,
    new: Sequence[SentenceLink],
    removed: Sequence[SentenceLink],
    typed: LinkOptions,
) -> None:
    from variants.log.recorded_links import recorded_link, recorded_links  # noqa: PLC0415 - imports pydantic

    assert texts.root is not None  # noqa: S101 - checked by the caller
    with journal_of(texts.root, typed.editor) as journal:
        logged = recorded_links(journal.history, texts.name).every
        if removed:
            journal.withdraw([name for name, link in logged.items() if link in removed], typed.why)
        for link in new:
            replaced = [
                name
                for name, each in logged.items()
                if journal.history.is_active(name) and replaces(link, each)
            ]
            cuts = cut_sides(texts, link.siglum)
            choice = recorded_link(
                link, cuts, document=texts.name, why=typed.why, replaces=replaced
            )
            journal.link(choice)


def find_witness(texts: DocumentTexts, given: str, *, option: str) -> tuple[str, str]:
    """Return the siglum and the sentences in ``A:3=5``; a sole witness need not be named."""
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
    from variants.segmenters import SEGMENTERS  # noqa: PLC0415 - imports heavy libraries

    cut = SEGMENTERS[texts.settings.segmenter]
    (other,) = (each for each in texts.witnesses if each.siglum == siglum)
    return cut(texts.witnesses[0]), cut(other)


def check_numbers(cut: Segmentation, numbers: Numbers) -> None:
    """Raise an error for sentences that a text does not have."""
    for number in numbers:
        if number >= len(cut.sentences):
            count = len(cut.sentences)
            raise NoSuchSentence(cut.witness.siglum, number + 1, count=count)


def _links(texts: DocumentTexts, given: str, kind: LinkKind) -> Iterator[SentenceLink]:
    """Yield the links in one option: one, or one a sentence where a side is empty."""
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


def _matching(
    texts: DocumentTexts, given: str, links: Sequence[SentenceLink]
) -> list[SentenceLink]:
    """Return the links on all the given sentences: ``A:3``, ``A:=5`` or ``A:3=5``."""
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
        raise NoSuchLink(given, [_label(link) for link in links])
    return found


def _refuse_contradictions(links: Sequence[SentenceLink]) -> None:
    """Raise an error if two of the links contradict each other."""
    for place, link in enumerate(links):
        for other in links[:place]:
            if link.contradicts(other):
                raise LinksContradict(_typed(link), _typed(other))


def _added(link: SentenceLink, old: Sequence[SentenceLink], *, in_log: bool) -> str:
    """Return the line for the user about a new link and the links that it replaces."""
    replaced = [_label(each) for each in old if replaces(link, each) and each != link]
    replaced = [label for label in replaced if label != _label(link)]
    instead = f", instead of {', '.join(replaced)}" if replaced else ""
    return f"{'recorded in the log' if in_log else 'for this run only'}: {_label(link)}{instead}"


def _label(link: SentenceLink) -> str:
    """Return a link as ``"A:3,4=5 forced"``."""
    return f"{link.siglum}:{link.label} {link.kind.value}"


def _typed(link: SentenceLink) -> str:
    """Return a link as the option that adds it."""
    return f"--{OPTIONS[link.kind]} {link.siglum}:{link.label}"
