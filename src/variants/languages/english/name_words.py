"""Words of English that have a capital, but are titles and common nouns rather than names."""

from __future__ import annotations

COMMON_CAPITALS = frozenset(
    """
    king queen emperor empress prince princess duke duchess count countess earl baron baroness
    marquis lord lady sir dame madam mr mrs miss ms master mister mistress messrs doctor dr
    professor general gen admiral adm marshal colonel col lieutenant lt captain capt major maj
    sergeant sgt commander cdr commodore governor gov mayor minister ambassador envoy consul
    president chancellor secretary chairman premier judge bishop archbishop cardinal pope saint st
    father brother sister abbot abbess dean deacon rabbi comrade citizen excellency majesty highness
    holiness grace sultan vizier tsar czar shah khan party parties side sides embassy legation
    government council parliament congress assembly republic empire kingdom union federals
    confederates northerner southerner heaven providence god lord almighty limited ltd company
    committee office note act article chapter book station street o oh ah lo alas hail amen let
    """.split()
)
SHORT_FORMS = dict(
    pair.split("=")
    for pair in """
    gen=general lt=lieutenant col=colonel maj=major capt=captain sgt=sergeant cdr=commander
    adm=admiral gov=governor dr=doctor mr=mister mrs=mistress prof=professor sec=secretary
    ltd=limited co=company bros=brothers st=saint jr=junior sr=senior hon=honourable rev=reverend
    jan=january feb=february mar=march apr=april aug=august sept=september sep=september
    oct=october nov=november dec=december &=and dept=department govt=government
    """.split()
)
"""Abbreviations that are read as the word that they shorten."""
