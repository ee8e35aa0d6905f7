"""How the user wants to see a comparison, from what was typed."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass

from variants.errors import OptionOutOfPlace
from variants.types import Collation
from variants.writers.selection import (
    Selection,
    parse_classes,
    parse_kinds,
    parse_sentences,
    parse_witnesses,
)
from variants.writers.terminal import Layout, Theme, View


@dataclass(frozen=True, slots=True)
class Wish:
    """What was typed; what was not typed is empty, and a list has its commas."""

    layout: Layout | None
    plain: bool
    theme: Theme
    witnesses: str
    sentences: str
    classes: str
    kinds: str

    def refuse_filters(self) -> None:
        """Refuse to choose, where everything is written."""
        for option, value in (
            ("--layout", self.layout),
            ("--witness", self.witnesses),
            ("--sentence", self.sentences),
            ("--class", self.classes),
            ("--kind", self.kinds),
        ):
            if value:
                raise OptionOutOfPlace(
                    option=option,
                    belongs="people's view",
                    hint="Leave it out: the JSON holds everything, so that a program can choose.",
                )

    def view(self) -> View:
        """As much of the view as can be said, and refused, before anything is compared."""
        selection = Selection(
            classes=parse_classes(self.classes) if self.classes else None,
            kinds=parse_kinds(self.kinds) if self.kinds else None,
        )
        return View(layout=self.layout, plain=self.plain, theme=self.theme, selection=selection)

    def complete(self, view: View, collation: Collation) -> View:
        """The view of one collation, whose witnesses and sentences can be named."""
        selection = dataclasses.replace(
            view.selection,
            witnesses=parse_witnesses(self.witnesses, collation) if self.witnesses else None,
            sentences=parse_sentences(self.sentences, collation) if self.sentences else None,
        )
        return dataclasses.replace(view, selection=selection)
