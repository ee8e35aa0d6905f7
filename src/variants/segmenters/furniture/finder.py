"""Everything that is set aside in a witness."""

from __future__ import annotations

import dataclasses
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence

from variants.errors.lists import counted
from variants.languages import language_of
from variants.segmenters.furniture.editors_marks import find_editors_marks
from variants.segmenters.furniture.note_marks import find_note_marks
from variants.segmenters.furniture.page_lines import find_page_lines
from variants.segmenters.furniture.page_marks import find_page_marks
from variants.segmenters.furniture.rule_matches import find_ignored_words
from variants.segmenters.lines import trimmed
from variants.types.notice import Notice
from variants.types.set_aside import SetAsideKind, mask
from variants.types.span import Span
from variants.types.witness import Division, DivisionKind, SetAside, Witness

_SIGNS = r"\[{⟦⟨<|*†‡§⁽¹²³⁰⁴-⁹"
_CLOSING = r".,;:!?…”’»\"'“)\]"
_MAY_HAVE_FURNITURE = re.compile(
    rf"[{_SIGNS}\d\f]|\(\s?[Ss][Ii][Cc]\b"
    # Each line is read once, since many empty lines would take minutes otherwise.
    r"|\n[^\w\n]*[ivxlcIVXLC]{1,7}[^\w\n]*\n"
    r"|\n[^\S\n]*\n[^\S\n]*\S[^\n]{0,59}\n[^\S\n]*\n\s*[^\W\dA-Z_]"
)
"""Fast test that most texts without figures fail."""
_MAY_HAVE_MARKS = re.compile(
    rf"[{_SIGNS}\d](?:(?<=[{_SIGNS}])|(?<=[^\W\d_]\d)|(?<=[^\W\d_][{_CLOSING}]\d)"
    rf"|(?<=[{_CLOSING}(]{{2}}\d)|(?<=\s/\d))|\(\s?[Ss][Ii][Cc]\b|\([Ff]"
)
"""Matches in every text that may have marks of pages, notes or editors."""
_KINDS = tuple(SetAsideKind)


def with_set_aside(witness: Witness) -> Witness:
    """Return a witness with everything that is set aside in it, and a notice that counts it.

    A division that is set aside belongs to the one before it, and divisions that a sentence goes on
    over are one. If nothing would be left to compare, nothing is set aside. Brackets need no
    notice, since the words in them are compared, nor does what a reader has left out.
    """
    if not witness.furniture and witness.set_aside:
        witness = dataclasses.replace(witness, set_aside=())
    if not (witness.furniture or witness.ignored_words):
        return witness
    found, messages = _find(witness)
    if not found and not messages:
        return witness
    compared = mask(witness.text, found)
    if not compared.strip():
        found, compared = (), witness.text
        messages = ["nothing is set aside, since no words would be left."]
    shown = [one for one in found if one.span.length]
    if not all(map(_is_bracket, shown)):
        messages = [*messages, set_aside_line(shown)]
    notices = [Notice(witness.siglum, message) for message in messages]
    divisions = witness.divisions
    if divisions and not witness.units:
        divisions = tuple(_divisions(witness, found, compared))
    return dataclasses.replace(
        witness,
        set_aside=tuple(found),
        divisions=divisions,
        notices=(*witness.notices, *notices),
    )


def set_aside_line(found: Sequence[SetAside]) -> str:
    """Return the number of characters of each kind as a sentence."""
    return f"set aside and not compared: {_counts(found)}."


def unset_line(text: str, language: str) -> str:
    """Return a sentence on the furniture of a text of an edition that has no setting for it.

    Empty if there is none.
    """
    found = [one for one in find_furniture(text, language) if not _is_bracket(one)]
    if not found:
        return ""
    return (
        f"compared as words: {_counts(found)}. In variants.toml, furniture = true sets them aside, "
        "and furniture = false ends this note."
    )


def _is_bracket(one: SetAside) -> bool:
    return one.kind is SetAsideKind.BRACKET


def _counts(found: Sequence[SetAside]) -> str:
    counts = Counter(one.kind for one in found)
    pairs = counts.pop(SetAsideKind.BRACKET, 0) // 2
    named = [counted(counts[kind], kind.value) for kind in _KINDS if counts[kind]]
    named += [f"{counted(pairs, 'pair')} of {SetAsideKind.BRACKET.value}s"] if pairs else []
    return ", ".join(named)


def find_furniture(
    text: str, language: str, *, in_rows: bool = False, headings: Collection[int] = ()
) -> list[SetAside]:
    """Return the furniture of a text, in order and disjoint.

    Args:
        text: The text.
        language: BCP 47 tag of its language.
        in_rows: True for a text from the rows of a table, which has no pages.
        headings: Ends of its headings.
    """
    if not _MAY_HAVE_FURNITURE.search(text):
        return []
    known = language_of(language)
    found: list[SetAside] = []
    if not in_rows:
        found += find_page_lines(text, known)
    if _MAY_HAVE_MARKS.search(text):
        found += find_page_marks(text, known, headings)
        for find in (find_note_marks, find_editors_marks):
            found += find(text, known)
    return list(_disjoint(found))


def _find(witness: Witness) -> tuple[tuple[SetAside, ...], list[str]]:
    """Return all spans to set aside, and messages about rules that were not used."""
    found: list[SetAside] = list(witness.set_aside)
    messages = []
    for rule in witness.ignored_words:
        try:
            found += find_ignored_words(witness.text, rule)
        except TimeoutError:
            messages.append(f"the pattern of the rule {rule.name!r} is too slow and was not used.")
    if witness.furniture:
        headings = {
            each.span.end for each in witness.divisions if each.kind is DivisionKind.HEADING
        }
        found += find_furniture(
            witness.text, witness.language, in_rows=bool(witness.units), headings=headings
        )
    return tuple(_disjoint(found)), messages


def _disjoint(found: Iterable[SetAside]) -> Iterator[SetAside]:
    """Yield what is set aside in order; of two that overlap the first found, or the longer."""
    kept: list[SetAside] = []
    for one in sorted(found, key=lambda one: (one.span.start, -one.span.end)):
        if kept and one.span.start < kept[-1].span.end:
            continue
        kept.append(one)
    return iter(kept)


def _divisions(witness: Witness, found: Sequence[SetAside], compared: str) -> Iterator[Division]:
    """Yield the divisions, those that are set aside as parts of the one before or behind."""
    spans = [one.span for one in found if one.span.length and _goes_over(witness.text, one.span)]
    over = {at for span in spans for at in (span.start, span.end)}
    last: Division | None = None
    for division in witness.divisions:
        words = trimmed(compared, division.span)
        goes_on = bool(words.length) and words.start in over
        if last is not None and (not words.length or goes_on):
            last = _joined(last, division, goes_on=goes_on)
        elif last is not None and not compared[last.span.start : last.span.end].strip():
            last = dataclasses.replace(division, span=Span(last.span.start, division.span.end))
        else:
            if last is not None:
                yield last
            last = division
    if last is not None:
        yield last


def _goes_over(text: str, span: Span) -> bool:
    """Return True if a span contains the white space between two paragraphs."""
    return text[span.start : span.start + 1].isspace() or text[span.end - 1 : span.end].isspace()


def _joined(one: Division, other: Division, *, goes_on: bool) -> Division:
    kind = DivisionKind.PARAGRAPH if goes_on and one.kind is DivisionKind.HEADING else one.kind
    return dataclasses.replace(one, kind=kind, span=Span(one.span.start, other.span.end))
