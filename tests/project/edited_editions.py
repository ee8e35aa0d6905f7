"""Random editions on disk: texts, decisions of two editors, and edits between them."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random

from variants.anchors.anchoring import describe
from variants.anchors.consent import agreeing, draft_agreement
from variants.anchors.drafting import Choice, DecisionTarget, draft
from variants.errors import SettingsError
from variants.log.history import History
from variants.project.document_texts import compare_texts, open_edition, read_document_texts
from variants.project.load import follow_log, open_log, read_log
from variants.types.decision import Action, Decision
from variants.types.edition import Edition
from variants.types.span import Span

_SENTENCES = (
    "The master of the harbour wrote that the ice was late this year.",
    "We must send sixteen lorries to the front at once.",
    "Nobody knows why the old ship was not painted in the spring.",
    "She asked whether the army had promised bread to the town.",
    "They will be no dreamers, but sailors of the northern sea.",
    "“So be it,” he said, and closed the heavy door.",
    "It was cold.",
    "The committee considers that a truce is now useful to both sides.",
)
_WORDS = {
    "master": ("captain", "chief"),
    "ice": ("frost", "rime"),
    "must": ("should", "have to"),
    "lorries": ("trucks", "vans"),
    "old": ("ancient", "black"),
    "ship": ("vessel", "boat"),
    "army": ("troops", "regiment"),
    "bread": ("flour", "bread and salt"),
    "town": ("city", "village"),
    "dreamers": ("poets", "paper sailors"),
    "cold": ("icy", "bitterly cold"),
    "heavy": ("great", ""),
    "truce": ("cease-fire", "peace"),
    "useful": ("of use", "harmful"),
    "said": ("replied", "cried"),
    "late": ("early", "late again"),
}


@dataclass(slots=True)
class EditedEdition:
    """An edition on disk that is edited at random.

    Attributes:
        folder: Its folder.
        draw: Source of all choices.
        name: Current name of its document.
    """

    folder: Path
    draw: Random
    name: str = "d"

    def load(self) -> Edition:
        """Compare the document, and resolve the decisions on it."""
        edition = open_edition(self.folder)
        (document,) = edition.documents
        return compare_texts(read_document_texts(edition, document, edition.settings))

    def history(self) -> History:
        """Return the log with the current names."""
        return follow_log(self.folder, read_log(self.folder)[0]).history

    def step(self) -> None:
        """Make one random change to the log or the texts."""
        decide: list[Callable[[], None]] = [self._decide] * 6 + [self._agree] * 2
        others = [self._withdraw, self._comment, self._edit, self._edit, self._add]
        self.draw.choice([*decide, *others, self._rename_witness, self._rename_document])()

    def _decide(self) -> None:
        edition = self.load()
        target = self._target(edition)
        action = self.draw.choice(list(Action))
        words = self.draw.choice(["", "other words", "ice"])
        siglum = edition.collation.others[0].witness.siglum
        if target.entry is not None:
            siglum = self.draw.choice(target.entry.readings).sigla[0]
        choice = Choice(
            action,
            adopt=siglum if action is Action.ADOPT else "",
            words=words if action is Action.EMEND else "",
            beside=(siglum,) if action is Action.ALTERNATES else (),
            ask="Is it?" if action is Action.QUERY else "",
            why="So.",
        )
        editor = self.draw.choice(["kl", "mo"])
        try:
            made = agreeing(draft(target, choice), target, editor)
        except SettingsError:
            return  # There is nothing to adopt.
        self._record(made, edition, editor)

    def _agree(self) -> None:
        edition = self.load()
        placed = [each for each in edition.decisions.statuses if each.span is not None]
        if not placed:
            return
        status = self.draw.choice(placed)
        entries = {entry.place: entry for entry in edition.collation.entries}
        assert status.span is not None
        target = DecisionTarget(edition, status.span, entries.get(status.place))
        editor = self.draw.choice(["kl", "mo", "xy"])
        try:
            made = draft_agreement(target, Choice(Action.KEEP), editor)
        except SettingsError:
            return  # There is nothing to agree with.
        self._record(made, edition, editor)

    def _record(self, made: Decision, edition: Edition, editor: str) -> None:
        if self.draw.random() < 0.2:
            # As after a merge: the editor has not seen what others decided.
            made = dataclasses.replace(made, replaces=())
        open_log(self.folder, editor=editor).record([made], edition.collation)

    def _withdraw(self) -> None:
        journal = open_log(self.folder, editor="kl")
        active = [d.id for d in journal.history.decisions() if journal.history.is_active(d.id)]
        if active:
            journal.withdraw([self.draw.choice(active)])

    def _comment(self) -> None:
        edition = self.load()
        target = self._target(edition)
        anchor = describe(edition.name, edition.collation.seed, target.span)
        journal = open_log(self.folder, editor="mo")
        journal.comment("Look.", on=anchor, seed=edition.collation.seed.witness)

    def _target(self, edition: Edition) -> DecisionTarget:
        """Return an entry, or a run of words of the seed."""
        entries = edition.collation.entries
        if entries and self.draw.random() < 0.6:
            entry = self.draw.choice(entries)
            return DecisionTarget(edition, entry.lemma, entry)
        text = edition.collation.seed.witness.text
        words = [Span(*match.span()) for match in re.finditer(r"\w+", text)]
        first = self.draw.randrange(len(words))
        last = words[first : first + self.draw.randint(1, 6)][-1]
        return DecisionTarget.at(edition, Span(words[first].start, last.end))

    def _texts(self) -> list[Path]:
        return sorted((self.folder / "variants" / self.name).iterdir())

    def _edit(self) -> None:
        path = self.draw.choice([self.folder / "seeds" / f"{self.name}.txt", *self._texts()])
        path.write_text(varied(path.read_text(), self.draw, 0.1))

    def _add(self) -> None:
        seed = (self.folder / "seeds" / f"{self.name}.txt").read_text()
        siglum = self.draw.choice("ABCDEFGH")
        path = self.folder / "variants" / self.name / f"{siglum}.txt"
        path.write_text(varied(seed, self.draw, 0.4))

    def _rename_witness(self) -> None:
        path = self.draw.choice(self._texts())
        other = path.with_name(f"{self.draw.choice('UVWXYZ')}.txt")
        if not other.exists():
            path.rename(other)

    def _rename_document(self) -> None:
        new = self.draw.choice("pqr")
        if new != self.name:
            seeds, folder = self.folder / "seeds", self.folder / "variants"
            (seeds / f"{self.name}.txt").rename(seeds / f"{new}.txt")
            (folder / self.name).rename(folder / new)
            self.name = new


def make_edition(folder: Path, draw: Random) -> EditedEdition:
    """Make an edition of a seed and one to four others in an empty folder."""
    sentences = draw.sample(_SENTENCES, draw.randint(2, 6))
    seed = draw.choice([" ", "\n\n"]).join(sentences) + "\n"
    (folder / "seeds").mkdir(parents=True)
    (folder / "variants" / "d").mkdir(parents=True)
    (folder / "seeds" / "d.txt").write_text(seed)
    for siglum in "ABCD"[: draw.randint(1, 4)]:
        path = folder / "variants" / "d" / f"{siglum}.txt"
        path.write_text(varied(seed, draw, 0.4))
    return EditedEdition(folder, draw)


def varied(text: str, draw: Random, share: float) -> str:
    """Return a text with other words, and sometimes with a sentence left out or moved."""
    for word, others in _WORDS.items():
        if draw.random() < share:
            text = text.replace(f" {word}", f" {draw.choice(others)}", 1)
    sentences = text.split(". ")
    if len(sentences) > 2 and draw.random() < share / 2:
        moved = sentences.pop(draw.randrange(len(sentences) - 1))
        if draw.random() < 0.5:
            sentences.insert(draw.randrange(len(sentences)), moved)
    return ". ".join(sentences)
