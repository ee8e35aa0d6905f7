"""Words of English that have a capital, but are titles and common nouns rather than names."""

from __future__ import annotations

from variants.languages.short_form_table import short_forms

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
_SHORT_FORMS = """
    gen=general lt=lieutenant lieut=lieutenant col=colonel/column maj=major capt=captain cpt=captain
    sgt=sergeant sergt=sergeant cpl=corporal pvt=private pte=private brig=brigadier adm=admiral
    cdr=commander comdr=commander cmdr=commander cdre=commodore com=comrade cde=comrade
    gov=governor pres=president sen=senator rep=representative amb=ambassador min=minister/minute
    sec=secretary/section/second secy=secretary asst=assistant dep=deputy supt=superintendent
    insp=inspector engr=engineer atty=attorney treas=treasurer chmn=chairman visc=viscount
    bart=baronet bt=baronet dr=doctor prof=professor mr=mister mrs=mistress rev=reverend
    rt=right hon=honourable ret=retired esq=esquire jr=junior sr=senior/sister fr=father br=brother
    bp=bishop abp=archbishop st=saint/street
    wm=william chas=charles geo=george jas=james jno=john jos=joseph thos=thomas robt=robert
    saml=samuel edw=edward benj=benjamin danl=daniel nath=nathaniel fredk=frederick richd=richard
    ltd=limited co=company/county corp=corporation/corps inc=incorporated bros=brothers
    dept=department govt=government assn=association assoc=association soc=society
    univ=university inst=institute/instant ult=ultimo prox=proximo acad=academy
    cttee=committee comm=committee/commission intl=international natl=national hq=headquarters
    mfg=manufacturing
    regt=regiment bn=battalion bde=brigade div=division coy=company sqn=squadron
    ft=fort/foot/feet mt=mount/mountain mts=mountains rd=road ave=avenue blvd=boulevard
    sq=square pl=place/plate ln=lane isl=island hwy=highway bldg=building
    ala=alabama ariz=arizona ark=arkansas cal=california calif=california colo=colorado
    conn=connecticut del=delaware fla=florida ga=georgia ill=illinois ind=indiana kan=kansas
    kans=kansas ky=kentucky la=louisiana mass=massachusetts md=maryland mich=michigan
    minn=minnesota miss=mississippi mo=missouri mont=montana neb=nebraska nebr=nebraska nev=nevada
    okla=oklahoma ore=oregon pa=pennsylvania penn=pennsylvania tenn=tennessee tex=texas va=virginia
    vt=vermont wash=washington wis=wisconsin wyo=wyoming
    jan=january feb=february mar=march apr=april aug=august sept=september sep=september
    oct=october nov=november dec=december xmas=christmas
    vol=volume vols=volumes bk=book ch=chapter/church chap=chapter chaps=chapters p=page/penny/pence
    pp=pages para=paragraph paras=paragraphs par=paragraph fig=figure figs=figures
    art=article arts=articles sect=section nos=numbers ed=edition/editor/edited
    eds=editors/editions app=appendix l=line/litre ll=lines v=versus/verse/volume vs=versus
    vv=verses pt=part/point fol=folio fols=folios ms=manuscript mss=manuscripts doc=document
    docs=documents encl=enclosure ser=series trans=translation/translated/translator cf=compare
    lat=latitude long=longitude tel=telephone/telegram approx=approximately ca=circa/about
    c=circa/about/chapter/century cent=century incl=including/inclusive esp=especially
    &=and etc=et_cetera &c=et_cetera i.e.=that_is e.g.=for_example/for_instance viz=namely/that_is
    """
SHORT_FORMS = short_forms(_SHORT_FORMS)
