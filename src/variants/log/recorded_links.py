"""Links between sentences that the log lays down, as an aligner obeys them, and back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

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
    """What a log lays down for a document.

    Attributes:
        links: What is to be obeyed, by the id of its event.
        at_odds: What is not, since they contradict one another, likewise.
        notices: What is not obeyed, and why.
    """

    links: dict[str, SentenceLink]
    at_odds: dict[str, SentenceLink]
    notices: tuple[Notice, ...]

    @property
    def every(self) -> dict[str, SentenceLink]:
        """Those that are obeyed and those at odds, by the id of their event."""
        return {**self.links, **self.at_odds}


def recorded_links(history: History, document: str) -> RecordedLinks:
    """The links in force on a document; of those that contradict one another none is obeyed."""
    found: dict[str, SentenceLink] = {}
    notices = []
    for name, choice in history.links(document).items():
        try:
            found[name] = _link(choice)
        except ValueError as error:
            problem = f"{error}. Take it out of force with variants log withdraw {name}."
            notices.append(_notice(choice, f"is not obeyed: {problem}"))
    contradicted = {
        name: [other for other, each in found.items() if link.contradicts(each)]
        for name, link in found.items()
    }
    for name, others in contradicted.items():
        if others:
            problem = f"contradicts {', '.join(others)}: neither is obeyed until one is withdrawn."
            notices.append(Notice(found[name].siglum, f"The link {name} of the log {problem}"))
    obeyed = {name: link for name, link in found.items() if not contradicted[name]}
    at_odds = {name: link for name, link in found.items() if contradicted[name]}
    return RecordedLinks(obeyed, at_odds, tuple(notices))


def recorded_link(
    link: SentenceLink,
    cuts: tuple[Segmentation, Segmentation],
    *,
    document: str,
    why: str,
    replaces: Sequence[str],
) -> RecordedLink:
    """What is recorded of a link; ``cuts`` are the texts of its two sides."""
    seed, other = (
        tuple(_logged(mark, cut) for mark in marks)
        for marks, cut in zip((link.seed, link.other), cuts, strict=True)
    )
    action = _ACTIONS[link.kind]
    return RecordedLink(
        document, action, link.siglum, seed, other, why=why, replaces=tuple(replaces)
    )


def _link(choice: RecordedLink) -> SentenceLink:
    """The link that an event lays down; ``ValueError`` where an aligner cannot obey it."""
    if choice.action not in _KINDS:
        msg = "how sentences are cut is laid down in [segments] of variants.toml"
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
