"""Verb forms of English, and its words of force."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from variants.languages.english.old_forms import OLD_FORMS
from variants.languages.verb_tables import Force, ForceWords, VerbWords

_AUXILIARIES = """
    be: am=present is=present are=present was=past were=past be= been= being=
    have: have=present has=present had=past having=
    do: do=present does=present did=past
    will: will=present
    would: would=
    shall: shall=present
    should: should=
    may: may=
    might: might=
    can: can=
    could: could=
    must: must=
    ought: ought=
    need: need= needs=
    """
_IRREGULAR = """
    be was/were been|have had had|do did done|go went gone|come came come|take took taken
    give gave given|see saw seen|get got got/gotten|know knew known|say said said|make made made
    think thought thought|bring brought brought|buy bought bought|seek sought sought
    catch caught caught|tell told told
    teach taught taught|fight fought fought|find found found|bind bound bound|hold held held
    stand stood stood|understand understood understood|withstand withstood withstood
    withhold withheld withheld|behold beheld beheld|keep kept kept|sleep slept slept
    sweep swept swept|weep wept wept|creep crept crept|leave left left|feel felt felt
    deal dealt dealt|mean meant meant|meet met met|feed fed fed|lead led led|read read read
    bleed bled bled|speed sped sped|breed bred bred|send sent sent|spend spent spent
    lend lent lent|bend bent bent|build built built|rend rent rent|lose lost lost
    shoot shot shot|sit sat sat|win won won|begin began begun|swim swam swum|drink drank drunk
    sing sang sung|ring rang rung|spring sprang sprung|sink sank sunk|shrink shrank shrunk
    run ran run|write wrote written|ride rode ridden|drive drove driven|rise rose risen
    arise arose arisen|strike struck struck/stricken|smite smote smitten|bite bit bitten
    hide hid hidden|abide abode abode|shine shone shone|eat ate eaten|fall fell fallen
    befall befell befallen|draw drew drawn|withdraw withdrew withdrawn|blow blew blown
    grow grew grown|throw threw thrown|fly flew flown|overthrow overthrew overthrown
    show showed shown|slay slew slain|lay laid laid|pay paid paid|forbid forbade forbidden
    forget forgot forgotten|beget begot/begat begotten|forgive forgave forgiven
    forsake forsook forsaken|shake shook shaken|mistake mistook mistaken
    undertake undertook undertaken|break broke broken|speak spoke/spake spoken|steal stole stolen
    freeze froze frozen|choose chose chosen|wake woke woken|awake awoke awoken|bear bore borne/born
    swear swore sworn|tear tore torn|wear wore worn|tread trod trodden|weave wove woven
    cleave clove cloven|hear heard heard|sell sold sold|hang hung hung
    dig dug dug|stick stuck stuck|swing swung swung|cling clung clung|fling flung flung
    sting stung stung|wring wrung wrung|become became become|overcome overcame overcome
    learn learnt learnt|dwell dwelt dwelt|kneel knelt knelt|dream dreamt dreamt|light lit lit
    flee fled fled|dare durst dared|bid bade bidden|beat beat beaten|prove proved proven
    let let let|set set set|put put put|cut cut cut|shut shut shut|hurt hurt hurt
    die died died|lie lied lied|tie tied tied|vie vied vied|hie hied hied|owe owed owed
    dye dyed dyed|eye eyed eyed|age aged aged|ape aped aped|awe awed awed|hoe hoed hoed
    sue sued sued|rue rued rued|cue cued cued|ice iced iced|eke eked eked|toe toed toed
    cost cost cost|cast cast cast|burst burst burst|split split split|spread spread spread
    """
_NOT_PAST = frozenset(
    """
    read let set put cut shut hurt cost cast burst split spread light rebound relent resent
    """.split()
)
"""Past forms that are dictionary forms as well."""
_PREFIXES = "re over out fore mis under up".split()
_ADVERBS = """
    ever always also still yet already now then only even just once often again almost thus
    therefore at all either soon rather long
    """
_DETERMINERS = """
    the a an this that these those my your his her its our their every such no any all some each
    """
_OPENERS = "and or but that for because while though although as than so who which".split()
_SUBJECTS = "i we you he she it they who one".split()
_PREPOSITIONS = "in no of from with without at his her its their my your our by any to".split()


def _forms(part: int) -> frozenset[str]:
    """Return the irregular past forms (1) or participles (2), also with a prefix: "rebuilt"."""
    verbs = (verb.split() for line in _IRREGULAR.splitlines() for verb in line.split("|"))
    simple = {form for forms in verbs if forms for form in forms[part].split("/")}
    derived = {prefix + form for prefix in _PREFIXES for form in simple - _NOT_PAST}
    return frozenset(simple | derived - _NOT_PAST)


_PERCEIVING = """
    see hear feel smell taste perceive discern distinguish descry behold observe notice recognise
    recognize identify understand comprehend grasp remember recollect recall find guess imagine
    conceive believe know
    """

_ORDERING = """
    order command decree direct instruct charge enjoin ordain enact rule require demand insist ask
    request beg entreat beseech implore pray petition desire wish intend propose suggest recommend
    advise urge move agree arrange resolve decide determine settle stipulate provide
    instruction direction requirement proposal suggestion recommendation advice motion agreement
    arrangement resolution decision stipulation provision condition prayer intention
    necessary essential important desirable expedient advisable proper right fitting meet better
    strange surprising surprised natural sorry wonder pity
    """
"""Words after which "that he should" is grammar only, also words for a judgement."""
_CONCESSIVE = """
    whatever whatsoever whoever whosoever whomever whomsoever whichever whichsoever however
    howsoever wherever wheresoever whenever whensoever whithersoever lest matter
    """

VERB_WORDS = VerbWords(
    auxiliaries={
        form: (base.strip(), tense)
        for base, _, forms in (line.partition(":") for line in _AUXILIARIES.strip().splitlines())
        for form, _, tense in (pair.partition("=") for pair in forms.split())
    },
    have="have",
    be="be",
    modals=frozenset("will would shall should may might can could must ought need".split()),
    futures=frozenset({"will", "shall"}),
    inverting=frozenset({"should", "had", "were"}),
    infinitive="to",
    negations=frozenset({"not", "never"}),
    adverbs=frozenset(_ADVERBS.split()),
    adverb_ending="ly",
    subjects=frozenset(_SUBJECTS),
    indirect=frozenset({"whether"}),
    interrogatives=frozenset(
        "who whom whose what which when where why how whither whence wherefore".split()
    ),
    requests=frozenset({"please", "pray", "kindly"}),
    reporting=frozenset({"that"}),
    ordering=frozenset(_ORDERING.split()),
    concessive=frozenset(_CONCESSIVE.split()),
    conditional=frozenset({"if", "unless", "case", "event", "supposing", "provided"}),
    purposes=frozenset({"so", "order", "end", "intent", "purpose"}),
    exhorting=frozenset({"let"}),
    speakers=frozenset({"i", "we"}),
    perceiving=frozenset(_PERCEIVING.split()),
    addressed=frozenset({"you", "who", "one"}),
    determiners=frozenset(_DETERMINERS.split()),
    openers=frozenset(_OPENERS),
    prepositions=frozenset(_PREPOSITIONS),
    months=frozenset({"may"}),
    nouns=frozenset("need needs might must can will".split()),
    past_forms=_forms(1) - _NOT_PAST,
    participles=_forms(2),
    past_endings=("ed",),
    present_endings=("s", "eth"),
    progressive_ending="ing",
    contracted={
        "won't": "will not",
        "shan't": "shall not",
        "can't": "can not",
        "cannot": "can not",
        "he's": "he is",
        "she's": "she is",
        "it's": "it is",
        "that's": "that is",
        "there's": "there is",
        "who's": "who is",
        "i'd": "i would",
    },
    contracted_endings={
        "n't": "not",
        "'ll": "will",
        "'re": "are",
        "'ve": "have",
        "'m": "am",
        "'d": "would",
    },
    old_forms=OLD_FORMS,
    viewpoints=frozenset({frozenset({"come", "go"}), frozenset({"bring", "take"})}),
)

_EXEMPTION = Force("exemption", 1.0, alone=True)
_NECESSITY = """
    4: must|must needs|needs must
    3.9: ~have to VERB|~have got to VERB
    2.3: ought to|ought
    2: should|had better
    """
_WITHOUT_FORCE = """
    0: ~seem good|~see fit|~let go|~let down|~let loose|~have no doubt|~make no doubt|only just
    0: but just|all but|in order|slowly but surely|that is to say
    0: failing this|failing that|failing these|failing those|failing which|failing such
    0: failing any|failing a|failing an|failing the
    0: ~beg to|~beg leave to|~have the honour to|~have the honor to
    """
"""Phrases that begin with a word of force, but have none."""
_OBLIGED = """
    4: obliged to|compelled to|forced to|constrained to|required to|bound to|necessary
    4: can not but|could not but|can not fail to|could not fail to
    4: sure to|certain to|~be sure to|~be certain to
    """
_COMPULSION = """
    4: needful|obligatory|indispensable|incumbent|no choice but|no alternative but|~compel|~oblige
    3.6: under orders to|under an obligation to|under obligation to|under the obligation to
    3.6: in duty bound to|~have orders to|~behove|needed
    3.5: need|needs
    4: ~forbid|~prohibit|~veto|~interdict|~disallow|~preclude|~debar|~proscribe
    """
_EXEMPTIONS = """
    1: no need to|no occasion to|no obligation to|under no obligation to|not under obligation to
    1: not obliged to|not bound to|not required to|not compelled to|not forced to|exempt from
    """
_POSSIBILITY = "1.6: can|could\n1: may|might"
_PERMISSION = """
    1: ~let
    1.2: entitled to|~have the right to|authorized to|authorised to|empowered to|at liberty to
    1.2: free to|~have leave to|permission|lawful|the right to|~suffer
    1.4: possible|impossible|out of the question|in a position to|capable of|difficult to|hard to
    1.2: ~take the liberty|~take leave to
    """
_ALLOWED = "1.2: permitted to|allowed to\n1.4: if possible\n1.6: able to|unable to|~know how to"
_LIKELIHOOD = "1: likely to|unlikely to|~be like to|liable to|apt to|~threaten to"
_FUTURE = "3.1: shall\n3: will|would|going to VERB\n2.6: about to VERB|on the point of"
_INTENTION = """
    .6: ~hope to
    .8: inclined to|~wish to|~want to|~desire to|~long to|eager to|anxious to
    1.2: ready to|willing to|prepared to
    1.8: ~mean to|~intend to|~propose to|~plan to|~intend|~purpose to
    3: resolved to|determined to|~decide to|~determine to|~resolve to|firmly resolved
    2.9: ~agree to|~consent to
    3.5: ~undertake to|~engage to|~engage themselves|~vow to|~swear to|~covenant to|~promise to
    3.5: ~undertake|~take an oath to|~take an oath that|~take oath to|~take oath that|~make oath to
    3.5: ~make oath that
    """
_SELVES = "myself yourself himself herself itself ourselves yourselves themselves".split()
_BINDING = ("~pledge", "~bind", "~oblige", "~commit")
_PLEDGE = "3.5: " + "|".join(f"{verb} {one}" for verb in _BINDING for one in _SELVES)
_UTMOST = """
    1: utmost to|best to|best endeavours to
    1: best endeavors to|best efforts to|~make every effort to|~spare no effort to
    """
_ATTEMPT = """
    1: ~try to|~attempt to|~endeavour to|~endeavor to|~strive to|~seek to|~essay to|~dare to
    1: ~have the courage to|~venture to
    """
_WORD_OF_HONOUR = "3.6: " + "|".join(
    f"~give {one} word" for one in "my your his her its our their".split()
)
_SPEECH = """
    .2: ~inform|~announce|~declare
    .8: ~suggest|~hint
    1: ~advise|~recommend|~counsel
    1.5: ~ask|~request|~beg|~entreat|~beseech|~invite|~implore|~petition|~solicit
    2: ~urge|~press|~exhort|~adjure
    2.6: ~insist|~require|~demand|~call upon
    3.2: ~instruct|~direct
    3.6: ~order|~command|~charge to|~enjoin|~decree
    3.6: ~promise|~pledge|~vow
    """
_FAILURE = "1: ~fail to|~fail\n2: ~decline|~abstain from|~refrain from|~forbear\n3: ~refuse"
_REFUSAL = "2: ~decline to\n3: ~refuse to"
_HEDGE = """
    .5: allegedly|supposedly|reputedly|ostensibly|~be said to|~be reported to|~be supposed to
    1: perhaps|possibly|maybe|peradventure|perchance|conceivably|haply|presumably
    1: conceivable that|imaginable that|thinkable that
    1: possible that|not impossible|not unlikely|not improbable|not inconceivable
    1: it may be|on the assumption that|assuming that|i suspect|i guess
    .5: they say|it is said that|men say|people say|it is reported that|by all accounts
    .5: i am told|we are told|i was told|we were told|they tell me|they tell us|it is rumoured
    .5: i hear that|we hear that|i have heard that|we have heard that|i understand that
    .5: i heard that|we heard that
    .5: it is rumored|according to my information|according to our information|by our information
    .5: by my information|according to report|according to reports|according to rumour
    .5: according to rumor|from hearsay|by hearsay|on hearsay
    .5: rumour has it|report has it|the story goes|by tradition|traditionally|according to tradition
    1.5: to all appearance|to all appearances
    1.5: ~seem to|~seem|~appear to|~appear that|apparently|seemingly
    2: i think|i believe|i suppose|i fancy|i ween|methinks|we think|we believe|i presume|i dare say
    2: in my opinion|in my view|to my mind|my impression
    2: probably|likely|unlikely|probable|in all likelihood|in all probability|likelihood
    """
_DOUBTED = (
    ".5: so-called|self-styled|would-be|putative|purported|reputed|rumoured|rumored|"
    + "|".join(
        f"{determiner} {adjective}"
        for determiner in _DETERMINERS.split()
        for adjective in ("alleged", "supposed", "pretended")
    )
)
_ASSURANCE = """
    3: certainly|surely|doubtless|undoubtedly|unquestionably|assuredly|infallibly|evidently
    3: obviously|no doubt|without doubt|beyond doubt|of a surety|it is certain|indubitably
    3: must have VERB|must needs have VERB
    """
_RESTRICTION = """
    1: only|just|simply|solely|alone|but|nothing but
    1: no more than|no longer than|no farther than|no further than
    """
_KNOWLEDGE = """
    .5: ~allege|~pretend|~claim to|~claim that|alleged|supposed
    1: ~guess|~conjecture|~surmise|~imagine|~fancy|~suspect|suspicion
    1.3: ~hope|~fear that
    1.5: as if|as though
    2: ~think|~believe|~suppose|~reckon|~presume|~deem|~hold that|~expect|~consider
    3: in truth|indeed|truly|verily|of a truth
    3: ~see that|~be convinced|~conclude|~infer|~be sure|~be certain
    3.6: ~know|~prove|~find that|~establish|~ascertain|~discover|~demonstrate|~identify|proven|proof
    """


def _phrases(family: str, table: str, *, alone: bool) -> Iterator[tuple[tuple[str, ...], Force]]:
    for line in table.strip().splitlines():
        grade, _, phrases = line.partition(":")
        force = Force(family, float(grade), alone)
        for phrase in phrases.split("|"):
            yield tuple(map(sys.intern, phrase.split())), force


FORCE_WORDS = ForceWords(
    phrases=(
        *_phrases("necessity", "2.6: was to VERB|were to VERB", alone=True),
        *_phrases("necessity", "3.6: ~be to VERB", alone=True),
        *_phrases("", _WITHOUT_FORCE, alone=False),
        *_phrases("necessity", _NECESSITY, alone=True),
        *_phrases("necessity", _OBLIGED, alone=True),
        *_phrases("necessity", _COMPULSION, alone=False),
        *_phrases("exemption", _EXEMPTIONS, alone=True),
        *_phrases("possibility", _POSSIBILITY, alone=True),
        *_phrases("possibility", _PERMISSION, alone=False),
        *_phrases("possibility", _ALLOWED, alone=True),
        *_phrases("likelihood", _LIKELIHOOD, alone=True),
        *_phrases("future", _FUTURE, alone=False),
        *_phrases("intention", _INTENTION, alone=False),
        *_phrases("intention", _PLEDGE, alone=False),
        *_phrases("attempt", _ATTEMPT, alone=True),
        *_phrases("attempt", _UTMOST, alone=True),
        *_phrases("speech", _SPEECH, alone=False),
        *_phrases("speech", _WORD_OF_HONOUR, alone=False),
        *_phrases("refusal", _FAILURE, alone=False),
        *_phrases("refusal", _REFUSAL, alone=True),
        *_phrases("certainty", _HEDGE, alone=True),
        *_phrases("certainty", _DOUBTED, alone=True),
        *_phrases("certainty", _ASSURANCE, alone=True),
        *_phrases("certainty", _KNOWLEDGE, alone=False),
        *_phrases("certainty", "3: not fail to|never fail to", alone=False),
        *_phrases("restriction", "1: merely", alone=True),
        *_phrases("restriction", _RESTRICTION, alone=False),
    ),
    # A negation makes an order of a permission, and a permission of some orders.
    negated={
        Force("possibility", 1.0, alone=True): Force("necessity", 4.0, alone=True),
        Force("possibility", 1.2, alone=True): Force("necessity", 4.0, alone=True),
        Force("possibility", 1.2, alone=False): Force("necessity", 4.0, alone=False),
        Force("necessity", 3.9, alone=True): _EXEMPTION,
        Force("necessity", 3.5, alone=False): _EXEMPTION,
    },
    negations=frozenset({"not", "never"}),
    before_denials=frozenset("on under in by".split()),
    negative_pronouns=frozenset("no none neither nobody nor".split()),
    prayers=frozenset({"may", "might"}),
    bare_verbs=frozenset({"be", "have", "do", "not"}),
    speakers=frozenset("they men people i we".split()),
    introducing=frozenset({":", "“", "‘", '"', "'"}),
)
