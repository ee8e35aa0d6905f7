"""Word lists for English."""

from __future__ import annotations

FUNCTION_WORDS = frozenset(
    """
    a an the this that these those some any no each every either neither both all such same other
    another many much more most few less least several enough own
    i me my mine myself you your yours yourself yourselves he him his himself she her hers herself
    it its itself we us our ours ourselves they them their theirs themselves
    who whom whose which what whatever whichever whoever
    and or but nor so yet for if unless until till while whereas although though because since as
    than whether that lest
    of in on at by to from with without within into onto upon over under above below between among
    amid through throughout during before after against about around across along behind beside
    besides beyond near off out up down toward towards via per despite except regarding concerning
    is are was were be been being am has have had having do does did done doing
    will would shall should can could may might must ought cannot not never
    there here then when where why how also too very just only even still already again once now
    thus hence therefore however
    's 're 've 'm 'd 'll n't
    """.split()
)

NEGATIONS = frozenset(
    """
    not no never none nor neither nobody nothing nowhere cannot without hardly scarcely barely
    """.split()
)

COMPARATIVES = frozenset("fewer less more later sooner earlier".split())

MODALS = {
    # Palmer's deontic and dynamic classes, and words that carry them without an auxiliary.
    "must": "necessity",
    "shall": "future",
    "should": "obligation",
    "ought": "obligation",
    "need": "necessity",
    "needs": "necessity",
    "needed": "necessity",
    "needful": "necessity",
    "necessary": "necessity",
    "necessity": "necessity",
    "required": "necessity",
    "obliged": "necessity",
    "can": "ability",
    "cannot": "ability",
    "could": "ability",
    "able": "ability",
    "may": "possibility",
    "might": "possibility",
    "possible": "possibility",
    "possibly": "possibility",
    "perhaps": "possibility",
    "maybe": "possibility",
    "probable": "probability",
    "probably": "probability",
    "likely": "probability",
    "advise": "advice",
    "advised": "advice",
    "recommend": "advice",
    "recommended": "advice",
    "suggest": "advice",
    # Hedges: they say how far the speaker stands behind the words.
    "merely": "restriction",
    "only": "restriction",
    "just": "restriction",
    "simply": "restriction",
}

MODAL_PHRASES = {
    ("have", "to"): "necessity",
    ("has", "to"): "necessity",
    ("had", "to"): "necessity",
}

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march",),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sept", "sep"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
    if name not in {"march", "may"}  # A verb and a modal far oftener than a month.
}

CONTRACTIONS = {
    "won't": "will not",
    "shan't": "shall not",
    "can't": "can not",
    "cannot": "can not",
    "n't": " not",
    "'ll": " will",
    "'re": " are",
    "'ve": " have",
    "'m": " am",
}

UNITS = {
    word: value
    for value, word in enumerate(
        """
        zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen
        fifteen sixteen seventeen eighteen nineteen
        """.split()
    )
}
TENS = {
    word: 10 * value
    for value, word in enumerate(
        "twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2
    )
}
ORDINALS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
    "eleventh": 11,
    "twelfth": 12,
    "twentieth": 20,
    "thirtieth": 30,
    "dozen": 12,
}
SCALES = {
    "hundred": 100,
    "thousand": 1_000,
    "million": 1_000_000,
    "billion": 1_000_000_000,
}
