"""Random editions: texts, decisions on them, and changes of both in between."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from tests.random_editions.texts import Paragraphs, changed, joined, random_seed
from variants.anchors.drafting import Choice, DecisionTarget, draft
from variants.errors import VariantsError
from variants.log.chain import hash_of
from variants.log.codec.write_line import write_line
from variants.log.events import CommentMade, Event, Renamed, Withdrawn
from variants.log.followed_names import FollowedLog, follow_names
from variants.log.history import History
from variants.pipeline import collate
from variants.project.load import resolve_edition
from variants.settings import Settings
from variants.types.collation import Collation
from variants.types.decision import Action, Decision
from variants.types.edition import Edition
from variants.types.segmentation import Segmentation
from variants.types.span import Span
from variants.types.witness import Witness

_OWN_WORDS = (
    *(
        "",
        "",
        "the quay",
        "and then",
        "a vessel",
        "№ 5",
        "stone.",
        ";",
        "«да»",
        "不",
        "left.\n\nThen",
    ),
    *(
        "end.\n\nBegin",
        "of old",
        "— so it was —",
        "x",
        "line\nbreak",
        "“quoted”",
        "A&B <i>",
        "50 %",
    ),
)
_NAMES = ("Ames", "B2", "Crane", "Dee", "Olm")
_DOCUMENTS = ("letter", "note", "report")
_MOST_WITNESSES = 6  # With the seed.
_AT = "2026-11-22T14:00:00Z"


class Texts:
    """Texts on which decisions were made, as the store of an edition keeps them."""

    def __init__(self) -> None:
        self._texts: dict[str, str] = {}

    def keep(self, witness: Witness) -> None:
        """Keep the text of a witness."""
        self._texts[witness.digest] = witness.text

    def get(self, digest: str) -> str | None:
        """Return a text by its digest."""
        return self._texts.get(digest)


@dataclass
class Workshop:
    """An edition on which editors work.

    Attributes:
        draw: Source of chance.
        events: The log.
        texts: Current texts by siglum, the seed first.
        name: Current name of the document.
    """

    draw: random.Random
    events: list[Event] = field(default_factory=list)
    texts: dict[str, Paragraphs] = field(default_factory=dict)
    name: str = _DOCUMENTS[0]
    kept: Texts = field(default_factory=Texts)
    _collation: Collation | None = None
    _files: dict[str, str] = field(default_factory=dict)

    def work(self) -> Edition:
        """Make texts, let editors work on them, and return the edition as it is in the end."""
        seed = random_seed(self.draw)
        self.texts = {"S": seed}
        for siglum in "ABCDE"[: self.draw.randint(1, 5)]:
            self.texts[siglum] = changed(self.draw, seed, self.draw.randint(0, 7))
        for _ in range(self.draw.randint(2, 18)):
            self.draw.choice(_STEPS)(self)
        return self.edition()

    def collation(self) -> Collation:
        """Return the comparison of the current texts."""
        if self._collation is None:
            witnesses = [Witness(siglum, self._file(siglum)) for siglum in self.texts]
            for witness in witnesses:
                self.kept.keep(witness)
            self._collation = collate(witnesses, Settings())
        return self._collation

    def _file(self, siglum: str) -> str:
        if siglum not in self._files:
            self._files[siglum] = joined(self.draw, self.texts[siglum])
        return self._files[siglum]

    def edition(self) -> Edition:
        """Return the edition with the decisions of the log."""
        history = self.followed().history
        return resolve_edition(self.name, self.collation(), history, self.kept, {})  # type: ignore[arg-type]  # Only ``get`` is used.

    def followed(self) -> FollowedLog:
        """Return the log with the names that the document and its witnesses have now."""
        digests = self.collation().signature.digests
        return follow_names(self.history(), {self.name}, lambda _: digests, within=self.name)

    def history(self) -> History:
        """Return the log as recorded."""
        history = History()
        for each in self.events:
            history.add(each, hash_of(write_line(each)))
        return history

    def decide(self) -> None:
        """Record a decision of one editor on an entry or on any words."""
        edition = self.edition()
        target = self._target(edition)
        if target is None:
            return
        try:
            made = draft(target, self._choice(edition.collation.others))
        except VariantsError:
            return  # It was refused, with a hint.
        if self.draw.random() < 0.15:
            made = replace(made, replaces=())  # Another editor had not seen the decisions.
        self._record(replace(made, witnesses=edition.collation.signature.digests))

    def _target(self, edition: Edition) -> DecisionTarget | None:
        entries = edition.collation.entries
        parted = [e for e in entries if any(" … " in one.wording for one in e.readings)]
        if parted and self.draw.random() < 0.3:
            entry = self.draw.choice(parted)
            return DecisionTarget(edition, entry.lemma, entry)
        if entries and self.draw.random() < 0.6:
            entry = self.draw.choice(entries)
            return DecisionTarget(edition, entry.lemma, entry)
        text = edition.collation.seed.witness.text
        words = _words(text)
        if not words:
            return None
        first = self.draw.randrange(len(words))
        last = min(first + self.draw.randint(0, 6), len(words) - 1)
        if self.draw.random() < 0.1:
            return DecisionTarget.at(edition, Span(words[first].end, words[first].end))
        return DecisionTarget.at(edition, Span(words[first].start, words[last].end))

    def _choice(self, others: tuple[Segmentation, ...]) -> Choice:
        sigla = [cut.witness.siglum for cut in others]
        action = self.draw.choice([*Action, Action.ADOPT, Action.ADOPT, Action.EMEND, Action.EMEND])
        adopts = action is Action.ADOPT or (
            action is Action.ALTERNATES and self.draw.random() < 0.3
        )
        return Choice(
            action,
            adopt=self.draw.choice(sigla) if adopts else "",
            words=self.draw.choice(_OWN_WORDS),
            beside=(self.draw.choice(sigla),) if action is Action.ALTERNATES else (),
            ask="Is it so?" if action is Action.QUERY else "",
            why=self.draw.choice(["It fits.", "Сказано так.", "House style & more."]),
        )

    def withdraw(self) -> None:
        """Withdraw an event of the log."""
        if self.events:
            self._record(Withdrawn((self.draw.choice(self.events).id,), "A slip."))

    def comment(self) -> None:
        """Record a comment on an event of the log."""
        if self.events:
            self._record(CommentMade("Look again.", on=self.draw.choice(self.events).id))

    def edit(self) -> None:
        """Change a text, more often a witness than the seed."""
        siglum = self.draw.choice([*self.texts, *list(self.texts)[1:]])
        self.texts[siglum] = changed(self.draw, self.texts[siglum], self.draw.randint(1, 3))
        self._files.pop(siglum, None)
        self._collation = None

    def rename(self) -> None:
        """Give a witness another siglum."""
        old = self.draw.choice(list(self.texts)[1:])
        new = self.draw.choice([name for name in _NAMES if name not in self.texts])
        self._files = {new if one == old else one: text for one, text in self._files.items()}
        self.texts = {new if one == old else one: text for one, text in self.texts.items()}
        self._collation = None

    def add(self) -> None:
        """Add a witness, whose readings no editor has seen."""
        free = [name for name in "FGH" if name not in self.texts]
        if free and len(self.texts) < _MOST_WITNESSES:
            self.texts[free[0]] = changed(self.draw, self.texts["S"], self.draw.randint(1, 5))
            self._collation = None

    def remove(self) -> None:
        """Remove a witness, if another one is left."""
        others = list(self.texts)[1:]
        if len(others) > 1:
            gone = self.draw.choice(others)
            del self.texts[gone]
            self._files.pop(gone, None)
            self._collation = None

    def rename_document(self) -> None:
        """Give the document another name."""
        self.name = self.draw.choice([name for name in _DOCUMENTS if name != self.name])

    def record_names(self) -> None:
        """Record the new names that were found by their texts."""
        for each in self.followed().followed:
            self._record(each)

    def _record(self, body: Decision | Withdrawn | CommentMade | Renamed) -> None:
        name, by = f"{len(self.events):04}", self.draw.choice(["kl", "kl", "mo"])
        if isinstance(body, Decision):
            body = replace(body, id=name, at=_AT, by=by)
        self.events.append(Event(name, _AT, by, body))


_STEPS: tuple[Callable[[Workshop], None], ...] = (
    *[Workshop.decide] * 10,
    *(Workshop.withdraw, Workshop.comment, Workshop.edit, Workshop.edit),
    *(Workshop.rename, Workshop.rename_document, Workshop.record_names),
    *(Workshop.add, Workshop.remove),
)


def _words(text: str) -> list[Span]:
    """Return the spans between white space."""
    found, start = [], None
    for at, character in enumerate(f"{text} "):
        if character.isspace():
            if start is not None:
                found.append(Span(start, at))
            start = None
        elif start is None:
            start = at
    return found
