"""Units of measure and money in English, and their conversion."""

from __future__ import annotations

from collections.abc import Iterator

from variants.languages.value_table import Unit, Units

# Dimension: names with their factors; words of one unit are joined by "=", two words by "_".
_MEASURES = {
    "length": """
        millimetre=millimetres=millimeter=millimeters=mm:0.001
        centimetre=centimetres=centimeter=centimeters=cm:0.01
        metre=metres=meter=meters:1 kilometre=kilometres=kilometer=kilometers=km=kms=kilom:1000
        inch=inches:0.0254 foot=feet=ft:0.3048 yard=yards=yd=yds:0.9144 fathom=fathoms:1.8288
        nautical_mile=nautical_miles=sea_mile=sea_miles:1852
        rod=rods:5.0292 furlong=furlongs:201.168 mile=miles:1609.344 league=leagues:4828
        verst=versts=verste=verstes:1066.8 arshin=arshins:0.7112 sazhen=sazhens:2.1336
        cubit=cubits:0.457 span=spans:0.2286 ell=ells:1.143 stadium=stadia=stades=stade:185
        li:500 parasang=parasangs:5600 hand=hands:0.1016
        """,
    "mass": """
        milligram=milligrams=mg:0.000001 gram=grams=gramme=grammes=gm=gms:0.001
        kilogram=kilograms=kilogramme=kilogrammes=kilo=kilos=kg=kgs:1
        hundredweight=hundredweights=cwt:50.802 ton=tons:1000 tonne=tonnes:1000
        ounce=ounces=oz:0.02835 lb=lbs:0.4536 stone:6.35 pood=poods=pud=puds:16.38
        quintal=quintals:100 grain=grains:0.0000648 picul=piculs:60.48 catty=catties:0.6048
        carat=carats:0.0002
        """,
    "time": """
        second=seconds=sec=secs:1 minute=minutes=min=mins:60 hour=hours=hr=hrs:3600
        day=days:86400 night=nights:86400 week=weeks=wk=wks:604800
        fortnight=fortnights:1209600 month=months=mo=mos:2629746 year=years=yr=yrs:31556952
        decade=decades:315569520 century=centuries:3155695200
        """,
    "volume": """
        litre=litres=liter=liters:1 pint=pints:0.568 quart=quarts:1.137 gallon=gallons=gal:4.546
        bushel=bushels:36.37 peck=pecks:9.09 hectolitre=hectolitres:100 cup=cups:0.25
        tablespoon=tablespoons=tablespoonful=tablespoonfuls=tbsp=tbsps:0.015
        teaspoon=teaspoons=teaspoonful=teaspoonfuls=tsp=tsps:0.005
        """,
    "area": """
        acre=acres:4046.86 hectare=hectares=ha:10000
        desyatin=desyatins=desyatina=desyatinas=dessiatine=dessiatines:10925
        """,
    "barrel": "barrel=barrels=cask=casks:1",
    "hogshead": "hogshead=hogsheads:1",
    "keg": "keg=kegs=firkin=firkins:1",
    "flask": "flask=flasks=bottle=bottles:1",
    "angle": "degree=degrees=deg:1",
    "speed": "knot=knots:1852",
    "power": "watt=watts:1 kilowatt=kilowatts=kw:1000 horsepower=hp:745.7",
    "tension": "volt=volts:1 kilovolt=kilovolts=kv:1000",
    "pressure": "atmosphere=atmospheres:1",
    "times": "times:1",
    "money sterling": """
        sterling=quid=gbp:1 shilling=shillings:0.05 penny=pence=pennies:0.0041667
        farthing=farthings:0.00104167 guinea=guineas:1.05 halfpence=halfpenny:0.00208333
        """,
    "money rouble": """
        rouble=roubles=ruble=rubles=rub:1 kopeck=kopecks=copeck=copecks=kopek=kopeks:0.01
        """,
    "money dollar": "dollar=dollars=usd:1",
    "money cent": "cent=cents:1",
    "money franc": "franc=francs=fr=frs:1 centime=centimes:0.01",
    "money mark": "mark=marks:1 pfennig=pfennigs=pfennige:0.01",
    "money reichsmark": "reichsmark=reichsmarks=rm:1",
    "money zloty": "zloty=zlotys=zlotych=zl:1 grosz=groszy:0.01",
    "money forint": "forint=forints:1",
    "money dinar": "dinar=dinars:1",
    "money leu": "lei:1",
    "money leva": "leva:1",
    "money schilling": "schilling=schillings:1",
    "money krone": "krone=kroner=kronor=krona=kronen:1",
    "money gulden": "gulden=guilder=guilders:1",
    "money thaler": "thaler=thalers=taler=talers:1",
    "money ducat": "ducat=ducats:1",
    "money lira": "lira=lire=liras:1",
    "money peso": "peso=pesos:1",
    "money peseta": "peseta=pesetas:1",
    "money yen": "yen:1",
    "money yuan": "yuan=rmb=renminbi:1",
    "money tael": "tael=taels:1",
    "money rupee": "rupee=rupees=rs:1 anna=annas:0.0625",
    "money euro": "euro=euros=eur:1",
    "money piastre": "piastre=piastres:1",
    "money talent": """
        talent=talents:1 mina=minas=minae:0.016667 drachma=drachmas=drachmae=drachms:0.000166667
        """,
    "money denarius": "denarius=denarii:1 sesterce=sesterces:0.25",
    "money shekel": "shekel=shekels:1",
}
_SHORT = {
    "m": ("metre", "minute"),
    "in.": ("inch",),
    "h": ("hour",),
    "s": ("second", "shilling"),
    "d": ("day", "penny"),
    "g": ("gram",),
    "t": ("ton", "tonne"),
    "l": ("litre", "sterling"),
    "c": ("cent", "centime"),
    "¢": ("cent",),
    "nm": ("nautical mile",),
    "kn": ("knot",),
    "mi": ("mile",),
    "pt": ("pint",),
    "p": ("penny",),
    "f": ("franc", "fahrenheit", "degree"),
    "k": ("kilometre",),
    "°": ("degree",),
    "′": ("foot",),
    "″": ("inch",),
}


def _units() -> Iterator[tuple[str, Unit]]:
    """Yield every word of a unit with its unit."""
    for dimension, text in _MEASURES.items():
        for entry in text.split():
            words, factor = entry.split(":")
            names = words.replace("_", " ").split("=")
            unit = Unit(names[0], dimension, float(factor))
            yield from ((name, unit) for name in names)


UNIT = dict(_units())
"""Unit of each word with one meaning, also of units that are written only before numbers."""
_FAHRENHEIT = Unit("fahrenheit", "temperature", 5 / 9, 32)
_CELSIUS = Unit("celsius", "temperature")
_POUND = (UNIT["lb"], UNIT["sterling"])
_ALL: dict[str, Units] = {
    **{word: (unit,) for word, unit in UNIT.items()},
    "pound": _POUND,
    "pounds": _POUND,
    "crown": (UNIT["krone"], Unit("crown", "money crown")),
    "crowns": (UNIT["krone"], Unit("crown", "money crown")),
    "florin": (UNIT["gulden"], Unit("florin", "money florin")),
    "florins": (UNIT["gulden"], Unit("florin", "money florin")),
    "degree": (UNIT["degree"], _CELSIUS, _FAHRENHEIT),
    "degrees": (UNIT["degree"], _CELSIUS, _FAHRENHEIT),
    **{f"{word} c": (_CELSIUS,) for word in ("degree", "degrees", "deg", "°")},
    **{f"{word} f": (_FAHRENHEIT,) for word in ("degree", "degrees", "deg", "°")},
    "fahrenheit": (_FAHRENHEIT,),
    "celsius": (_CELSIUS,),
    "centigrade": (_CELSIUS,),
    "reaumur": (Unit("reaumur", "temperature", 1.25),),
    **{word: (Unit("mile hour", "speed", 1609.344),) for word in ("mph", "m.p.h.")},
    **{word: (Unit("kilometre hour", "speed", 1000),) for word in ("kph", "kmph")},
    "ton": (UNIT["ton"], UNIT["tonne"]),
    "tons": (UNIT["ton"], UNIT["tonne"]),
}
_ROUGH = frozenset(
    """
    stone hand hands span spans min mo mos rod rods grain grains mark mina li fr rs rm sec deg gal
    mm cm ha
    """.split()
)
"""Words of units that are also other words, or only abbreviations; they need figures."""

UNIT_WORDS = {word: units for word, units in _ALL.items() if word not in _ROUGH}
SHORT_UNITS = {
    **{word: _ALL[word] for word in _ROUGH},
    **{word: tuple(_ALL[name][0] for name in names) for word, names in _SHORT.items()},
    "cm2": (Unit("centimetre 2", "area", 0.0001),),  # Folded "cm²".
    "m2": (Unit("metre 2", "area"),),
    "km2": (Unit("kilometre 2", "area", 1_000_000),),
    "m3": (Unit("metre 3", "volume", 1000),),
}
