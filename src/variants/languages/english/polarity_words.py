"""English words, affixes and phrases that deny."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from variants.languages.english.lemmas import english_index, english_lemma, possible_lemmas
from variants.languages.polarity_table import PolarityWords, phrases_of
from variants.languages.word_cache import WORD_CACHE_SIZE

_PREFIX: Final = re.compile(r"^(non-?|un|dis|in|im|il|ir)(?=[a-z]{3})")
_SUFFIX: Final = "less"
_LEAST_STEM: Final = 3
_FREQUENT: Final = 50
"""Least weight of a frequent noun in the index."""
_COMPARATIVES: Final = frozenset(
    "more less fewer better worse farther further sooner oftener".split()
)
_NO_DENIAL: Final = frozenset(
    """
    countless numberless doubtless nevertheless nonetheless regardless priceless reckless ruthless
    unless needless restless unanimous united immediate immediately discharge discharged disorder
    disordered disorders
    """.split()
)


@lru_cache(maxsize=WORD_CACHE_SIZE)
def denied_base(word: str) -> str:
    """Return the word that a negative affix denies; "" for words without such an affix.

    The index decides: "dis-" and "in-" must make an antonym, "un-" an adjective or participle.

    Examples:
        >>> [denied_base(word) for word in ("disloyal", "unpaid", "fruitless", "until", "discuss")]
        ['loyal', 'paid', 'fruit', '', '']
    """
    if word in _NO_DENIAL:
        return ""
    adjective = word.removesuffix("ly").removesuffix("ness")
    if adjective.endswith(_SUFFIX):
        stem = adjective.removesuffix(_SUFFIX)
        stem = f"{stem[:-1]}y" if stem.endswith("i") else stem  # "merciless"
        known = len(stem) >= _LEAST_STEM and _has_part(stem, "n")
        return stem if known else ""
    prefix = _PREFIX.match(word)
    if prefix is None:
        return ""
    base = word[prefix.end() :]
    lemmas = english_lemma(word) or "", english_lemma(base) or ""
    if prefix[1] == "un":
        # "Unfolding" reverses an act, "unpaid" denies it; "unlocked" can do either.
        reverses = _has_part(lemmas[0], "v")
        denies = not reverses and (_is_quality(base) or _is_unread(word, base))
        is_opposed = base.endswith("ed") and _are_opposed(*lemmas)
        return base if denies or is_opposed or _are_opposed(word, base) else ""
    if _are_opposed(word, base) or _are_opposed(*lemmas):
        return base
    is_new = lemmas[0] == "" and _is_quality(base)  # "disconsonant" is not in the index.
    return base if (prefix[1] == "non-" and lemmas[1]) or is_new else ""


def is_comparative(word: str) -> bool:
    """Return True if a word is a comparative: "no" before it sets a bound.

    Examples:
        >>> is_comparative("farther"), is_comparative("older"), is_comparative("never")
        (True, True, False)
        >>> is_comparative("number")
        False
    """
    if word in _COMPARATIVES:
        return True
    if _is_common_noun(word):
        return False
    bases = possible_lemmas(word) if word.endswith("er") else ()
    return any(_has_part(base, "a") for base in bases)


def _is_common_noun(word: str) -> bool:
    """Return True if a word is frequent as a noun, and less so as an adjective or adverb."""
    number = english_index().number_of(word)
    if number is None:
        return False
    noun, _, adjective, adverb = english_index().weights_of(number)
    return noun >= _FREQUENT and noun > max(adjective, adverb)


def _is_quality(word: str) -> bool:
    """Return True if a word is an adjective, a participle or an adverb of one."""
    if _has_part(word, "a") or (word.endswith("ly") and _has_part(word, "r")):
        return True
    return word.endswith("ed") and _has_part(english_lemma(word) or "", "v")


def _is_unread(word: str, base: str) -> bool:
    """Return True if a word is the adjective of an irregular participle: "unread", "unsold"."""
    return _has_part(word, "a") and _has_part(english_lemma(base) or "", "v")


def _are_opposed(one: str, other: str) -> bool:
    index = english_index()
    mine, theirs = index.number_of(one), index.number_of(other)
    return mine is not None and theirs is not None and index.are_opposed(mine, theirs)


def _has_part(word: str, part: str) -> bool:
    index = english_index()
    number = index.number_of(word)
    return number is not None and index.weights_of(number)["nvar".index(part)] > 0


_EXCLUSIVE = phrases_of(
    """
    only|alone|sole|solely|merely|mere|purely|exclusively|nothing but|none but|no one but|nobody but
    instead of|in place of|in lieu of|rather than|not so much|excluding|excepted|except|save
    """
)
_INCLUSIVE = phrases_of(
    """
    also|even|as well as|not only|not merely|not just|not simply|not solely|no mere
    in addition to|on top of|besides|along with|together with|chiefly|mainly|anything but|as much as
    including|included|not excepted
    """
)

ENGLISH_POLARITY: Final = PolarityWords(
    words=frozenset(
        """
        not no never none neither nor nobody nothing nowhere nought naught cannot without hardly
        scarcely unless lest minus
        """.split()
    ),
    endings=("n't",),
    phrases=phrases_of(
        """
        no one|not one|no longer|by no means|in no way|under no circumstances
        on no account|in no case|out of the question|anything but|far from|hardly ever|scarcely ever
        hardly any|scarcely any|not at all|not yet|no more|never more|not any more
        """
    ),
    harmless=phrases_of(
        """
        no sooner|not only|not merely|not simply|not just|not solely|nothing but|none but|no one but
        nobody but|no less|not less|no fewer|not fewer|no more than|not more than|no doubt
        not the slightest doubt|not the least doubt|not a doubt
        without doubt|without a doubt|beyond doubt|none the less|no less than|nothing less than
        nothing short of|no small|no little|not a little|not a few|no few|no mean|no mere
        not without|not until|cannot but|can not but|could not but|no other than|none other than
        no matter|whether or not|or not|no later than|not later than|no longer than|not long
        not far|not least|not to say|not to mention|without delay|without fail|without exception
        without question|scarcely had|hardly had|scarcely was|hardly was|scarcely were|hardly were
        had hardly|had scarcely
        far from the|far from here|it was not until|not so much
        """
    ),
    verbs=frozenset(
        """
        refuse deny lack forbid prohibit prevent decline reject refrain abstain avoid withhold
        hinder dissuade shun eschew doubt exempt ignorant devoid bereft amiss
        veto interdict disallow preclude debar proscribe
        """.split()
    ),
    verbs_before=dict.fromkeys(("fail", "forget", "neglect", "omit", "failure", "cease"), "to"),
    verbs_with={
        "keep": frozenset({"away", "off", "out"}),
        "stay": frozenset({"away"}),
        "too": frozenset({"to"}),
    },
    exceptive=phrases_of(
        "except|excepting|save|saving|unless|beyond|besides|apart from|outside"
        "|other than|otherwise than"
    ),
    verb_phrases=phrases_of(
        "free from|free of|lack of|absence of|want of|void of|default of|failing such|failing any"
        "|failing a|failing an|failing the|failing these|failing those"
    ),
    number_signs={"no": "number"},
    weak=frozenset(
        """
        barely scarce seldom rarely few little except save excluding neglect omit stop cease
        quit desist silent silence silently ignore absent release deliver rid spare vainly
        """.split()
    ),
    partial=frozenset("all every everyone everybody everything always both quite wholly".split()),
    nearly=frozenset({"almost", "nearly", "practically", "virtually"}),
    hedged=frozenset("hardly scarcely barely scarce seldom rarely few little".split()),
    weak_phrases=phrases_of(
        "rather than|instead of|in place of|all but|only just|in vain|to little purpose"
    ),
    clause_words=frozenset(
        "and but because although though while whereas if before until till".split()
    ),
    joints=frozenset({"and", "or", "nor"}),
    second={"nor": "neither"},
    delays=frozenset({"until", "till"}),
    not_merely=phrases_of("not only|not merely|not just|not simply|not solely|no mere"),
    alone=phrases_of("only|alone|solely|merely|purely|exclusively"),
    exclusive=_EXCLUSIVE,
    inclusive=_INCLUSIVE,
    base_of=denied_base,
    earlier=frozenset({"before", "previously", "earlier", "hitherto", "yet"}),
    lessening=frozenset("less fewer short smaller shorter lower".split()),
    affirming_endings=("ful", "fully", "fulness"),
    ending=frozenset("stop cease quit desist".split()),
    continuing=frozenset("continue keep persist".split()),
    is_comparative=is_comparative,
)
