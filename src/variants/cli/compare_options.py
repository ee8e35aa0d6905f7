"""How the user wants to see a comparison, from what was typed."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass

from variants.errors import OptionNotApplicable
from variants.terminal import Layout, Order, Theme, View
from variants.terminal.selection import (
    Selection,
    parse_classes,
    parse_kinds,
    parse_sentences,
    parse_states,
    parse_witnesses,
)
from variants.types.edition import Edition
from variants.types.status import State


@dataclass(frozen=True, slots=True)
class CompareOptions:
    """What was typed; what was not typed is empty, and a list has its commas."""

    layout: Layout | None
    plain: bool
    theme: Theme
    witnesses: str
    sentences: str
    classes: str
    kinds: str
    order: Order = Order.TEXT
    patterns: bool = False
    only: str = ""

    def refuse_filters(self) -> None:
        """Refuse to choose, where everything is written."""
        for option, value in (
            ("--layout", self.layout),
            ("--witness", self.witnesses),
            ("--sentence", self.sentences),
            ("--class", self.classes),
            ("--kind", self.kinds),
            ("--sort", self.order is not Order.TEXT),
            ("--patterns", self.patterns),
            ("--only", self.only),
        ):
            if value:
                raise OptionNotApplicable(
                    option=option,
                    belongs="people's view",
                    hint="Leave it out: the JSON holds everything, so that a program can choose.",
                )

    def _refuse_what_goes_unseen(self) -> None:
        """Refuse options that say nothing where no passages are shown."""
        for option, value in (
            ("--layout", self.layout),
            ("--sentence", self.sentences),
            ("--kind", self.kinds),
            ("--sort", self.order is not Order.TEXT),
            ("--only", self.only),
        ):
            if value and self.patterns:
                raise OptionNotApplicable(
                    option=option, belongs="passages", hint="Leave it out, or leave out --patterns."
                )
        if self.layout not in {None, Layout.READINGS} and self.order is Order.WEIGHT:
            raise OptionNotApplicable(
                option="--layout",
                belongs="the order of the text",
                hint="Leave it out: by weight the places stand in a list.",
            )

    def view(self) -> View:
        """As much of the view as can be said, and refused, before anything is compared."""
        self._refuse_what_goes_unseen()
        selection = Selection(
            classes=parse_classes(self.classes) if self.classes else None,
            kinds=parse_kinds(self.kinds) if self.kinds else None,
            states=parse_states(self.only) if self.only else None,
        )
        return View(
            self.layout, self.plain, self.theme, selection, self.order, patterns=self.patterns
        )

    def complete(self, view: View, edition: Edition) -> View:
        """The view of one document, whose witnesses, sentences and states can be named."""
        collation = edition.collation
        selection = dataclasses.replace(
            view.selection,
            witnesses=parse_witnesses(self.witnesses, collation) if self.witnesses else None,
            sentences=parse_sentences(self.sentences, collation) if self.sentences else None,
            places=_places_in(edition, view.selection.states),
            around=_sentences_in(edition, view.selection.states),
        )
        return dataclasses.replace(view, selection=selection)


def _places_in(edition: Edition, states: frozenset[State] | None) -> frozenset[str] | None:
    """The entries that stand so; ``None`` where nobody asked for a state."""
    if states is None:
        return None
    return frozenset(place for place, state in edition.states().items() if state in states)


def _sentences_in(edition: Edition, states: frozenset[State] | None) -> frozenset[int]:
    """The sentences with words that stand so and are no entry."""
    return frozenset(
        edition.collation.seed.sentence_at(status.span.start)
        for status in edition.apart()
        if states is not None and status.state in states and status.span is not None
    )
