"""Italian: abbreviations."""

from __future__ import annotations

from variants.languages.cardinal_forms import cardinals_from_two
from variants.languages.language import Language
from variants.languages.value_table import ValueWords

ITALIAN = Language(
    "it",
    value_words=ValueWords(
        cardinals=cardinals_from_two(
            "due, tre, quattro, cinque, , sette, otto, nove, dieci, undici, dodici, tredici, "
            "quattordici, quindici, sedici, diciassette, diciotto, diciannove"
        ),
    ),
    abbreviations=frozenset(
        "amm Amm amb Amb avv Avv cap Cap card Card cav Cav col Col comm Comm dott Dott gen "
        "Gen ing Ing magg Magg mons Mons on On prof Prof rag sen Sen sig Sig sigg sig.ra ten "
        "Ten".split()
    ),
    numbered_abbreviations=frozenset(
        "art artt c cap capp cc cfr col doc docc f fasc ff fig figg fol lett n nn nr num p "
        "pag pagg par pp prot s sez sg tab tav tavv tomo vol voll".split()
    ),
    ending_abbreviations=("ecc", "etc"),
    openers=frozenset(
        "al alla allora anche che chi ci con così dal dalla dopo e ed egli era essi gli ha "
        "ho i il in io la le lei lo loro lui ma mentre nel nella no noi non nulla ogni per "
        "perché poi quando questa questo qui se si sono sua suo tra tu tutti un una uno voi".split()
    ),
    unbroken=((r"\b[ad]\.", r"C\."),),  # "nel 300 a. C."
    page_words=frozenset("carta cc foglio pagina pagine".split()),
    editors_words=frozenset("illeggibile illeggibili".split()),
)
