"""Chinese: traditional letters, the simplified form of each, and words of values."""

from __future__ import annotations

from variants.languages.language import Language
from variants.languages.letter_spelling import with_letters
from variants.languages.polarity import PolarityWords
from variants.languages.value_table import Bound, ValueWords

_TRADITIONAL = (
    "萬與專業東兩嚴喪個豐臨為麗舉麼義烏樂喬習鄉書買亂爭於虧亞產畝親億僅從倉儀們價眾優"
    "夥會偉傳傷倫偽體餘傭偵側僑債傾償儲黨蘭關興養軍農衝決況淨準減鳳憑凱擊劃劉則剛創別"
    "劑劍劇辦務動勵勞勢區醫華協單賣盧衛廠廳歷厲壓縣參雙發變敘葉號後嗎聽啟員響啞喚囑團"
    "園圍國圖圓聖場壞塊堅壘處備復夠頭奪奮獎妝婦媽娛孫學寧寶實審憲宮寬賓對尋導壽將爾盡"
    "層屆屬屢歲崗島峯鞏幣帥師帳帶幫幹並廣莊慶庫應廟廢開異棄張彎彈強歸當錄徹憶憂懷態憐"
    "總懇惡懸驚懼懲慣願懶戲戰戶執擴掃揚護報擔擬擁攔撥擇擠揮損換據擱攜攝擺撐敵斂數鬥斷"
    "無舊時晝顯曉暫術機殺權條來極構槍櫃標欄樹樣檔橋夢檢欞樓歡歐殘毀畢匯漢湯溝沒滬淚潔"
    "淺測濟濃濤潤漲漸漁灣濕滾滯滿灘潛滅燈靈災砲點爛燭煙煩燒熱愛爺牽犧狀猶獨獅獄獵瑪環"
    "現瓏瑣電畫暢療瘋鹽監蓋盜盤睜矯礦碼磚礎確禮禍離禿種祕積稱稅穩窮竊竅窩競筆築籌簽簡"
    "類糧緊糾紅纖約級紀緯純綱納縱紛紙線練組細織終紹經綁結繞繪給絡絕統繼績緒續繩維綿綠"
    "緩締編緣纏縮網羅罰罷羨翹聳恥職聯聰肅腸膚腫脅膽勝膠腦腳脫臉臘騰艦艙藝節蘆蒼蘇範莖"
    "薦蕩榮藥萊獲蘿營薩蔣藍虜慮虛蟲雖蝕蠻釁銜補襲裝褲見規視覽覺觸譽謄計訂認討讓訓議記"
    "講許論設證評識訴詞譯試誠話該詳語誤說請諸讀課誰調諒談謀謊謂謎謝謹譜貝負貢財責賢敗"
    "貨質販貪貧貶購貫貼貴貸貿費賀資賦賭賞賜賴賽贊贈贏趙趕趨躍蹌踐蹤車軌轉輪軟轟軸輕載"
    "較輔輛輩輯輸轄辭辯邊遼達遷過邁運還這進違連遲跡適選遜遞邏遺遙鄧郵鄰鬱鄭醬釋裡鑒針"
    "鐘鋼鑰鉤錢鐵鈴鉛銅銘銀鏈鎖鍋鋒銳錯錫錦鍵鎮鎊鏡長門閃閉問闖閒間悶鬧聞閱闊隊陽陰陣"
    "階際陸陳陝隕險隨隱隸難雛靂霧靜韓頁頂項順須頑顧頒頌預領頗頻顆題顏額顫風飄飛飢飯飲"
    "飾飽饒餓館饋馬驅駐罵驕驗騎騙騷魚魯鮮鳥雞鳴鵝鶴麥黃黷齊齒龍龜"
)
_SIMPLIFIED = (
    "万与专业东两严丧个丰临为丽举么义乌乐乔习乡书买乱争于亏亚产亩亲亿仅从仓仪们价众优"
    "伙会伟传伤伦伪体余佣侦侧侨债倾偿储党兰关兴养军农冲决况净准减凤凭凯击划刘则刚创别"
    "剂剑剧办务动励劳势区医华协单卖卢卫厂厅历厉压县参双发变叙叶号后吗听启员响哑唤嘱团"
    "园围国图圆圣场坏块坚垒处备复够头夺奋奖妆妇妈娱孙学宁宝实审宪宫宽宾对寻导寿将尔尽"
    "层届属屡岁岗岛峰巩币帅师帐带帮干并广庄庆库应庙废开异弃张弯弹强归当录彻忆忧怀态怜"
    "总恳恶悬惊惧惩惯愿懒戏战户执扩扫扬护报担拟拥拦拨择挤挥损换据搁携摄摆撑敌敛数斗断"
    "无旧时昼显晓暂术机杀权条来极构枪柜标栏树样档桥梦检棂楼欢欧残毁毕汇汉汤沟没沪泪洁"
    "浅测济浓涛润涨渐渔湾湿滚滞满滩潜灭灯灵灾炮点烂烛烟烦烧热爱爷牵牺状犹独狮狱猎玛环"
    "现珑琐电画畅疗疯盐监盖盗盘睁矫矿码砖础确礼祸离秃种秘积称税稳穷窃窍窝竞笔筑筹签简"
    "类粮紧纠红纤约级纪纬纯纲纳纵纷纸线练组细织终绍经绑结绕绘给络绝统继绩绪续绳维绵绿"
    "缓缔编缘缠缩网罗罚罢羡翘耸耻职联聪肃肠肤肿胁胆胜胶脑脚脱脸腊腾舰舱艺节芦苍苏范茎"
    "荐荡荣药莱获萝营萨蒋蓝虏虑虚虫虽蚀蛮衅衔补袭装裤见规视览觉触誉誊计订认讨让训议记"
    "讲许论设证评识诉词译试诚话该详语误说请诸读课谁调谅谈谋谎谓谜谢谨谱贝负贡财责贤败"
    "货质贩贪贫贬购贯贴贵贷贸费贺资赋赌赏赐赖赛赞赠赢赵赶趋跃跄践踪车轨转轮软轰轴轻载"
    "较辅辆辈辑输辖辞辩边辽达迁过迈运还这进违连迟迹适选逊递逻遗遥邓邮邻郁郑酱释里鉴针"
    "钟钢钥钩钱铁铃铅铜铭银链锁锅锋锐错锡锦键镇镑镜长门闪闭问闯闲间闷闹闻阅阔队阳阴阵"
    "阶际陆陈陕陨险随隐隶难雏雳雾静韩页顶项顺须顽顾颁颂预领颇频颗题颜额颤风飘飞饥饭饮"
    "饰饱饶饿馆馈马驱驻骂骄验骑骗骚鱼鲁鲜鸟鸡鸣鹅鹤麦黄黩齐齿龙龟"
)
"""The 700 most common letters with two forms, in one order."""

# Words with a denying letter that deny nothing; "不得不" denies twice.
_HARMLESS = (
    "不但 不仅 不只 不光 不过 不论 不管 不断 不久 不少 不禁 不由得 不得不 "
    "不能不 不可不 不料 不愧 不妨 不外 不如 不同 非常 非但 除非 并非但 无论 "
    "无疑 毫无疑问 无非 未来 未必不 没收 沉没 别人 别的 特别 个别 区别 分别 "
    "告别 差别 级别 莫斯科 是否 能否 可否"
)
_NOT_MERELY = "不但 不仅 不只 不光 非但"


def _in_both_forms(words: str) -> frozenset[tuple[str, ...]]:
    """Return the letters of each word, in simplified and in traditional form."""
    traditional = words.translate(str.maketrans(_SIMPLIFIED[::-1], _TRADITIONAL[::-1]))
    return frozenset(map(tuple, (*words.split(), *traditional.split())))


CHINESE = Language(
    "zh",
    spelling=with_letters(dict(zip(_TRADITIONAL, _SIMPLIFIED, strict=True))),
    value_words=ValueWords(
        percent=(("%",),),
        after_values={
            **dict.fromkeys(map(tuple, ("以前", "之前")), Bound.BEFORE),
            **dict.fromkeys(map(tuple, ("以后", "以後", "之后", "之後")), Bound.AFTER),
        },
    ),
    # Each letter is a word here, but for figures.
    polarity=PolarityWords(
        words=frozenset("不没沒無无未非勿莫别別否"),
        phrases=_in_both_forms("没有 不是 并非 毫不 毫无 尚未 从未"),
        harmless=_in_both_forms(_HARMLESS),
        clause_words=frozenset("但而却卻因若"),
        not_merely=_in_both_forms(_NOT_MERELY),
        exclusive=_in_both_forms("只 仅 唯"),
        inclusive=_in_both_forms(f"也 还 {_NOT_MERELY}"),
    ),
)
