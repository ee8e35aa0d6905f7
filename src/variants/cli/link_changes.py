"""Changes of the links between sentences: recorded in the log, or for one run."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from variants.cli.link_options import (
    LinkOptions,
    cut_sides,
    link_label,
    matching_links,
    new_links,
)
from variants.cli.log_access import journal_of
from variants.cli.sources import edition_here
from variants.errors import OptionNotApplicable
from variants.project.document_texts import DocumentTexts
from variants.project.documents import has_log
from variants.project.links_table import replaces
from variants.project.settings_file import NAME
from variants.types.sentence_link import SentenceLink


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

    Raises:
        OptionNotApplicable: There is a reason, but no edition to record it in.
        NoSuchLink: There is no link to remove.
    """
    if typed.why and texts.root is None:
        hint = "Leave it out, or make an edition of the files: variants init SEED OTHER."
        raise OptionNotApplicable(option="--why", to="files", hint=hint)
    old, logged = texts.links, _logged(texts)
    removed = [
        link for given in typed.unlink for link in matching_links(texts, given, (*old, *logged))
    ]
    new = new_links(texts, typed)
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
                f"removed {'from the log' if link in logged else elsewhere}: {link_label(link)}"
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
    return [f"moved to the log: {name} {link_label(link)}" for name, link in moved]


def _logged(texts: DocumentTexts) -> dict[SentenceLink, str]:
    """Return the links that the log has for a document, with the ids of their events."""
    if texts.root is None or not has_log(texts.root):
        return {}
    from variants.log.recorded_links import recorded_links  # noqa: PLC0415 - imports pydantic
    from variants.project.load import follow_log, read_log  # noqa: PLC0415

    history = read_log(texts.root)[0]
    followed = follow_log(texts.root, history, texts.name, texts.witnesses)
    found = recorded_links(followed.history, texts.name)
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


def _added(link: SentenceLink, old: Sequence[SentenceLink], *, in_log: bool) -> str:
    """Return the line for the user about a new link and the links that it replaces."""
    replaced = [link_label(each) for each in old if replaces(link, each) and each != link]
    replaced = [label for label in replaced if label != link_label(link)]
    instead = f", instead of {', '.join(replaced)}" if replaced else ""
    return (
        f"{'recorded in the log' if in_log else 'for this run only'}: {link_label(link)}{instead}"
    )
