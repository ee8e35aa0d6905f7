"""Portuguese: abbreviations, and words that open sentences."""

from __future__ import annotations

from variants.languages.language import Language

PORTUGUESE = Language(
    "pt",
    abbreviations=frozenset(
        "Adm Alm alm Arc Card Cel cel Cf cf Cons cons Cap cap Dep dep Dr Dra Emb emb Eng eng Ex "
        "Exa Exmo Fr Gal Gen gen Gov gov Ilmo Mal Maj maj Min min Mons Pe Pres pres Prof "
        "prof Profa Rev Sen sen Sr Sra Srs Srta Sta Sto Ten ten Visc".split()
    ),
    numbered_abbreviations=frozenset(
        "art arts cap caps cat col cx doc docs f fasc fig figs fl fls fol fols l liv mç ms n no "
        "núm p pág págs par pp r s sec séc t tab tít tomo v vol vols".split()
    ),
    ending_abbreviations=("etc", "e seg", "e segs"),
    openers=frozenset(
        "a à ao aos apenas as assim até com como da das de depois do dos e é ela elas ele eles "
        "em então entre era essa esse esta este eu foi há já lhe lá mais mas me muito na nada "
        "não nas nem no nos nós o onde os ou para pela pelo por porque quando que quem se sem "
        "ser seu sua só sobre também tão todo todos um uma você vocês".split()
    ),
    page_words=frozenset("fl fls folha folhas página páginas".split()),
    editors_words=frozenset("ilegivel ilegiveis".split()),
)
