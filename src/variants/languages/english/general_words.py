"""English: word lists, numbers in words, and the language that they make."""

from __future__ import annotations

from variants.languages.english.argument_words import ROLE_WORDS
from variants.languages.english.fact_words import FACT_WORDS
from variants.languages.english.grammar import GRAMMAR, GRAMMAR_ENDINGS
from variants.languages.english.lemmas import english_index, english_lemma, possible_lemmas
from variants.languages.english.name_words import COMMON_CAPITALS, SHORT_FORMS
from variants.languages.english.old_forms import OLD_FORMS
from variants.languages.english.phrase_words import PHRASE_WORDS
from variants.languages.english.polarity_words import ENGLISH_POLARITY
from variants.languages.english.sentence_words import (
    ABBREVIATIONS,
    ENDING_PHRASES,
    EVERYDAY_WORDS,
    NOUN_LEADS,
    NUMBERED_ABBREVIATIONS,
    OPENERS,
    UNBROKEN,
    VERB_LEADS,
)
from variants.languages.english.small_words import SMALL_WORDS
from variants.languages.english.strength_words import STRENGTHS
from variants.languages.english.substitute_words import english_substitutes
from variants.languages.english.term_words import TERMS
from variants.languages.english.value_words import VALUE_WORDS
from variants.languages.english.verb_words import FORCE_WORDS, VERB_WORDS
from variants.languages.language import Language
from variants.languages.spelling import spelling_key

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
    "unnecessary": "necessity",
    "necessity": "necessity",
    "required": "necessity",
    "obliged": "necessity",
    "can": "ability",
    "cannot": "ability",
    "could": "ability",
    "able": "ability",
    "unable": "ability",
    "may": "possibility",
    "might": "possibility",
    "possible": "possibility",
    "impossible": "possibility",
    "possibly": "possibility",
    "perhaps": "possibility",
    "maybe": "possibility",
    "probable": "probability",
    "probably": "probability",
    "likely": "probability",
    "unlikely": "probability",
    "advise": "advice",
    "advised": "advice",
    "recommend": "advice",
    "recommended": "advice",
    "suggest": "advice",
    # Hedges: they limit what the speaker asserts.
    "merely": "restriction",
    "only": "restriction",
}

_MONTHS = """
    january february march april may june july august september october november december
    """.split()
_SHORT_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec sept".split()
_DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
DATE_WORDS = {
    **{name: f"month {number}" for number, name in enumerate(_MONTHS, start=1)},
    **{name: f"month {number}" for number, name in enumerate(_SHORT_MONTHS[:12], start=1)},
    "sept": "month 9",
    **{name: f"day {number}" for number, name in enumerate(_DAYS, start=1)},
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

ENGLISH = Language(
    "en",
    index=english_index,
    substitutes=english_substitutes,
    known_lemma=english_lemma,
    possible_bases=possible_lemmas,
    spelling=spelling_key,
    old_forms=OLD_FORMS,
    function_words=FUNCTION_WORDS,
    grammar=GRAMMAR,
    grammar_endings=GRAMMAR_ENDINGS,
    phrase_words=PHRASE_WORDS,
    polarity=ENGLISH_POLARITY,
    word_classes={"modality": MODALS, "date": DATE_WORDS},
    date_words=frozenset({"the", "of", "on"}),
    contractions=CONTRACTIONS,
    value_words=VALUE_WORDS,
    number_words=True,
    common_capitals=COMMON_CAPITALS,
    name_endings=tuple("s an ese ish ic ite ine ist ote ot ard".split()),
    short_forms=SHORT_FORMS,
    knows_names=True,
    verbs=VERB_WORDS,
    force=FORCE_WORDS,
    small=SMALL_WORDS,
    strengths=STRENGTHS,
    terms=TERMS,
    term_prefixes={
        **dict.fromkeys("arch co pro anti counter grand".split(), frozenset()),
        **dict.fromkeys(("sub", "vice", "under"), frozenset({"deputy", "assistant"})),
        "ex": frozenset({"former", "late", "erstwhile", "onetime", "sometime"}),
    },
    roles=ROLE_WORDS,
    facts=FACT_WORDS,
    abbreviations=ABBREVIATIONS,
    numbered_abbreviations=NUMBERED_ABBREVIATIONS,
    ending_abbreviations=ENDING_PHRASES,
    unbroken=UNBROKEN,
    everyday_words=EVERYDAY_WORDS,
    openers=OPENERS,
    verb_leads=VERB_LEADS,
    noun_leads=NOUN_LEADS,
    page_words=frozenset("leaf pages".split()),
    editors_words=frozenset("illegible indecipherable unreadable inaudible".split()),
    remarks=frozenset(
        "gap, lacuna, torn, page torn, paper torn, ms torn, blank, blank space, "
        "blank in original, text missing, word missing, words missing, line missing, "
        "lines missing, page missing, pages missing, unclear, word unclear, words unclear, "
        "erased, word erased, words erased, deleted, word deleted, words deleted, "
        "crossed out, word crossed out, words crossed out, struck out, "
        "in margin, in the margin, marginal note, signature, seal, stamp, so in original".split(
            ", "
        )
    ),
)
