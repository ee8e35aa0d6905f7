"""English inflections: irregular forms, and the bases that a regular form may have."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

_VERBS: Final = """
    be am is are was were been being|have has had having|do does did done doing|go goes went gone
    going|come came|take took taken|give gave given|get got gotten|see saw seen|know knew known
    say said|make made|think thought|bring brought|buy bought|seek sought|catch caught|teach taught
    fight fought|find found|bind bound|stand stood|understand understood|withstand withstood
    hold held|withhold withheld|behold beheld|uphold upheld|keep kept|sleep slept|sweep swept
    weep wept|creep crept|leave left|feel felt|deal dealt|mean meant|meet met|feed fed|lead led
    bleed bled|speed sped|breed bred|send sent|spend spent|lend lent|bend bent|build built|rend rent
    lose lost|shoot shot|sit sat|spit spat|win won|begin began begun|swim swam swum
    drink drank drunk|sing sang sung|ring rang rung|spring sprang sprung|sink sank sunk
    shrink shrank shrunk|run ran|write wrote written|ride rode ridden|drive drove driven
    rise rose risen|arise arose arisen|strike struck stricken|smite smote smitten|bite bitten
    hide hid hidden|slide slid|abide abode|shine shone|eat ate eaten|fall fell fallen
    befall befell befallen|draw drew drawn|withdraw withdrew withdrawn|blow blew blown
    grow grew grown|throw threw thrown|fly flew flown|overthrow overthrew overthrown
    show showed shown|slay slew slain|lie lay lain lying|lay laid|pay paid|bid bade bidden
    forbid forbade forbidden|forget forgot forgotten|beget begot begat begotten
    forgive forgave forgiven|forsake forsook forsaken|shake shook shaken|mistake mistook mistaken
    undertake undertook undertaken|break broke broken|speak spoke spake spoken|steal stole stolen
    freeze froze frozen|choose chose chosen|wake woke woken|awake awoke|bear bore borne born
    swear swore sware sworn|tear tore torn|wear wore worn|tread trod trodden|weave wove woven
    cleave clove cleft cloven|hear heard|tell told|sell sold|hang hung|dig dug|stick stuck
    swing swung|cling clung|fling flung|sting stung|wring wrung|beat beaten|become became
    overcome overcame|burn burnt|learn learnt|dwell dwelt|spell spelt|spill spilt|leap leapt
    kneel knelt|dream dreamt|light lit|gird girt|bereave bereft|flee fled|sow sown|sew sewn
    hew hewn|swell swollen|dare durst|use used|die died dying|tie tied tying|owe owed|eye eyed
    age aged|vie vied vying|partake partook partaken|foresee foresaw foreseen|retake retook retaken
    strive strove striven|thrive throve thriven|shear shorn|work wrought|lean leant|bespeak bespoke
    outgrow outgrew outgrown|undergo undergoes underwent undergone|foretell foretold
    misunderstand misunderstood|rebuild rebuilt
"""
_NOUNS: Final = """
    man men|woman women|child children|foot feet|tooth teeth|goose geese|ox oxen|mouse mice
    life lives|wife wives|knife knives|wolf wolves|thief thieves|half halves|leaf leaves|self selves
    brother brethren|loaf loaves|shelf shelves|calf calves|crisis crises|basis bases|axis axes
    penny pence|hypothesis hypotheses|thesis theses|oasis oases|datum data|phenomenon phenomena
"""

FORMS: Final = {
    form: base
    for words in (_NOUNS, _VERBS)
    for line in words.replace("\n", "|").split("|")
    for base, *forms in [line.split() or [""]]
    for form in forms
}
"""Irregular forms of nouns and verbs, and their bases.

A form that is more often a word of its own is absent: "wound", "ground", "bit".
"""
UNCHANGED: Final = frozenset(
    "means news goods always perhaps besides species series ours yours theirs during according"
    " concerning regarding".split()
)
"""Words that look like inflected forms and are none."""

_ENDINGS: Final = (
    ("ies", ("y",), "nv"),
    ("men", ("man",), "n"),
    ("es", ("e", ""), "nv"),
    ("s", ("",), "nv"),
    ("ied", ("y",), "v"),
    ("ed", ("e", ""), "v"),
    ("ying", ("ie",), "v"),
    ("ing", ("e", ""), "v"),
    ("ieth", ("y",), "v"),
    ("eth", ("e", ""), "v"),
    ("iest", ("y",), "a"),
    ("est", ("e", ""), "av"),
    ("ier", ("y",), "a"),
    ("er", ("e", ""), "a"),
    ("ily", ("y",), "a"),
    ("ly", ("", "le"), "a"),
)
"""Endings, letters in their place, and parts of speech that the base must have."""
_SHORTEST = 3  # Letters of a base before its ending.


def possible_bases(word: str) -> Iterator[tuple[str, str, str]]:
    """Yield the bases that a regular form may have, with the parts of speech and the ending.

    Examples:
        >>> list(possible_bases("planned"))
        [('planne', 'v', 'ed'), ('plann', 'v', 'ed'), ('plan', 'v', 'ed')]
        >>> list(possible_bases("glass"))
        []
    """
    if word.endswith("ss"):
        return
    for ending, replacements, parts in _ENDINGS:
        stem = word[: -len(ending)]
        if not word.endswith(ending) or len(stem) < _SHORTEST - (ending[0] == "i"):
            continue
        for replacement in replacements:
            yield stem + replacement, parts, ending
        if ending[0] in "ei" and stem[-1] == stem[-2] and ending not in {"es", "ies", "ied"}:
            yield stem[:-1], parts, ending
