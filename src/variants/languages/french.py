"""French: abbreviations, and words that open sentences."""

from __future__ import annotations

from variants.languages.cardinal_forms import months_from_january, numbered
from variants.languages.folding import fold
from variants.languages.language import Language
from variants.languages.limit_table import limits
from variants.languages.polarity import PolarityWords, phrases_of
from variants.languages.short_form_table import short_forms
from variants.languages.value_table import Bound, Exactness, ValueWords

_COMMON_CAPITALS = """
    assemblée ambassadeur armée chambre comité commission conseil dieu docteur dr empereur
    général gouvernement église état m madame mademoiselle maréchal me messieurs mgr ministère
    ministre mlle mm mme monsieur pape parlement parti professeur président reine roi république
    secrétaire sénat
    """
_SHORT_FORMS = """
    m=monsieur mm=messieurs mme=madame mmes=mesdames mlle=mademoiselle mlles=mesdemoiselles
    mgr=monseigneur me=maître dr=docteur pr=professeur prof=professeur st=saint ste=sainte
    gal=général gén=général col=colonel cap=capitaine lt=lieutenant cie=compagnie no=numéro
    nos=numéros p=page/pages pp=pages vol=volume t=tome/tonne/tonnes ann=annexe/annexes
    chap=chapitre art=article/articles doc=document h=heure/heures min=minute/minutes
    etc=et_cetera
    """

FRENCH = Language(
    "fr",
    number_words=True,
    value_words=ValueWords(
        cardinals={
            # Neither "neuf", new, nor "sept", the abbreviation of a month.
            **numbered("deux, trois, quatre, cinq, six, , huit, , , onze, douze, treize"),
            **numbered("quatorze, quinze, seize", first=14),
            **numbered("vingt, trente, quarante, cinquante", first=20, step=10),
            "septante": 70,
            "huitante": 80,
            "octante": 80,
            "nonante": 90,
        },
        after_tens={"un": 1, "une": 1, "sept": 7, "neuf": 9},
        scores={"dix": 10, "soixante": 60},
        score=frozenset({"vingt", "vingts"}),
        scales={
            "cent": 100,
            "cents": 100,
            "mille": 1_000,
            "mil": 1_000,
            **dict.fromkeys(("million", "millions"), 1_000_000),
            **dict.fromkeys(("milliard", "milliards"), 1_000_000_000),
        },
        collectives={"douzaine": 12},
        many={"centaines": 100, "milliers": 1_000},
        of=frozenset({"de", "d'"}),
        joints=frozenset({"et"}),
        joins_ones=True,
        articles=frozenset({"un", "une"}),
        before_numbers=limits(
            {
                Bound.AT_LEAST: "au moins|pas moins de",
                Bound.AT_MOST: "au plus|tout au plus|jusqu'a|pas plus de",
                Bound.OVER: "plus de",
                Bound.UNDER: "moins de",
                Exactness.ABOUT: "environ|a peu pres",
                Exactness.NEARLY: "presque|pres de",
                Exactness.EXACTLY: "exactement|precisement",
            }
        ),
        hours=frozenset("h heure heures".split()),
        before_dates=limits(
            {
                Bound.BEFORE: "avant|avant le",
                Bound.AFTER: "après|après le",
                Bound.UNTIL: "jusqu'au|jusqu'en|au plus tard le",
                Bound.SINCE: "depuis|depuis le|à partir du|dès le",
            }
        ),
        percent=(("%",), ("pour", "cent")),
        months=months_from_january(
            "janvier janv, février févr fév, mars, avril avr, mai, juin, juillet juil, août, "
            "septembre, octobre oct, novembre nov, décembre déc"
        ),
        small_months=True,
        short_dates=frozenset("janv fevr fev avr juil oct nov dec".split()),
    ),
    polarity=PolarityWords(
        words=frozenset(
            "pas point jamais rien aucun aucune nul nulle personne guere nullement plus "
            "sans".split()
        ),
        harmless=phrases_of(
            """
            pas seulement|pas uniquement|pas moins|sans doute|sans aucun doute|sans cesse
            rien de moins que|sans delai|sans retard
            """
        ),
        beside=("ne", "n'", "sans"),
        concord=frozenset(
            "jamais rien aucun aucune nul nulle personne guere nullement plus".split()
        ),
        hedged=frozenset({"guere"}),
        nearly=frozenset({"presque", "quasiment"}),
        partial=frozenset("tout tous toute toutes chacun toujours partout".split()),
        weak=frozenset("peu rarement".split()),
        clause_words=frozenset("et mais car parce quand lorsque si que qui quoique ou".split()),
        not_merely=phrases_of("pas seulement|pas uniquement"),
        exclusive=phrases_of("seulement|uniquement|seul|seule|seuls|seules|exclusivement"),
        inclusive=phrases_of("aussi|meme|egalement|pas seulement"),
    ),
    common_capitals=frozenset(fold(_COMMON_CAPITALS).split()),
    short_forms=short_forms(_SHORT_FORMS),
    abbreviations=frozenset(
        "Adm adm Amb amb Arch arch Bp Cap cap Capt capt Card cdt Cf cf Chev Cie cit cne Col col "
        "Cte Ctesse Dr Em env Exc Gal gal gouv Gén gén ing insp intend Lieut lieut Lt lt maj "
        "mar maréch Me Mgr Min min Mis Mise Mlle Mlles MM Mme Mmes proc Prof prof prov préf "
        "Prés prés Préf rév Secr secr Sgt sgt Sr St Ste vs Vte Vve éd Ét".split()
    ),
    numbered_abbreviations=frozenset(
        "add alin app art arts avr bd cah cat ch chap cod col doc doss déc dép f ff fig fo "
        "fol fos fr févr ill inv janv juil l lign liv loc lég ms mss n no nos nov obs oct p "
        "pag par pièce pl pp prem reg réf sect sept sér t tab th tit tr v vers vol vols vv".split()
    ),
    ending_abbreviations=("etc", "sq", "sqq"),
    everyday_words=frozenset("art vol".split()),
    openers=frozenset(
        "au aux avec ce ces cet cette dans elle elles en et il ils leur mais nous on or par "
        "pour puis quand sans ses si son sous sur une vous".split()
    ),
    page_words=frozenset("feuille feuillet pages".split()),
    editors_words=frozenset("illisible illisibles indechiffrable".split()),
)
