using System.Collections.Frozen;

namespace JingJian.Text.Slots;

/// <summary>The words around persons and the characters of their names.</summary>
internal static class PersonWords
{
    public const string Surnames =
        "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严"
        + "覃武戴莫孔向汤倪温康施文牛樊葛邢安齐易乔伍庞颜庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古"
        + "吉缪简车项连芦麦褚娄窦戚岑景宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝习";

    /// <summary>The characters that foreign names are written with.</summary>
    public const string ForeignLetters =
        "阿埃艾安昂奥巴班鲍贝本比彼宾波伯博布策查达戴丹德登迪蒂丁杜多厄尔恩法菲费芬弗夫福盖戈格古哈海汉赫亨胡华霍基吉加贾简杰金卡凯坎康考科克肯库拉莱兰朗劳勒雷里利莉连林琳留卢鲁伦罗洛马迈曼梅门蒙米密莫姆穆娜纳内尼涅"
        + "诺努欧帕潘佩皮平普齐奇契恰乔切让热萨塞森沙舍什史斯松苏索塔泰坦特滕汀廷图托瓦威韦维魏温文沃乌西希夏肖谢辛休雅亚扬耶叶伊因英尤约泽扎詹兹佐";

    /// <summary>Persons whose names stand anywhere, with nothing around them that says so.</summary>
    public static readonly FrozenSet<string> WellKnown =
        "毛泽东 周恩来 刘少奇 朱德 邓小平 江泽民 胡锦涛 习近平 李克强 李强 温家宝 朱镕基 李鹏 马克思 恩格斯 列宁 斯大林 孙中山 雷锋 焦裕禄 孔繁森 王进喜 鲁迅".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Behind these stands a name.</summary>
    public static readonly string[] TitlesBefore =
    [
        "主席", "总理", "书记", "部长", "市长", "省长", "县长", "区长", "镇长", "乡长", "局长", "处长", "科长", "主任", "院长", "校长", "厂长", "矿长", "经理", "董事长", "秘书长", "理事长", "会长", "社长", "行长",
        "老师", "教师", "教授", "同志", "职工", "员工", "队员", "组长", "队长", "班长", "记者", "作者", "同学", "航天员", "指令长", "投资官", "发言人", "总统", "首相", "外长", "大臣", "工程师", "女士", "先生", "常委", "代表", "委员", "村民", "学生", "音乐家", "科学家", "艺术家", "企业家", "作家", "院士", "医生", "民警", "烈士", "总裁",
    ];

    /// <summary>Behind these a tagged name is believed.</summary>
    public static readonly string[] WordsBefore = ["提议", "委托", "以", "和", "与", "为", "由", "让", "叫", "长", "员", "工", "人", "队", "组", "科", "厂", "矿"];

    /// <summary>These follow a name.</summary>
    public static readonly string[] TitlesAfter =
        ["同志", "主席", "总书记", "总理", "书记", "部长", "市长", "省长", "县长", "局长", "处长", "科长", "主任", "院长", "校长", "老师", "教授", "医生", "师傅", "先生", "女士", "同学", "委员", "一家"];

    /// <summary>What persons do at the beginning of a clause.</summary>
    public static readonly string[] Doings =
        ["说", "表示", "指出", "强调", "介绍", "认为", "告诉", "在", "主持", "出席", "讲话", "这样说", "执行", "会见", "组成", "均", "分别", "作", "做", "对", "向", "就", "任", "为", "是", "的", "换", "获", "担任", "和", "一行", "率", "来", "等"];

    /// <summary>These behind a surname alone make it a person: 张书记.</summary>
    public static readonly string[] Honorifics =
        ["总理", "主席", "书记", "部长", "市长", "省长", "县长", "局长", "处长", "科长", "主任", "院长", "校长", "厂长", "矿长", "经理", "老师", "教授", "师傅", "先生", "女士"];

    /// <summary>Last characters of words that are no names: 连心桥, 高新区.</summary>
    public const string NoLast = "区桥心力港县市镇乡村路街站厂局部河湖山院校园德化性的了";

    /// <summary>Single characters that are no third of a name.</summary>
    public const string NoRest = "在说的和与等为是任同及以从对就向将也都还被把给到获做作分均有";
}
