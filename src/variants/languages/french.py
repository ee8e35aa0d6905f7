"""French: abbreviations, and words that open sentences."""

from __future__ import annotations

from variants.languages.cardinal_forms import cardinals_from_two
from variants.languages.language import Language
from variants.languages.letter_spelling import with_letters
from variants.languages.value_table import ValueWords

FRENCH = Language(
    "fr",
    spelling=with_letters({"æ": "ae", "œ": "oe"}),
    value_words=ValueWords(
        cardinals=cardinals_from_two(
            "deux, trois, quatre, cinq, six, , huit, , dix, onze, douze, treize, quatorze, "
            "quinze, seize, , , , vingt"
        ),
    ),
    abbreviations=frozenset(
        "Adm adm Amb amb Arch arch Bp Cap cap Capt capt Card cdt Cf cf Chev Cie cit cne Col "
        "col Cte Ctesse Dr Em env Exc Gal gal gouv Gén gén ing insp intend Lieut lieut Lt lt "
        "maj mar maréch Me Mgr min Mis Mise Mlle Mlles MM Mme Mmes proc Prof prof prov préf "
        "prés rév secr Sgt sgt Sr St Ste vs Vte Vve éd Ét".split()
    ),
    numbered_abbreviations=frozenset(
        "add alin app art arts avr bd cah cat ch chap cod col doc doss déc dép f ff fig fo "
        "fol fos fr févr ill inv janv juil l lign liv loc lég ms mss n no nos nov obs oct p "
        "pag par pièce pl pp prem reg réf sect sept sér t tab th tit tr v vers vol vols vv".split()
    ),
    ending_abbreviations=("etc",),
    openers=frozenset(
        "au aux avec ce ces cet cette dans elle elles en et il ils leur mais nous on or par "
        "pour puis quand sans ses si son sous sur une vous".split()
    ),
    page_words=frozenset("feuille feuillet pages".split()),
    editors_words=frozenset("illisible illisibles indéchiffrable".split()),
)
