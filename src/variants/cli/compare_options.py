"""Options of ``variants compare`` that choose what is shown and how."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from enum import Enum

from variants.brief.selection import Selection
from variants.cli.filters import known_sentences, known_witnesses
from variants.cli.option_conflicts import given_options, refuse_beside
from variants.errors import OptionNotApplicable
from variants.terminal import Layout, Order, Theme, View
from variants.types.edition import Edition
from variants.types.sense import Tier
from variants.types.status import State
from variants.types.variant import FORM_OR_NAME_KINDS, Kind, VariantClass


class Marks(Enum):
    """Marks of the texts in a view."""

    TIERS = "tiers"
    NONE = "none"


_OF_PATTERNS = frozenset({"--witness", "--class", "--sense", "--patterns"})
"""Options that also apply to ``--patterns``."""
_OF_DRAFTS = frozenset({"--witness", "--all", "--changed", "--steps"})
"""Options that also apply to ``--changed`` and ``--steps``."""


@dataclass(frozen=True, slots=True)
class CompareOptions:
    """Options of the view. An empty filter shows everything.

    Attributes:
        layout: The layout; ``None`` chooses one by the terminal width.
        plain: True to mark differences with signs, without colour.
        theme: Background of the terminal; ``None`` if it is not known.
        witnesses: Sigla to show beside the seed.
        sentences: Sentences of the seed to show, counted from 1.
        classes: Classes of readings to show; a tier among them adds its readings.
        kinds: Kinds of readings to show.
        sense: True to show only readings that are likely to touch the sense.
        states: States of places to show.
        order: Order of the places.
        patterns: True to show recurring differences instead of passages.
        places: True to show the numbers of places.
        unfolded: True to show every passage of a long text.
        marks: Marks of the texts.
        form: True to mark differences of form too.
        paged: True to show long output in a pager.
        changed: True to show the changes from the seed to one other text.
        steps: True to show the changes from each text to the next.
    """

    layout: Layout | None = None
    plain: bool = False
    theme: Theme | None = None
    witnesses: tuple[str, ...] = ()
    sentences: tuple[range, ...] = ()
    classes: frozenset[VariantClass | Tier] = frozenset()
    kinds: frozenset[Kind] = frozenset()
    sense: bool = False
    states: frozenset[State] = frozenset()
    order: Order = Order.TEXT
    patterns: bool = False
    places: bool = False
    unfolded: bool = False
    marks: Marks = Marks.TIERS
    form: bool = False
    paged: bool = True
    changed: bool = False
    steps: bool = False

    @property
    def shows_passages(self) -> bool:
        """True if passages are shown with the usual marks, as the explanation describes them."""
        others = (self.patterns, self.changed, self.steps, self.form, self.marks is Marks.NONE)
        listed = self.order is Order.WEIGHT or self.layout is Layout.READINGS
        return not (any(others) or listed)

    def refuse_beside_json(self) -> None:
        """Refuse the options that choose a part, since JSON contains everything.

        Raises:
            OptionNotApplicable: One of them was given.
        """
        for option in self.given():
            raise OptionNotApplicable(
                option=option,
                to="--json",
                hint="Leave it out: the JSON contains everything, and a program can choose.",
            )

    def view(self) -> View:
        """Return the part of the view that does not depend on the document.

        Raises:
            OptionNotApplicable: Options exclude each other.
        """
        given = self.given()
        if self.patterns:
            refuse_beside("--patterns", (each for each in given if each not in _OF_PATTERNS))
        if self.changed or self.steps:
            drafts = "--steps" if self.steps else "--changed"
            refuse_beside(drafts, (each for each in given if each not in _OF_DRAFTS))
        if self.layout not in {None, Layout.READINGS} and self.order is Order.WEIGHT:
            raise OptionNotApplicable(
                option=f"--layout {self.layout.value}" if self.layout else "--layout",
                to="--sort weight",
                hint="Leave it out: --sort weight shows a list of places.",
            )
        selection = Selection(
            classes=self.classes or None,
            kinds=self.kinds or None,
            tiers=frozenset({Tier.SENSE}) if self.sense else None,
            states=self.states or None,
        )
        return View(
            self.layout,
            self.plain,
            self.theme,
            selection,
            self.order,
            patterns=self.patterns,
            places=self.places,
            unfolded=self.unfolded,
            marked=self.marks is not Marks.NONE,
            form=self.marks_form,
        )

    @property
    def marks_form(self) -> bool:
        """True if differences of form are marked: by choice, or because they are selected."""
        by_class = VariantClass.FORM in self.classes
        return self.form or by_class or not FORM_OR_NAME_KINDS.isdisjoint(self.kinds)

    def complete(self, view: View, edition: Edition) -> View:
        """Return the view of one document, limited to the witnesses and sentences given.

        Raises:
            UnknownName: The document does not have one of the witnesses.
            NoSuchSentence: The seed does not have one of the sentences.
        """
        collation = edition.collation
        selection = dataclasses.replace(
            view.selection,
            witnesses=known_witnesses(self.witnesses, collation) or None,
            sentences=known_sentences(self.sentences, edition) or None,
            places=_places_in(edition, self.states) if self.states else None,
            around=_sentences_in(edition, self.states),
        )
        return dataclasses.replace(view, selection=selection)

    def given(self) -> list[str]:
        """Return the options that choose a part or an arrangement, as typed."""
        return given_options(
            {
                "--layout": self.layout,
                "--witness": self.witnesses,
                "--sentence": self.sentences,
                "--class": self.classes,
                "--kind": self.kinds,
                "--sense": self.sense,
                "--sort": self.order is not Order.TEXT,
                "--patterns": self.patterns,
                "--only": self.states,
                "--places": self.places,
                "--all": self.unfolded,
                "--marks": self.marks is not Marks.TIERS,
                "--form": self.form,
                "--changed": self.changed,
                "--steps": self.steps,
            }
        )


def _places_in(edition: Edition, states: frozenset[State]) -> frozenset[str]:
    """Return the ``Entry.place`` of the entries in one of the states."""
    return frozenset(place for place, state in edition.states().items() if state in states)


def _sentences_in(edition: Edition, states: frozenset[State]) -> frozenset[int]:
    """Return sentences, from 0, with decided words that are in a state and in no entry."""
    return frozenset(
        edition.collation.seed.sentence_at(status.span.start)
        for status in edition.places_without_entry()
        if status.state in states and status.span is not None
    )
