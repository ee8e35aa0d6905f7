"""Polish: abbreviations, and words that open sentences."""

from __future__ import annotations

from variants.languages.language import Language

POLISH = Language(
    "pl",
    abbreviations=frozenset(
        "Akad adm al bp Dr dr gen Gen hab hr inż Inż kpt ks Ks los m.in mec mgr mjr Mjr np os "
        "pl płk Płk ppłk por Por pp p prof Prof red Red św Św tj tow Tow tzn tzw ul woj ww Zob "
        "zob".split()
    ),
    numbered_abbreviations=frozenset(
        "art dn dok f godz k nr ok par pkt poz r rozdz ryc rys s ss str szt t tab tom ust z".split()
    ),
    counted_abbreviations=frozenset("godz kg km m min r s szt tys w zł".split()),
    ending_abbreviations=("itd", "itp", "etc", "i in", "nast"),
    openers=frozenset(
        "a ale bez był było co czy do dla gdy i ich ile jak jego jej już kiedy kto lecz mi my "
        "na nie nikt o od on ona oni po pod potem przed przy są się ta tak tam ten teraz to tu "
        "ty u w więc wtedy za z ze że".split()
    ),
)
