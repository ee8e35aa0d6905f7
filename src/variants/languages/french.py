"""French: abbreviations, and words that open sentences."""

from __future__ import annotations

from variants.languages.cardinal_forms import months_from_january, numbered
from variants.languages.folding import fold
from variants.languages.language import Language
from variants.languages.limit_table import limits
from variants.languages.polarity_table import PolarityWords, phrases_of, stem_reader
from variants.languages.short_form_table import short_forms
from variants.languages.value_table import Bound, Exactness, ValueWords

_COMMON_CAPITALS = """
    assemblée ambassadeur armée chambre comité commission conseil dieu docteur dr empereur
    général gouvernement église état m madame mademoiselle maréchal me messieurs mgr ministère
    ministre mlle mm mme monsieur pape parlement parti professeur président reine roi république
    secrétaire sénat
    esprit fils il je lui ma mes moi mon notre nos père sa seigneur ses son te toi ton ta tes tu
    votre vos vous
    """
_SHORT_FORMS = """
    m=monsieur mm=messieurs mme=madame mmes=mesdames mlle=mademoiselle mlles=mesdemoiselles
    mgr=monseigneur me=maître dr=docteur pr=professeur prof=professeur st=saint ste=sainte
    gal=général gén=général col=colonel cap=capitaine lt=lieutenant cie=compagnie no=numéro
    nos=numéros p=page/pages pp=pages vol=volume t=tome/tonne/tonnes ann=annexe/annexes
    chap=chapitre art=article/articles doc=document h=heure/heures min=minute/minutes
    etc=et_cetera
    """

_PARTS = numbered(
    "troisieme, quatrieme, cinquieme, sixieme, septieme, huitieme, neuvieme, dixieme", first=3
) | {"centieme": 100, "millieme": 1_000}
"""Ordinals that are also denominators."""

_COLLECTIVES = {
    **numbered("huitaine, , dizaine, , douzaine, , , quinzaine", first=8),
    **numbered("vingtaine, trentaine, quarantaine, cinquantaine, soixantaine", first=20, step=10),
    **numbered("centaine, millier", first=100, step=900),
}
_DENIED = (
    "im-poss im-prud im-patien im-parf im-pur im-mobil im-mort im-modest im-probab in-cap in-cert "
    "in-compl in-comp in-connu in-dign in-discut in-docil in-egal in-effic in-evitab in-exact "
    "in-exper in-fid in-fini in-grat in-habil in-juste in-nombr in-offens in-quiet in-satisf "
    "in-sens in-suffis in-toler in-util in-visib ir-regul ir-resol il-legal il-legit il-lisib "
    "mal-heur me-content de-loyal des-avant des-agreab des-obei des-honn"
)
"""Stems with a prefix that denies them."""
_NE_ALONE = phrases_of(
    """
    ne puis|ne peux|ne peut|ne pouvons|ne pouvez|ne peuvent|ne pouvais|ne pouvait|ne pouvions
    ne pouviez|ne pouvaient|ne pus|ne put|ne pumes|ne purent|ne pourrai|ne pourras|ne pourra
    ne pourrons|ne pourrez|ne pourront|ne pourrais|ne pourrait|ne pourrions|ne pourriez
    ne pourraient|ne sais|ne sait|ne savons|ne savez|ne savent|ne savais|ne savait|ne savions
    ne saviez|ne savaient|ne sus|ne sut|ne sumes|ne surent|ne saurais|ne saurait|ne saurions
    ne sauriez|ne sauraient|ne cesse|ne cessons|ne cessez|ne cessent|ne cessais|ne cessait
    ne cessaient|ne cessa|ne cesserent|ne cessera|n'ose|n'osons|n'osez|n'osent|n'osais|n'osait
    n'osaient|n'osa|n'oserent
    """
)
"""Verbs that "ne" denies without "pas"."""

FRENCH = Language(
    "fr",
    number_words=True,
    value_words=ValueWords(
        cardinals={
            **numbered("deux, trois, quatre, cinq, six, sept, huit, neuf, , onze, douze, treize"),
            **numbered("quatorze, quinze, seize", first=14),
            **numbered("vingt, trente, quarante, cinquante", first=20, step=10),
            "septante": 70,
            "huitante": 80,
            "octante": 80,
            "nonante": 90,
            **_COLLECTIVES,  # For "d'une douzaine".
        },
        after_tens={"un": 1, "une": 1},
        ordinals={
            **numbered("premier premiere, second seconde deuxieme", first=1),
            **_PARTS,
            "unieme": 1,
            **numbered("onzieme, douzieme, treizieme, quatorzieme, quinzieme, seizieme", first=11),
            **numbered("vingtieme, trentieme, quarantieme, cinquantieme", first=20, step=10),
            "soixantieme": 60,
        },
        ordinal_endings=frozenset("er re e eme ere".split()),
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
        collectives={
            **_COLLECTIVES,
            **numbered("dizaines, , douzaines", first=10),
            **numbered("centaines, milliers", first=100, step=900),
        },
        many={"centaines": 100, "milliers": 1_000},
        fractions={"moitie": 1 / 2, "tiers": 1 / 3, "quart": 1 / 4},
        parts={
            **_PARTS,
            "tiers": 3,
            "quarts": 4,
            **{f"{part}s": number for part, number in _PARTS.items()},
        },
        part_words=frozenset({"partie"}),
        of=frozenset("de d' des du".split()),
        joints=frozenset({"et"}),
        alternatives=frozenset({"ou", "a"}),
        between={"entre": "et", "de": "a"},
        labels=frozenset(
            "acte article chapitre livre numero page partie scene section titre tome".split()
        ),
        false_numerals=frozenset({"MM", "DIX", "MIL"}),
        joins_ones=True,
        articles=frozenset({"un", "une"}),
        percent=(("%",), ("pour", "cent"), ("pour", "100")),
        unclear_bounds=phrases_of("jusqu'a"),
        before_numbers=limits(
            {
                Bound.AT_LEAST: "au moins|au minimum|pour le moins|pas moins de|pas moins d'une",
                Bound.AT_MOST: "au plus|tout au plus|au maximum|jusqu'a|pas plus de",
                Bound.OVER: "plus de|plus d'une|au dela de",
                Bound.UNDER: "moins de|moins d'une",
                Exactness.ABOUT: "environ|a peu pres|quelque|autour de|autour d'une",
                Exactness.NEARLY: "presque|pres de|pres d'une",
                Exactness.EXACTLY: "exactement|precisement",
            }
        ),
        after_values=limits(
            {
                Bound.AT_LEAST: "au moins|au minimum|pour le moins|ou plus|ou davantage|et plus",
                Bound.AT_MOST: "au plus|tout au plus|au maximum|ou moins",
                Exactness.ABOUT: "environ|a peu pres|plus ou moins",
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
        months=months_from_january(
            "janvier janv, février févr fév, mars, avril avr, mai, juin, juillet juil, août, "
            "septembre, octobre oct, novembre nov, décembre déc"
        ),
        small_months=True,
        weekdays=numbered("lundi, mardi, mercredi, jeudi, vendredi, samedi, dimanche", first=1),
        short_dates=frozenset("janv fevr fev avr juil oct nov dec".split()),
    ),
    polarity=PolarityWords(
        words=frozenset(
            "ni non pas point jamais rien aucun aucune nul nulle personne guere nullement "
            "aucunement plus sans".split()
        ),
        phrases=_NE_ALONE | phrases_of("sans que"),
        harmless=phrases_of(
            """
            pas seulement|pas uniquement|pas moins|sans doute|sans aucun doute|sans cesse
            rien de moins que|sans delai|sans retard|non seulement|non plus|non moins|non sans
            pas sans|a jamais
            """
        )
        | {(*phrase, "que") for phrase in _NE_ALONE if phrase[-1][0] == "p"},
        beside=("ne", "n'", "sans", "non", "ni"),
        concord=frozenset(
            "ne ni non jamais rien aucun aucune nul nulle personne guere nullement "
            "aucunement plus".split()
        ),
        second={"ni": "ni"},
        small=frozenset(
            "le la les un une de du des d'un d'une au aux a ce cet cette ces son sa ses leur leurs "
            "mon ma mes notre nos votre vos je tu il elle on nous vous ils elles me te se lui y en "
            "dans par pour sur avec et mais que qui ou".split()
        ),
        exceptive=phrases_of("que|sinon|excepte|hormis|sauf"),
        verb_forms=frozenset(
            "refuse refuses refusent refusa refusait refusaient refuser refuserent refusant".split()
        ),
        base_of=stem_reader(_DENIED),
        hedged=frozenset({"guere"}),
        nearly=frozenset({"presque", "quasiment"}),
        partial=frozenset("tout tous toute toutes chacun toujours partout".split()),
        weak=frozenset("peu rarement".split()),
        clause_words=frozenset(
            "et mais car parce quand lorsque si que qui quoique ou qu'il qu'ils qu'elle qu'elles "
            "qu'on qu'un qu'une".split()
        ),
        not_merely=phrases_of("pas seulement|pas uniquement|non seulement"),
        exclusive=phrases_of("seulement|uniquement|seul|seule|seuls|seules|exclusivement"),
        inclusive=phrases_of("aussi|meme|egalement|pas seulement|non seulement"),
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
