"""Small words of English that have a class: time, place, condition, person; and opposites."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import Final

from variants.languages.small_word_tables import SmallMeaning, rows_of

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
_WINDS = "north south east west northwest northeast southwest southeast".split()
COMPASS: Final = frozenset(_WINDS)
_OTHERS = {"place": tuple(combinations(_WINDS, 2))}
"""Pairs of which each word is another fact than every other."""
OPPOSITES: Final[Mapping[str, frozenset[frozenset[str]]]] = {
    aspect: frozenset(
        frozenset(value.replace("_", " ") for value in pair)
        for pair in (*(each.split("/") for each in pairs.split()), *_OTHERS.get(aspect, ()))
    )
    for aspect, pairs in _OPPOSITES.items()
}
"""By aspect: pairs of classes that exclude each other."""


def class_meanings() -> Iterator[tuple[str, SmallMeaning]]:
    """Yield the phrases of the classes and their meanings."""
    for aspect, table in _CLASSES.items():
        alone = _CLASSES_ALONE.get(aspect, [])
        for phrase, value in rows_of(table):
            yield phrase, SmallMeaning(aspect, value, 0.0, value in alone)
