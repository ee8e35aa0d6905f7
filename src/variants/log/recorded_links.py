"""Links between sentences in the log, converted for the aligner and back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from variants.errors.lists import listed
from variants.log.events import LinkAction, RecordedLink, RecordedSentence
from variants.log.history import History
from variants.log.places import hash_of_sentence
from variants.types.notice import Notice
from variants.types.segmentation import Segmentation
from variants.types.sentence_link import LinkKind, SentenceLink, SentenceMark

_KINDS = {LinkAction.FORCE: LinkKind.FORCED, LinkAction.FORBID: LinkKind.FORBIDDEN}
_ACTIONS = {kind: action for action, kind in _KINDS.items()}


@dataclass(frozen=True, slots=True)
class RecordedLinks:
    """The active links of a log for a document.

    Attributes:
        links: Links to obey, by the id of their event.
        every: These and the links that are ignored because they contradict each other.
        notices: Notices about links that are ignored.
    """

    links: dict[str, SentenceLink]
    every: dict[str, SentenceLink]
    notices: tuple[Notice, ...]


def recorded_links(history: History, document: str) -> RecordedLinks:
    """Return the active links of a document; links that contradict each other are ignored."""
    found: dict[str, SentenceLink] = {}
    notices = []
    for name, choice in history.links(document).items():
        try:
            found[name] = _link(choice)
        except ValueError as error:
            remedy = f"Withdraw it with variants log withdraw {name}."
            notices.append(_notice(choice, f"is not obeyed: {error}. {remedy}"))
    contradicted = {
        name: [other for other, each in found.items() if link.contradicts(each)]
        for name, link in found.items()
    }
    for name, others in contradicted.items():
        if others:
            message = (
                f"The link {name} of the log contradicts {listed(others)}: "
                "neither is obeyed until one is withdrawn."
            )
            notices.append(Notice(found[name].siglum, message))
    obeyed = {name: link for name, link in found.items() if not contradicted[name]}
    return RecordedLinks(obeyed, found, tuple(notices))


def recorded_link(
    link: SentenceLink,
    cuts: tuple[Segmentation, Segmentation],
    *,
    document: str,
    why: str,
    replaces: Sequence[str],
) -> RecordedLink:
    """Return a link as an event; ``cuts`` are the segmentations of its two sides."""
    seed, other = (
        tuple(_logged(mark, cut) for mark in marks)
        for marks, cut in zip((link.seed, link.other), cuts, strict=True)
    )
    action = _ACTIONS[link.kind]
    return RecordedLink(
        document, action, link.siglum, seed, other, why=why, replaces=tuple(replaces)
    )


def _link(choice: RecordedLink) -> SentenceLink:
    """Return the link of an event, or raise ``ValueError`` if an aligner cannot obey it."""
    if choice.action not in _KINDS:
        msg = "sentences are split and joined by [segments] of variants.toml"
        raise ValueError(msg)
    seed, other = (
        tuple(SentenceMark(mark.number - 1, mark.start_words) for mark in side)
        for side in (choice.seed, choice.other)
    )
    return SentenceLink(_KINDS[choice.action], choice.witness, seed, other)


def _logged(mark: SentenceMark, cut: Segmentation) -> RecordedSentence:
    digest = hash_of_sentence(cut.text_of(mark.number))
    return RecordedSentence(mark.number + 1, digest, mark.opening)


def _notice(choice: RecordedLink, message: str) -> Notice:
    sides = (choice.seed, choice.other)
    sentences = "=".join(",".join(str(mark.number) for mark in side) for side in sides)
    return Notice(
        choice.witness, f"The link {choice.action.value} {sentences} of the log {message}"
    )
