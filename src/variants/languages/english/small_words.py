"""Small words of English that carry facts: quantity, time, place, condition, person."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import combinations

from variants.languages.english.old_forms import OLD_FORMS
from variants.languages.small_word_tables import SmallMeaning, SmallWords

_TIMES = """
    hour day night morning evening week month year
    monday tuesday wednesday thursday friday saturday sunday
    """.split()
_SOME_TIMES = "|".join(f"every other {time}|every second {time}" for time in _TIMES)
"""Phrases such as "every other day", unlike "every other man"."""
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
_SELVES = "myself yourself himself herself itself oneself ourselves yourselves themselves".split()
_BY_SELF = "|".join(f"by {self}" for self in _SELVES)
"""Phrases for "alone", as one who has no company or no help is."""
_EXCEPT_IF = "|".join(
    f"{word} {rest}"
    for word in ("except", "excepting", "save")
    for rest in "if|when|where|in case|in case of|in the case of|in cases of|in the event of".split(
        "|"
    )
)
"""Phrases for an exception with a condition, in which "when" is "if"."""
_NOT_OVER = "|".join(
    f"{denial} {word} than"
    for denial in ("no", "not")
    for word in "longer farther further higher deeper wider broader".split()
)
"""Phrases for a bound that is low: "no longer than a week" is "only a week"."""
_SCALES = {
    "quantity": f"""
        5: all|all of|every|each|each of|every one of|whole|the whole of|entire|both|both of
        5: everything|everybody|everyone|daily|nightly|hourly|weekly|monthly|quarterly|yearly
        5: annually|the two|the twain
        5: either|either of|the utmost|the uttermost
        3.8: most|most of|the greater part of|the greater part|the majority of|the majority
        3.8: the more part of|the more part|the better part of|the best part of
        3: many|many of|much of|numerous|a great many|a good many|countless|a great deal of
        3: many a|many an|many another
        2.2: several|various|a number of|a number|divers|more than one|alternate
        2.2: every alternate|each alternate|{_SOME_TIMES}
        2: some|some of|part of|a part of|not all|not all of|not every|not everyone|not everybody
        1.6: a few|a few of|a little|a small number of|a handful|a handful of
        1.3: one of|either|either of|a single
        0.7: few|few of|little|not many|not many of|not much|only a few|only a few of
        0.7: but few|but few of|but a few|but a few of
        0.7: only a handful|only a handful of|a mere handful|a mere handful of
        0.5: hardly anyone|hardly anybody|scarcely anyone|scarcely anybody
        0.5: hardly any|scarcely any|scarce any|hardly a|next to no|almost no|almost none
        0: not one|not one of|not a single one|not a single one of
        0: none|none of|neither of|nothing|nobody|no one
        """,
    "frequency": """
        5: always|continually|constantly|perpetually|invariably
        4: usually|generally|as a rule
        3: often|frequently|repeatedly|many times|many a time|not seldom|not rarely
        2: sometimes|occasionally|at times|now and then|from time to time
        1: seldom|rarely|not often
        0: never
        """,
    "duration": """
        4: long after|long before|long afterwards|long afterward|long since|well before
        1: shortly after|shortly before|soon after|soon afterwards|soon afterward
        1: shortly afterwards|shortly afterward|directly after|immediately after|just after
        1: immediately before|just before
        4: a long time|a long while|a great while|a good while|a very long time
        3: a considerable time|a considerable while
        2.4: some time|some while|a while|awhile|a certain time|for a time|for a while
        1: a short time|a short while|a little while|a little time|a brief time|a brief while
        0.6: a moment|an instant
        """,
    "degree": """
        4: utterly|wholly|entirely|completely|fully|totally|absolutely|altogether|thoroughly|quite
        3.5: extremely|exceedingly|exceeding|exceptionally|extraordinarily|immensely|enormously
        3.5: intensely
        3.3: too
        3: very|greatly|highly|deeply|strongly|gravely|profoundly|remarkably|uncommonly|singularly
        3: severely|seriously|badly|sorely|grievously
        2.7: almost|nearly|all but|well nigh
        2.3: chiefly|mainly|largely|principally|mostly|for the most part|in the main
        2: rather|fairly|somewhat|tolerably|moderately|passably|reasonably
        1.5: partly|partially|in part
        1.2: a little|a bit|mildly
        1: slightly|scarcely|barely|hardly|only just|but just
        """,
    "comparison": """
        3: most
        2: more|less
        """,
}
"""Scales with their grades; words that face each other are compared by grade."""
_ALONE = {
    "quantity": "all every most many several few both".split(),
    "frequency": "always often seldom rarely sometimes usually".split(),
    "degree": [*"almost nearly utterly wholly entirely partly".split(), "in part"],
}
"""Words of the scales that count where the other side has nothing instead."""
_FARTHER, _NEARER = (
    "|".join(
        f"{before}the {side} {bank}{after}"
        for side in sides.split()
        for bank in ("bank", "shore")
        for before in ("", "on ")
        for after in ("", " of")
    )
    for sides in ("far farther further other opposite", "near nearer hither")
)
"""Phrases for the banks of a river, as it is seen from one of them."""
_IN_REAR = "|".join(
    f"{before} {owner} rear"
    for before in ("in", "to")
    for owner in "my your his her its our their".split()
)
_MOTIONLESS = "|".join(
    f"{verb} still"
    for verb in """
    stand stands stood standing sit sits sat sitting lie lies lay lain lying keep keeps kept keeping
    hold holds held holding
    """.split()
)
"""Phrases in which "still" is not a time: "they stood still"."""
_LEFT, _RIGHT = (
    f"the {hand}|{hand}-hand|"
    + "|".join(f"{hand} {noun}" for noun in "hand side bank shore wing flank of".split())
    for hand in ("left", "right")
)
"""Phrases in which "left" and "right" are sides, unlike "he left" and "a right to it"."""
_CLASSES = {
    "exclusive": f"""
        only: nothing else|and nothing else|and no other|no more than|not more than
        only: only|solely|exclusively|merely|mere|purely|alone|sole|nothing but|none but|no one but
        only: not except|{_NOT_OVER}
        except: except|save|excepting|excluding|with the exception of|all but|other than|excepted
        except: with the single exception of|with the sole exception of|with the one exception of
        except: alone excepted|only excepted|apart from|barring|not counting|not including
        except: without counting
        include: including|included|inclusive of
        also: also|too|likewise|as well|as well as|besides|in addition|in addition to|moreover
        also: on top of|over and above|along with|together with
        self: {_BY_SELF}
        even: even|the very
        instead: instead of|in place of|rather than|in lieu of|not so much
        chiefly: chiefly|mainly|above all|principally|especially|largely|for the most part|mostly
        chiefly: in the main
        """,
    "phase": """
        already: already
        still: still|yet
        ended: no longer|no more|not any longer|any longer|any more|anymore|nevermore
        pending: not yet
        again: again|anew|once more|afresh|a second time|for a second time|for the second time
        now: now|at present|at this time|today
        now: nowadays|in our day|these days|at the present day
        past: formerly|once|at one time|of old|in those days|used to|was wont to|were wont to
        past: in former times|in former days|in times past|in days gone by|of yore|erstwhile|whilom
        newly: only now|not until now|not till now
        under way: just being|just now being|in the act of being
        at once: at once|immediately|forthwith|instantly|straightway|without delay
        soon: soon|presently|shortly|before long
        late: at last|finally|in the end
        forever: forever|for ever|permanently|for good|in perpetuity|for all time
        awhile: temporarily|for a time|for a while|provisionally
        """,
    "limit": """
        before: before|prior to|earlier|beforehand|previously|until|till|up to|preceding
        before: on the eve of|the eve of|eve of|the day before|day before|on the day before
        before: the night before|on the vigil of|the vigil of|long before|well before
        before: shortly before|immediately before|just before
        after: after|afterward|afterwards|later|subsequently|since|following|thereafter
        after: long after|long afterwards|long afterward|long since|shortly after|soon after
        after: soon afterwards|soon afterward|shortly afterwards|shortly afterward|directly after
        after: immediately after|just after
        after: the day after|day after|on the day after|on the morrow of|the morrow of
        during: during|in the course of|throughout|in the midst of
        """,
    "place": f"""
        to: to|into|toward|onto|whither|thither|as far as|bound for|on the way to|on his way to
        to: on her way to|on their way to|on our way to|on my way to|on its way to|en route for
        to: making for|made for|make for|makes for|heading for|headed for|heads for
        from: from|off|whence|thence|out of|away from|arriving from|coming from|returning from
        from: on the way from|on his way from|on her way from|on their way from|on our way from
        from: on my way from|on its way from
        in: in|within|inside|at
        out: outside|out|without the
        over: over|above|directly over
        under: under|below|beneath|underneath|directly under
        above: above|directly over
        below: below|beneath|underneath|directly under
        front: in front of
        behind: behind|at the back of|in rear of|in the rear of|to the rear of|{_IN_REAR}
        north: north|n|northern|northward|northwards|northerly|northernmost
        south: south|s|southern|southward|southwards|southerly|southernmost
        east: east|e|eastern|eastward|eastwards|easterly|easternmost
        west: west|w|western|westward|westwards|westerly|westernmost
        northwest: northwest|northwestern|north-west|north-western|north-westerly|north-westward
        northeast: northeast|northeastern|north-east|north-eastern|north-easterly|north-eastward
        southwest: southwest|southwestern|south-west|south-western|south-westerly|south-westward
        southeast: southeast|southeastern|south-east|south-eastern|south-easterly|south-eastward
        upper: upper|uppermost
        lower: lower|lowermost
        left: left|{_LEFT}
        left side: {_LEFT}
        right: right|{_RIGHT}
        right side: {_RIGHT}
        near: near|beside|by the side of|close to|next to|not far from|close by
        beside: beside|by the side of|next to
        far: far|far from|at a distance from
        beyond: beyond|across|on the far side|on the further side|on the farther side
        beyond: on the other side|on the opposite side|the far side of|the further side of
        beyond: the farther side of|the other side of|the opposite side of|on the far side of
        beyond: on the further side of|on the farther side of|on the other side of
        beyond: on the opposite side of|{_FARTHER}
        hither: this side of|on this side of|on this side|on the hither side|on the hither side of
        hither: on the near side|on the near side of|on the nearer side|on the nearer side of
        hither: {_NEARER}
        between: between|among|amid
        up: up|upward|upwards
        down: down|downward|downwards
        upstream: upstream|upstream of|up stream|up the stream|up the river|upriver|up-river
        downstream: downstream|downstream of|down stream|down the stream|down the river|downriver
        downstream: down-river
        here: here|hither
        there: there|thither|yonder
        on: on|upon
        """,
    "side": """
        with: with|alongside|together with|on the side of|in league with
        against: against
        for: for|in favour of|in favor of|in behalf of|on behalf of
        """,
    "condition": f"""
        if: if|in case|provided|provided that|on condition that|on the condition that|so long as
        if: as long as|with the condition that|upon condition that|upon the condition that
        if: on the understanding that|under the condition that
        if: in the event that|in the event of|supposing|if only|only if|subject to|on condition
        unless: except you|except he|except she|except it|except we|except they|except i
        if: conditionally upon|conditionally on|contingent upon|contingent on|conditional upon
        whether: whether|if
        unless: unless|{_EXCEPT_IF}
        when: when|whenever|as soon as|now that|just as|just when|at the moment when|the moment that
        when: the instant that
        though: though|although|even if|even though|albeit|regardless of|in spite of|despite
        though: whether or not|notwithstanding|no matter|all the same|though all the same
        though: nonetheless|none the less|nevertheless|irrespective of|without regard to
        because: because|since|for|as|because of|seeing that|inasmuch as|forasmuch as|given that
        because: considering that|on the ground that|on the grounds that|in view of the fact that
        otherwise: or else|otherwise|failing this|failing that|failing which
        lest: lest|for fear that|for fear lest
        purpose: in order that|to the end that|to the intent that|with the intent that
        """,
    "link": "and: and\nor: or",
    "person": """
        1 one: i|me|myself
        1 many: we|us|ourselves
        2: you|yourself|yourselves
        3: he|him|himself|she|herself
        3 thing: it|itself
        3 many: they|them|themselves
        """,
    "owner": """
        1 one: my|mine
        1 many: our|ours
        2: your|yours
        3 male: his|his own
        3 female: her|hers|her own
        3: its|its own
        3 many: their|theirs|their own
        """,
    "mention": """
        former: the former|the former's
        latter: the latter|the latter's
        own: his own|her own|its own|their own
        """,
}
"""Classes; words of different classes face each other as different facts."""
_CLASSES_ALONE = {
    "exclusive": "only except".split(),
    "phase": "already still ended again".split(),
    "condition": "if unless".split(),
}
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
_OPPOSITES = {
    "exclusive": """
        only/also only/even only/include only/chiefly except/even except/include
        instead/also
        """,
    "phase": """
        already/pending still/ended now/past now/ended still/past forever/awhile at_once/soon
        already/soon ended/again still/newly already/newly already/under_way
        """,
    "limit": "before/after during/before during/after",
    "place": """
        to/from in/out over/under above/below front/behind left/right left_side/right_side near/far
        near/beyond near/in hither/beyond beside/behind beside/front up/down upstream/downstream
        upstream/down downstream/up upstream/below downstream/above upper/lower here/there
        between/behind in/beyond
        """,
    "side": "with/against for/against",
    "condition": """
        lest/purpose
        if/unless if/when if/because if/though unless/when unless/because when/though lest/if
        otherwise/though otherwise/when though/because
        """,
    "link": "and/or",
    "mention": "former/latter former/own latter/own",
}
_COMPASS = "north south east west northwest northeast southwest southeast".split()
_OTHERS = {"place": tuple(combinations(_COMPASS, 2))}
"""Pairs of which each word is another fact than every other."""


def _rows(table: str) -> Iterator[tuple[str, str]]:
    """Yield the words and the grade or class of each row."""
    for line in table.strip().splitlines():
        name, _, phrases = line.partition(":")
        for phrase in phrases.split("|"):
            yield phrase.strip(), name.strip()


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
    for aspect, table in _SCALES.items():
        alone = _ALONE.get(aspect, [])
        for phrase, grade in _rows(table):
            is_alone = phrase.split()[0] in alone or phrase in alone
            yield phrase, SmallMeaning(aspect, "", float(grade), is_alone)
    for aspect, table in _CLASSES.items():
        alone = _CLASSES_ALONE.get(aspect, [])
        for phrase, value in _rows(table):
            yield phrase, SmallMeaning(aspect, value, 0.0, value in alone)
    for phrase in _VOID.replace("\n", "|").split("|"):
        if phrase.strip():
            yield phrase, SmallMeaning("")


SMALL_WORDS = SmallWords(
    phrases=tuple(_phrases()),
    opposites={
        aspect: frozenset(
            frozenset(value.replace("_", " ") for value in pair)
            for pair in (*(each.split("/") for each in pairs.split()), *_OTHERS.get(aspect, ()))
        )
        for aspect, pairs in _OPPOSITES.items()
    },
    compass=frozenset(_COMPASS),
    firm_places=frozenset(
        [
            *_COMPASS,
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
