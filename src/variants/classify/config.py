"""Classification settings of an edition: terms, names and rules, indexed for lookup."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from variants.classify.classification_rules import Rules
from variants.languages import Language, fold, name_forms
from variants.settings import Settings

_OWNING = re.compile(r"['’]s$", re.IGNORECASE)


class NameForms:
    """Wordings that the edition lists as forms of one name."""

    def __init__(self, lists: Sequence[Sequence[str]] = ()) -> None:
        self._lists: dict[str, set[int]] = {}
        for number, forms in enumerate(lists):
            for form in forms:
                self._lists.setdefault(_letters([form]), set()).add(number)
        self._longest = max((len(form.split()) for forms in lists for form in forms), default=0)

    def __bool__(self) -> bool:
        return bool(self._lists)

    def lists_of(self, words: Sequence[str]) -> frozenset[int]:
        """Return the numbers of the lists that contain this wording."""
        return frozenset(self._lists.get(_letters(words), ()))

    def found_in(self, words: Sequence[str]) -> Iterator[tuple[range, frozenset[int]]]:
        """Yield the position of each listed name and its lists, the longest match first."""
        at = 0
        while at < len(words):
            lengths = range(min(self._longest, len(words) - at), 0, -1)
            found = ((n, self.lists_of(words[at : at + n])) for n in lengths)
            length, lists = next((pair for pair in found if pair[1]), (1, frozenset[int]()))
            if lists:
                yield range(at, at + length), lists
            at += length


@dataclass(frozen=True, slots=True)
class ClassificationConfig:
    """Terms, names and rules of an edition.

    Attributes:
        terms: Lemmas of the words whose rendering matters.
        names: Lists of forms of one name.
        rules: Classification rules.
    """

    terms: frozenset[str] = frozenset()
    names: NameForms = field(default_factory=NameForms)
    rules: Rules = field(default_factory=Rules)

    def one_name(self, mine: Sequence[str], theirs: Sequence[str]) -> bool:
        """Return True if the edition lists both as one name, and both or neither end in "'s"."""
        if not self.names or _owning(mine) != _owning(theirs):
            return False
        lists = (self.names.lists_of(side) for side in (mine, theirs))
        return not next(lists).isdisjoint(next(lists))

    def without_one_name(
        self, mine: Sequence[str], theirs: Sequence[str]
    ) -> tuple[list[str], list[str]]:
        """Return both wordings without the listed names that occur in both, in any form."""
        if not self.names:
            return [*mine], [*theirs]
        found = [list(self.names.found_in(side)) for side in (mine, theirs)]
        both = {n for _, lists in found[0] for n in lists} & {n for _, ls in found[1] for n in ls}
        taken = [{i for where, lists in side if lists & both for i in where} for side in found]
        left = (
            [word for i, word in enumerate(side) if i not in gone]
            for side, gone in zip((mine, theirs), taken, strict=True)
        )
        return next(left), next(left)


NO_CONFIG = ClassificationConfig()


def classification_config(settings: Settings, language: Language) -> ClassificationConfig:
    """Return the classification settings, prepared for texts in a language."""
    terms = frozenset(language.lemma(fold(term)) for term in settings.terms)
    return ClassificationConfig(terms, NameForms(settings.names), Rules(settings.rules))


def _letters(words: Sequence[str]) -> str:
    """Return the folded letters and digits of a name, without "'s"."""
    forms = name_forms(_OWNING.sub("", " ".join(words)))
    return forms[0] if forms else ""


def _owning(words: Sequence[str]) -> bool:
    return bool(words) and _OWNING.search(words[-1]) is not None
