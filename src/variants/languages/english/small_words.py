"""Small words of English that carry facts: quantity, time, place, condition, person."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from variants.languages.english.class_words import COMPASS, OPPOSITES, class_meanings
from variants.languages.english.old_forms import OLD_FORMS
from variants.languages.english.scale_words import scale_meanings
from variants.languages.small_word_tables import SmallMeaning, SmallWords

_PUT = """
    lay lays laid laying bring brings brought bringing put puts putting place places placed placing
    kneel kneels knelt kneeling bow bows bowed bowing
    """.split()
_BEFORE_SOMEONE = "|".join(f"{verb} before" for verb in _PUT)
"""Phrases in which "before" is a place: "laid before the Board"."""
_POSTPONED = "|".join(
    f"{verb} off"
    for verb in """
    put puts putting call calls called calling leave leaves leaving break breaks broke broken
    breaking pay pays paid paying
    """.split()
)
"""Phrases in which "off" is not a place: "put off until noon"."""
_MOTIONLESS = "|".join(
    f"{verb} still"
    for verb in """
    stand stands stood standing sit sits sat sitting lie lies lay lain lying keep keeps kept keeping
    hold holds held holding
    """.split()
)
"""Phrases in which "still" is not a time: "they stood still"."""
_VOID = f"""
    {_BEFORE_SOMEONE}
    {_POSTPONED}
    {_MOTIONLESS}
    provided with|provided for|provided by|provided against
    at all|after all|above all things|all the more|once for all|once and for all|all at once
    all over|first of all|most of all|at most|at the most|how much|how many|as much as|as many as
    so much as|so many|so much|too much|too many|some day|in all|of all|as to|as for
    as if|so as to|such as|as follows|not only|no doubt|no sooner|as yet|in order|even as|at least
    not even|as soon as possible|up to now|out of the question|on account of|in spite of all
    in particular|in fact|at last|on the whole|the more|the less|nothing less
    for example|for all that|than all the rest|than all the others|than any other|than all|than any
    when once|if once
    too much so|now then|now therefore|am used to|are used to|is used to|was used to|were used to
    been used to|be used to|got used to|get used to|grew used to|grown used to|become used to
    as long as possible|not a single|to all appearance|to all appearances
    to save|can save|could save|may save|might save|will save|would save|shall save|should save
    must save|not save|god save
    behind with|behind at|behind in|behind on|behind by|behind for|behind to|behind as
    """
"""Phrases of such words that have no meaning of this sort."""
_FIRM_CONDITIONS = """
    provided that|on condition|on condition that|on the condition that|in the event that
    with the condition that|upon condition that|upon the condition that|under the condition that
    on the understanding that|in the event of|conditionally upon|conditionally on|contingent upon
    contingent on|conditional upon|subject to|only if|if only|whether or not|regardless of
    irrespective of|without regard to
    """
_REPEATING = """
    return repeat reiterate renew restore resume recommence reinstate reinstall revive rejoin
    reunite regain recover retake recapture reconquer reenter reappear recur revisit recall
    resurrect
    """
_CONTESTS = """
    war warfare fight battle combat contend contest strive strife struggle quarrel wrestle conflict
    dispute compete competition duel skirmish feud hostility grapple
    """


def _phrases() -> Iterator[tuple[tuple[str, ...], SmallMeaning]]:
    """Yield the phrases in modern forms and their meanings.

    Equal meanings are one object, which saves memory.
    """
    same: dict[SmallMeaning, SmallMeaning] = {}
    found = (
        (tuple(sys.intern(OLD_FORMS.get(word, word)) for word in phrase.split()), meaning)
        for phrase, meaning in _read_tables()
    )
    for words, meaning in dict.fromkeys(found):
        yield words, same.setdefault(meaning, meaning)


def _read_tables() -> Iterator[tuple[str, SmallMeaning]]:
    yield from scale_meanings()
    yield from class_meanings()
    for phrase in _VOID.replace("\n", "|").split("|"):
        if phrase.strip():
            yield phrase, SmallMeaning("")


SMALL_WORDS = SmallWords(
    phrases=tuple(_phrases()),
    opposites=OPPOSITES,
    compass=COMPASS,
    firm_places=frozenset(
        [
            *COMPASS,
            *("left side", "right side", "hither", "beyond", "upstream", "downstream"),
            *"above below beside behind front".split(),
        ]
    ),
    correlatives={"both": "and", "either": "or"},
    approximators=frozenset({"some", "a few"}),
    after_numbers=frozenset("nsew"),
    final=frozenset({"too"}),
    auxiliaries=frozenset(
        """
        am is are was were be been have has had do does did will would shall should may might can
        could must ought need
        """.split()
    ),
    firm_conditions=frozenset(
        phrase.strip() for phrase in _FIRM_CONDITIONS.replace("\n", "|").split("|")
    ),
    occasions=frozenset("on upon after against".split()),
    joining=frozenset({"again", "now", "once", "still", "yet"}),
    clause_words={"for": "condition", "as": "condition", "since": "condition"},
    before_plurals={"most": "quantity"},
    plural_endings=("s", "men", "people", "children"),
    singular_endings=("ous", "ss", "us", "is"),
    repeating=frozenset(_REPEATING.split()),
    repeating_prefix="re",
    ceasing=frozenset("cease stop quit desist discontinue forbear".split()),
    exceptive=frozenset({"but", "without"}),
    contests=frozenset(_CONTESTS.split()),
    superlative_endings=("est",),
    comparative_endings=("er",),
    superlatives={"best": "better", "worst": "worse", "last": "later"},
)
