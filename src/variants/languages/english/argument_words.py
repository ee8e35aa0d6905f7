"""Words of English around the arguments of a verb."""

from __future__ import annotations

from variants.languages.role_words import RoleWords

_BOUNDARIES = """
    but if whether when because while although though unless until till after before since that
    which who whom whose where what than as so
    """
_RAISING = """
    think believe suppose seem appear expect want wish intend mean imagine reckon fancy will shall
    would should may might can could must do be have
    """
_ADJUNCTS = """
    of in on at upon before after during since under over about with without within along among
    amongst amid amidst around round across above below beneath underneath behind beside besides
    between betwixt beyond throughout despite
    """
_PORTIONS = """
    cup glass mug bowl bottle jug pot plate dish basin barrel cask bag basket box load cartload
    piece slice bit morsel lump loaf chunk block bar sheet strip scrap crust drop draught sip pinch
    handful mouthful spoonful bundle bunch heap pile pair couple set dozen flock herd pack drove
    swarm shoal crowd band group gang number multitude host row stack fall shower
    """
_CASES = "me=i him=he her=she us=we them=they thee=you"

ROLE_WORDS = RoleWords(
    boundaries=frozenset(_BOUNDARIES.split()),
    adjuncts=frozenset(_ADJUNCTS.split()),
    one_way=frozenset(
        "on upon at before after under over above below beneath underneath behind".split()
    ),
    receiver_marker="to",
    comparing="than",
    agent_marker="by",
    owner_marker="of",
    owner_endings=("'s", "s'"),
    own="own",
    subject_relatives=frozenset({"who"}),
    object_relatives=frozenset({"whom"}),
    cases=dict(pair.split("=") for pair in _CASES.split()),
    places=frozenset("to from in at into out near toward through via".split()),
    opponent_marker="against",
    sides=frozenset("with against for alongside beside under over".split()),
    relatives=frozenset("who whom whose which".split()),
    focus=frozenset("only even merely solely".split()),
    focus_after=frozenset("only alone".split()),
    repetitions=frozenset("again anew afresh often seldom always sometimes twice thrice".split()),
    raising=frozenset(_RAISING.split()),
    two_way_verbs=frozenset("rent lease hire charter sublet farm".split()),
    source_marker="from",
    causatives=frozenset("make let bid cause force compel oblige get help".split()),
    joints=frozenset({"and", "or", "nor"}),
    phases=frozenset("begin commence start cease continue seem appear happen chance come".split()),
    weak_verbs=frozenset({"be", "have", "do", "become", "meet", "marry", "resemble"}),
    kinds=frozenset("kind sort type species manner class variety breed".split()),
    portions=frozenset(_PORTIONS.split()),
)
