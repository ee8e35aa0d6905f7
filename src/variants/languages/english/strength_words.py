"""English words of one meaning in several strengths: "dislike", "hate", "abhor"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

_FIELDS = """
    1: displeased|vexed|annoyed|irritated 2: angry|wroth|indignant 3: enraged|furious|incensed
    1: displease|vex|annoy|irritate 2: anger 3: enrage|infuriate|incense
    1: displeasure|vexation|annoyance 2: anger|ire|indignation 3: fury|rage|wrath
    1: dislike 2: hate 3: abhor|loathe|detest|abominate
    1: aversion 2: hatred 3: abhorrence|loathing|detestation
    1: uneasy 2: afraid|frightened 3: terrified|horrified
    1: unease|misgiving|qualm 2: fear|fright 3: terror|horror|panic|dread
    1: pleased|content|contented 2: glad|happy|joyful 3: overjoyed|delighted|enraptured|ecstatic
    1: surprised 2: astonished|amazed 3: astounded|stupefied|thunderstruck|dumbfounded|dumfounded
    1: surprise 2: astonishment|amazement 3: stupefaction
    1: sad|sorry 2: grieved|sorrowful 3: heartbroken|inconsolable|desolate
    1: murmur|mutter|whisper|mumble 2: cry|call|shout 3: roar|bellow|howl|shriek|scream
    1: sob|whimper 2: weep 3: wail
    1: smile 2: laugh 3: guffaw
    1: cool|chilly 2: cold 3: icy|freezing|frozen
    1: warm|tepid|lukewarm 2: hot 3: scorching|boiling|scalding
    1: damp|moist 2: wet 3: drenched|soaked|sodden
    1: small|little 3: tiny|minuscule
    1: tired|weary 2: fatigued 3: exhausted
    1: hungry 2: famished 3: starving|starved
    1: drizzle 2: rain 3: pour
    1: trifling|trivial|slight|superficial 2: serious|severe|grave 3: grievous|fatal|mortal
    1: scratch|graze 2: wound 3: maim|mutilate
    1: damage 2: wreck 3: destroy|demolish
    1: defeat 2: rout 3: annihilate
    1: shower 2: storm 3: hurricane|tempest
    1: breeze 2: wind 3: gale
    1: skirmish 2: battle
    """
"""Each row is a field; the grades of a field are compared, those of two fields are not."""


def _graded() -> Iterator[tuple[str, tuple[int, float]]]:
    """Yield each word with the number of its field and its grade."""
    for number, row in enumerate(_FIELDS.strip().splitlines()):
        grade = 0.0
        for part in row.replace("|", " ").split():
            if part.endswith(":"):
                grade = float(part.removesuffix(":"))
            else:
                yield part, (number, grade)


STRENGTHS: Mapping[str, tuple[int, float]] = dict(_graded())
