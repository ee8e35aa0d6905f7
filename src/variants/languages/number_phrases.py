"""Numbers that a run of words names: cardinals, ordinals, fractions, ranges."""

from __future__ import annotations

import math
import re
from typing import NamedTuple

from variants.languages.figures import Parts, fraction_sign, is_numeral, roman
from variants.languages.values import ValueSort

_HUNDRED, _THOUSAND = 100, 1000
_TWENTY, _TEN = 20, 10
_GROUP = 3
_IN_GROUP = re.compile(r"[0-9]{3}([.,][0-9]+)?")  # "234,5" of "1 234,5".
_LONG_LABEL = 4
_OF_RULERS = frozenset("IVX")
_SECOND = 2
_RAISED = frozenset("ºª")
_MOST_OF_WHOM = 1000
"""Largest number of which another is a share: "one in a thousand", but not "one in 1914"."""
_FRACTION_DENOMINATORS = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 16, 32, 64, 100, 1000})


class NumberPhrase(NamedTuple):
    """A number and the parts that name it.

    Attributes:
        stop: Index after its last part.
        low: The number, or the lower end of a range.
        high: The upper end.
        sort: NUMBER, ORDINAL, LABEL or SHARE.
        in_figures: True if it is written in figures.
        is_implied: True if only an article names it.
    """

    stop: int
    low: float
    high: float
    sort: ValueSort = ValueSort.NUMBER
    in_figures: bool = False
    is_implied: bool = False


def number_at(p: Parts, i: int) -> NumberPhrase | None:
    """Return the number that begins at a part, with its fraction, and with the end of a range."""
    return p.once(_number_at, i)


def _number_at(p: Parts, i: int) -> NumberPhrase | None:
    found = _fraction(p, i) or _many(p, i) or _with_fraction(p, i) or _roman(p, i)
    if found is None or found.high == math.inf:
        return found
    return _range(p, i, found)


def cardinal_at(p: Parts, i: int) -> NumberPhrase | None:
    """Return the whole number, or number in figures, that begins at a part."""
    return p.once(_cardinal_at, i)


def _cardinal_at(p: Parts, i: int) -> NumberPhrase | None:
    return _in_figures(p, i) or _in_words(p, i)


def _in_figures(p: Parts, i: int) -> NumberPhrase | None:
    figure = p.figure(i)
    if figure is None:
        return None
    value, n = figure.value, i + 1
    if figure.ending in p.words.ordinal_endings and figure.ending != "d":
        return NumberPhrase(n, value, value, ValueSort.ORDINAL, in_figures=True)
    if p.key(n) == "." and p.surface(n + 1) in _RAISED and p.key(n + 1) in p.words.ordinal_endings:
        return NumberPhrase(n + 2, value, value, ValueSort.ORDINAL, in_figures=True)
    if not figure.ending and len(figure.digits) <= _GROUP and figure.digits[:1] != "0":
        while p.key(n - 1).isdecimal() and _IN_GROUP.fullmatch(p.surface(n)):
            group = p.figure(n)
            if group is None or group.value >= _THOUSAND:
                break
            value = value * _THOUSAND + group.value
            n += 1
    return _scaled(p, NumberPhrase(n, value, value, in_figures=True))


def _scaled(p: Parts, found: NumberPhrase) -> NumberPhrase:
    """Return a number multiplied by the scales that follow: "1.2 million"."""
    n, value = found.stop, found.low
    while True:
        factor = _factor(p, n)
        if factor is None:
            return found._replace(stop=n, low=value, high=value)
        value, n = value * factor, n + 1


def _factor(p: Parts, n: int) -> int | None:
    """Return the factor of a scale for the number before it: "million", "dozen", "score"."""
    words, key = p.words, p.key(n)
    if key in words.score:
        return _TWENTY
    return words.scales.get(key) or words.collectives.get(key)


class _Words:
    """Number in words that is read part by part."""

    def __init__(self, p: Parts, start: int) -> None:
        self.p, self.n = p, start
        self.total = 0.0
        self.group: float | None = None
        self.smallest = math.inf  # Smallest scale above a hundred so far.
        self.room = math.inf  # Numbers up to this one may be added; first any.
        self.is_ordinal = False

    def read(self) -> None:
        while not self.is_ordinal and self._take():
            self.n += 1

    def _take(self) -> bool:
        """Return True if the next part belongs to the number, to which it is then added."""
        words, key = self.p.words, self.p.key(self.n)
        if key in words.cardinals and self._add(words.cardinals[key]):
            return True
        if key in words.after_tens and self._is_sure():
            return self._add(words.after_tens[key])
        if key in words.ordinal_tens and self.p.key(self.n + 1) in words.ordinals:
            return self._add(words.ordinal_tens[key], room=_TEN - 1)
        if key in words.ordinals:
            self.is_ordinal = self._add_ordinal(words.ordinals[key])
            return self.is_ordinal
        if key in words.scales:
            return self._scale(words.scales[key])
        return self._take_score(key) or (key in words.joints and self._joins())

    def _take_score(self, key: str) -> bool:
        """Return True if the next part is a dozen or a score, which is then added."""
        words = self.p.words
        if key in words.scores:
            return self._add(words.scores[key], room=_TWENTY - 1)
        if key in words.collectives:
            return self._collect(words.collectives[key], room=0)
        return key in words.score and self._collect(_TWENTY, room=_TWENTY - 1)

    def _adds_to_another(self) -> bool:
        return self.group is not None or self.total > 0

    def _is_sure(self) -> bool:
        """Return True if a word that can also be another one is a number here: "neuf cents"."""
        return self._adds_to_another() or self.p.key(self.n + 1) in self.p.words.scales

    def _add(self, value: float, room: int = 0) -> bool:
        if value > self.room or (value == 0 and self.group is not None):
            return False
        self.group = (self.group or 0.0) + value
        self.room = room or _room_behind(value)
        return True

    def _add_ordinal(self, value: int) -> bool:
        if value >= _HUNDRED and self.group is not None:
            self.group *= value
            return True
        return self._add(value)

    def _scale(self, scale: int) -> bool:
        if scale == _HUNDRED:
            if self.group is not None and self.group >= _HUNDRED:
                return False
            self.group = (1 if self.group is None else self.group) * scale
        elif scale < self.smallest:
            self.total += (1 if self.group is None else self.group) * scale
            self.group, self.smallest = None, scale
        else:
            return False
        self.room = scale - 1
        return True

    def _collect(self, size: int, room: int) -> bool:
        before = self.p.key(self.n - 1)
        if self.group is None and before not in self.p.words.articles:
            return False
        rest = 1 if self.group is None else self.group % _HUNDRED
        hundreds = 0 if self.group is None else self.group - rest
        if not rest or (hundreds and size != _TWENTY):
            return False
        self.group = hundreds + rest * size
        self.room = room
        return True

    def _joins(self) -> bool:
        """Return True if "and" is inside the number: "hundred and five", "two and twenty".

        Old texts have it after tens too: "seven hundred eighty and two", "sixty and five years".
        """
        words, after = self.p.words, self.p.key(self.n + 1)
        value = words.cardinals.get(after) or words.ordinals.get(after) or 0
        value = value or words.after_tens.get(after) or words.scores.get(after, 0)
        if not value or not self._adds_to_another():
            return False
        if _TEN <= self.room < math.inf:
            return value <= self.room
        group = self.group or 0.0
        if self.room == _TEN - 1 and value < _TEN:
            is_usual = words.joins_ones or group >= _HUNDRED
            return is_usual or self.p.key(self.n + 2) in words.units
        is_ten = _TWENTY <= value < _HUNDRED and value % _TEN == 0
        if 0 < group % _HUNDRED < _TEN and is_ten and not self.total:
            if self.p.key(self.n - 2) in words.between:
                return False
            self.n += 1
            self.group, self.room = group + value, 0
            self.is_ordinal = after in words.ordinals
            return True
        return False


def _room_behind(value: float) -> int:
    """Return the largest number that can be added to one in a word: 99 behind "doscientos"."""
    if value < _TWENTY or value % _TEN:
        return 0
    return next(size for size in (_THOUSAND, _HUNDRED, _TEN) if value % size == 0) - 1


def _in_words(p: Parts, i: int) -> NumberPhrase | None:
    words, start = p.words, i
    if p.key(i) not in words.first_of_numbers:
        return None
    if p.key(i) in words.articles:
        after = p.key(i + 1)
        if after in words.scales or after in words.collectives or after in words.score:
            start = i + 1
        else:
            return _one_and_tens(p, i)
    reading = _Words(p, start)
    reading.read()
    if reading.n == start:
        return None
    value = reading.total + (reading.group or 0.0)
    sort = ValueSort.ORDINAL if reading.is_ordinal else ValueSort.NUMBER
    return NumberPhrase(reading.n, value, value, sort)


def _one_and_tens(p: Parts, i: int) -> NumberPhrase | None:
    """Return a number whose one is an article: "ein und zwanzig"."""
    tens = p.words.cardinals.get(p.key(i + 2), 0)
    if p.key(i + 1) not in p.words.joints or tens not in range(_TWENTY, _HUNDRED, _TEN):
        return None
    return NumberPhrase(i + 3, 1 + tens, 1 + tens)


def _with_fraction(p: Parts, i: int) -> NumberPhrase | None:
    """Return a number and the fraction after it: "3½", "two and a half million"."""
    found = cardinal_at(p, i)
    if found is None:
        return _multiple(p, i)
    if found.sort is ValueSort.ORDINAL:
        return found
    n = found.stop
    sign = fraction_sign(p[n]) if n < len(p) else None
    if sign is not None and 0 < sign < 1 and found.in_figures:
        return _scaled(p, found._replace(stop=n + 1, low=found.low + sign))
    if found.in_figures and p.figure(i) is not None:
        part = _slashed(p, n)
        if part is not None:
            return _scaled(p, found._replace(stop=n + 1, low=found.low + part))
    if p.key(n) in p.words.joints:
        part_phrase = _fraction(p, n + 1)
        if part_phrase is not None and part_phrase.low < 1:
            return _scaled(
                p, found._replace(stop=part_phrase.stop, low=found.low + part_phrase.low)
            )
    return found


def _slashed(p: Parts, n: int) -> float | None:
    """Return the value of a fraction such as "3/4"."""
    top, slash, bottom = p.surface(n).partition("/")
    if not (slash and top.isdecimal() and bottom.isdecimal()):
        return None
    over, under = int(top), int(bottom)
    return over / under if over < under and under in _FRACTION_DENOMINATORS else None


def _fraction(p: Parts, i: int) -> NumberPhrase | None:
    """Return a fraction: "half", "a third of", "three quarters", "½", "3/4"."""
    if i >= len(p):
        return None
    sign = fraction_sign(p[i])
    if sign is not None:
        sort = ValueSort.SHARE if sign < 1 else ValueSort.NUMBER
        return _scaled(p, NumberPhrase(i + 1, sign, sign, sort, in_figures=True))
    slashed = _slashed(p, i)
    if slashed is not None:
        return NumberPhrase(i + 1, slashed, slashed, ValueSort.SHARE, in_figures=True)
    found = _one_part(p, i) or _several_parts(p, i) or _so_many_in(p, i) or _each(p, i)
    return None if found is None else _of_a_scale(p, found)


def _one_part(p: Parts, i: int) -> NumberPhrase | None:
    """Return a fraction with the numerator one: "half", "a third of", "the tenth part"."""
    words, key = p.words, p.key(i)
    one = key in words.articles or 1 in (words.cardinals.get(key), words.after_tens.get(key))
    start = i + 1 if one and p.key(i + 1) in words.fractions else i
    if p.key(start) in words.fractions and (start > i or not one):
        return _share(start + 1, words.fractions[p.key(start)])
    if key in words.parts and p.key(i + 1) in words.part_words:
        return _share(i + 2, 1 / words.parts[key])
    if one and _is_one_part(p, i + 1):
        return _share(i + 2, 1 / words.parts[p.key(i + 1)])
    return None


def _several_parts(p: Parts, i: int) -> NumberPhrase | None:
    """Return a fraction with a numerator: "two thirds", "three-quarters"."""
    words = p.words
    figure = p.figure(i)
    top = words.cardinals.get(p.key(i), 0) if figure is None else figure.value
    denominator = p.key(i + 1)
    if top > 1 and denominator in words.parts and denominator not in words.ordinals:
        return _share(i + 2, top / words.parts[denominator])
    return None


def _so_many_in(p: Parts, i: int) -> NumberPhrase | None:
    """Return a share of a number: "one in ten", "one man in ten", "nine out of every ten"."""
    words = p.words
    figure = p.figure(i)
    top = words.cardinals.get(p.key(i), 0) if figure is None else figure.value
    n = i + 1
    of_things = p.is_noun(n) and _is_of_things(p, n)
    n += of_things
    phrase = next((phrase for phrase in words.among if p.starts(n, phrase)), ())
    if not (top and phrase):
        return None
    n += len(phrase)
    n += p.key(n) in words.every
    whole = cardinal_at(p, n)
    if whole is None or whole.sort is not ValueSort.NUMBER or not top < whole.low <= _MOST_OF_WHOM:
        return None
    are_two_things = top > 1 and of_things and len(phrase) == 1 and p.is_noun(whole.stop)
    if are_two_things or not _is_of_things(p, whole.stop):
        return None  # "three men in four boats", "one in ten days"
    return _share(whole.stop, top / whole.low)


def _each(p: Parts, i: int) -> NumberPhrase | None:
    """Return the share that an ordinal names after "every": "every tenth man"."""
    if i == 0 or p.key(i - 1) not in p.words.every:
        return None
    found = cardinal_at(p, i)
    if found is None or found.sort is not ValueSort.ORDINAL or found.low <= _SECOND:
        return None
    return _share(found.stop, 1 / found.low) if _is_of_things(p, found.stop) else None


def _is_of_things(p: Parts, n: int) -> bool:
    """Return False if a part is a unit: "every third man", but not "every third day"."""
    return not any(p.key(n) in table for table in (p.words.units, p.words.months, p.words.weekdays))


def _is_one_part(p: Parts, n: int) -> bool:
    """Return True if a denominator after "a" or "one" makes a fraction: "a third of the men"."""
    words, key = p.words, p.key(n)
    if key not in words.parts or words.parts[key] == 2:  # noqa: PLR2004 - halves
        return False
    if key not in words.ordinals or p.joined(n):
        return True
    before = p.key(n - 1)
    is_one = 1 in (words.cardinals.get(before), words.after_tens.get(before))
    return is_one or p.key(n + 1) in words.of or not p.is_noun(n + 1)


def _share(stop: int, value: float) -> NumberPhrase:
    return NumberPhrase(stop, value, value, ValueSort.SHARE)


def _of_a_scale(p: Parts, found: NumberPhrase) -> NumberPhrase:
    """Return a number if a fraction of a scale follows: "half a million", "half a dozen"."""
    words, n = p.words, found.stop
    n += p.key(n) in words.of
    if p.key(n) in words.articles and (
        p.key(n + 1) in words.scales or p.key(n + 1) in words.collectives
    ):
        factor = words.scales.get(p.key(n + 1)) or words.collectives[p.key(n + 1)]
        value = found.low * factor
        return NumberPhrase(n + 2, value, value)
    return found


def _many(p: Parts, i: int) -> NumberPhrase | None:
    """Return an open number: "thousands", "tens of thousands"."""
    words = p.words
    value, n = words.many.get(p.key(i)), i + 1
    if value is None:
        return None
    while p.key(n) in words.of and p.key(n + 1) in words.many:
        value, n = value * words.many[p.key(n + 1)], n + 2
    # "tens" and "scores" alone are also other words.
    if n == i + 1 and value < _HUNDRED and p.key(n) not in words.of:
        return None
    return NumberPhrase(n, value, math.inf)


def _multiple(p: Parts, i: int) -> NumberPhrase | None:
    value = p.words.multiples.get(p.key(i))
    return None if value is None else NumberPhrase(i + 1, value, value)


def _roman(p: Parts, i: int) -> NumberPhrase | None:
    """Return a Roman numeral; small letters only after a word like "Chapter".

    One letter is a numeral also after a name, "I" if a title is before that: "King George I".
    """
    text = p.surface(i)
    value = roman(text) if text.isalpha() and text.isascii() else None
    if value is None:
        return None
    is_labelling = is_labelled(p, i) and not (text == "I" and _is_pronoun(p, i))
    if is_numeral(text, p.words) or is_labelling or _is_of_ruler(p, i):
        return NumberPhrase(i + 1, value, value, ValueSort.LABEL)
    return None


def _is_of_ruler(p: Parts, i: int) -> bool:
    """Return True if one capital letter is the number of a ruler: "Charles V"."""
    name, letter = p.surface(i - 1), p.surface(i)
    if letter not in _OF_RULERS or not (name.istitle() and p.is_noun(i - 1)):
        return False
    return letter != "I" or p.key(i - 2) in p.words.rulers


def _is_pronoun(p: Parts, i: int) -> bool:
    """Return True if "I" after a label is a person: "the book I read", unlike "in book I of"."""
    if p.surface(i - 1)[:1].isupper():
        return False
    after = p.key(i + 1)
    return p.key(i - 1) == "." or (after[:1].isalpha() and after not in p.words.of)


def is_labelled(p: Parts, i: int) -> bool:
    """Return True if a word that takes a number precedes: "Chapter", "No."."""
    n = i - 2 if p.key(i - 1) == "." else i - 1
    key = p.key(n)
    # "No one" and "act two" are not labelled, "No. 1" is.
    in_words = len(key) < _LONG_LABEL and p.key(i) in p.words.cardinals
    return key in p.words.labels and not in_words


def _range(p: Parts, i: int, found: NumberPhrase) -> NumberPhrase:
    """Return a range if a second number follows: "two or three", "3, or 4", "1914-18"."""
    words, n = p.words, found.stop
    if p.key(n) == "," and p.key(n + 1) in words.alternatives - set(words.between.values()):
        n += 1
    joint = p.key(n)
    between = words.between.get(p.key(i - 1), "")
    if joint not in words.alternatives and not (joint and joint == between):
        return found
    if joint == "-" and found.sort is ValueSort.LABEL and not found.in_figures:
        end = roman(p.surface(n + 1))
        return (
            found
            if end is None
            else _joined(p, n, found, NumberPhrase(n + 2, end, end, found.sort))
        )
    if joint == "-" and not (found.in_figures and p.figure(n + 1) is not None):
        return found
    after = _with_fraction(p, n + 1) or _fraction(p, n + 1)
    if after is None or after.sort not in {found.sort, ValueSort.NUMBER}:
        return found
    return _joined(p, n, found, after)


def _joined(p: Parts, n: int, found: NumberPhrase, after: NumberPhrase) -> NumberPhrase:
    """Return the range from one number to another, with the part ``n`` between them."""
    joint, low, high = p.key(n), found.low, after.low
    if high > low:
        low *= _shared_scale(p, n + 2, found, after)
        return after._replace(low=low, in_figures=found.in_figures)
    digits = p.surface(n + 1)
    if joint == "-" and digits.isdecimal():
        base = 10 ** len(digits)  # "1914-18" ends in 1918.
        is_short = low >= base and high > low % base
        return after._replace(low=low, high=low - low % base + high) if is_short else found
    if joint in p.words.between.values() or high == low:
        return found
    return after._replace(low=high, high=low)


def _shared_scale(p: Parts, first: int, found: NumberPhrase, after: NumberPhrase) -> float:
    """Return the scale at the end of a range that both numbers have: "two or three hundred".

    It is the largest that leaves the second number the larger one: "five or two hundred" has none.
    """
    scale = shared = 1.0
    for n in range(after.stop - 1, first - 1, -1):
        factor = _factor(p, n)
        if factor is None:
            break
        scale *= factor
        if after.low > found.low * scale:
            shared = scale
    return shared
