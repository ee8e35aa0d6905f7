"""English words around the borders of sentences."""

from __future__ import annotations

ABBREVIATIONS = frozenset(
    # Titles and offices.
    "Abp Acad Actg Adjt Amb Amcon Amemb Asst Att Atty Bp Brig Bro Card Cde Cdl Cdr Chanc Cirtel "
    "Cmdt Com Comdr Comdt Comm Commr Comr Congen Contel Cpt Dep Depcirtel Deptel Dir Emb Embtel "
    "Eng Engr Excy Gen Hon Insp Legtel Lieut Messrs Mmes Mons Ms Mytel Ourtel Prem Pres Prin Secy "
    "Serg Ste Supt Tov Urtel Visc Visct tov "
    # Names.
    "Benj Chas Cn Danl Edw Geo Jas Jno Jos Nath Robt Saml Sp Thos Ti Wm "
    # Means of sending.
    "tel Tel".split()
)
"""Words whose full stop never ends a sentence."""

NUMBERED_ABBREVIATIONS = frozenset(
    "app approx appx arts art bk bldg bldgs cables ch chap col cols deg diag doc docs ed eds "
    "encl encls ep eq eqs ex f fasc ff fig figs fn fol fols illus incl inv l ll ms mss n nn no "
    "nos par para paras pl pls pt r reg repr sched sec sect sects ser sig subsec supp suppl tab "
    "tabs tit tr v vers vol vols yr Fri Mon Sat Sun Thu Thur Thurs Tue Tues Wed".split()
)
"""Words whose full stop ends no sentence before a number; days also before a month."""

UNBROKEN = (
    (r"\b[ap]\.\s?m\.", r"\w+ [Tt]ime\b"),  # "5 p.m. Berlin time"
    (r"\blat\.", r"\d"),
    (r"\blong\.", r"\d{1,3}\s?(?:deg\b|°|[NSEW]\b)"),
    (r"\bdeg\.", r"[NSEW]\b"),
    (r"\bWash\.", r"D\.\s?C\b"),
)
"""Patterns of what is before and behind a full stop that ends no sentence."""

EVERYDAY_WORDS = frozenset(
    "arc ark art con fed fig id ill ken mar may May me miss ore "
    # First names.
    "Al Bart Ida Ken".split()
)
"""All words of the index of up to four letters that sentencex 1.0.32 treats as abbreviations,
without real abbreviations. (A capital makes some of them abbreviations: "Ill." is Illinois.)"""

_SO_DO_I = (
    f"{lead} {verb} I"
    for lead in ("so", "So", "nor", "Nor", "neither", "Neither")
    for verb in "am can could did do had have may might must shall should was will would".split()
)
ENDING_PHRASES = ("etc", *_SO_DO_I)
"""Abbreviations and phrases whose full stop ends a sentence before a capital."""

OPENERS = frozenset(
    "after although and as at because before both but by for from her here his if in it its my "
    "nobody not on our she since some that the their then there these they this those to we what "
    "when where which while who why with you your".split()
)
"""Small words that may open a sentence and are parts of no name ("So" and "He" are)."""

VERB_LEADS = frozenset(
    "can cannot could did do does i let may might must never not or please shall should they to we "
    "who will would you and".split()
)
"""Words before a verb ("to stop")."""

_BEFORE_STOP = "next last first second third bus tram".split()
_ARTICLES = "a the this each every".split()
NOUN_LEADS = frozenset(
    {
        *_ARTICLES,
        *(f"{article} {word}" for article in _ARTICLES for word in _BEFORE_STOP),
    }
)
"""Words before a noun ("the next stop"); without an article, "Monday next" is a date."""
