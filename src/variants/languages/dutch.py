"""Dutch: abbreviations, and words that open sentences."""

from __future__ import annotations

from variants.languages.language import Language

DUTCH = Language(
    "nl",
    abbreviations=frozenset(
        "Adm adm burg Dhr dhr Dr dr ds Ds drs Drs e.a e.v Gen gen gouv ir Ir Jhr jhr kap Kap "
        "kapt kol Kol lt luit Maj maj Mej mej Mevr mevr min Min mgr Mr mr mw Mw o.a pres "
        "Prof prof secr St t.a.v Vgl vgl zgn".split()
    ),
    numbered_abbreviations=frozenset(
        "afb afd afl art artt bijl bl blz cap col dl dln doc f fol hfdst hs inv jrg l m.b.t n "
        "nr nrs nt p par pp r reg st t tab vel v vnw vol vs".split()
    ),
    ending_abbreviations=("enz", "etc", "e.d", "e. d"),
    everyday_words=frozenset({"hand", "vol"}),
    openers=frozenset(
        "aan al als bij dan dat daar daarna de deze die dit door een en er ging haar had heeft "
        "het hij hoe hun ik in is ja je maar men met mijn na naar nee niemand niet nog nu of om "
        "onder ook op over er te toen tot u uit van veel voor waar waarom wat we wie wij zal ze "
        "zij zijn zo zonder".split()
    ),
    page_words=frozenset("bl blad blz bladzijde pagina".split()),
    editors_words=frozenset({"onleesbaar"}),
)
