using System.Collections.Frozen;

namespace JingJian.Text.Slots;

/// <summary>The words that names are made of.</summary>
internal static class NameWords
{
    /// <summary>Bodies that are one of a kind without a place.</summary>
    public static readonly FrozenSet<string> Bodies = Set(
        "党中央 中共中央 国务院 中央军委 中央纪委 中纪委 中央政治局 中央书记处 中央委员会 全国人大 全国人大常委会 全国政协 全国总工会 中华全国总工会 全总 "
        + "中国共产党 共青团中央 团中央 全国妇联 中国科协 中国文联 中国残联 新华社 人民日报 中央电视台 央视网 央视 光明日报 工人日报 "
        + "联合国 二十国集团 金砖国家 上海合作组织 上合组织 亚太经合组织 世界经济论坛 博鳌亚洲论坛 亚洲基础设施投资银行 亚投行 丝路基金 非盟 北约 国际奥委会 国际原子能机构 全国人民代表大会 世贸组织 世界贸易组织 世界卫生组织 世卫组织 国际货币基金组织 世界银行 欧盟 "
        + "国土资源部 环境保护部 生态环境部 农业农村部 工业和信息化部 工信部 自然资源部 住房和城乡建设部 交通运输部 文化和旅游部 人力资源和社会保障部 退役军人事务部 应急管理部 国家安全部 铁道部 卫生部 监察部 国家发展和改革委员会 国家卫生健康委 中国人民银行 人民银行 国家税务总局 海关总署 市场监管总局 广电总局 国家统计局 国家能源局 国家林草局 银保监会 证监会 中央政法委 中央统战部 中央办公厅 国务院办公厅 全国工商联 "
        + "外交部 国防部 教育部 科技部 公安部 民政部 司法部 财政部 人社部 自然资源部 住建部 交通部 水利部 农业部 商务部 文化部 卫健委 审计署 中组部 中宣部 "
        + "中央组织部 中央宣传部 最高人民法院 最高人民检察院 最高检 最高法 国资委 国家发改委 发改委 发展改革委 住建委 解放军 武警部队");

    /// <summary>The level of a body whose place is understood: 省委, 区教育工会.</summary>
    public static readonly FrozenSet<string> Levels = Set("省 市 县 区 州 盟 旗 镇 乡 街道 自治区 兵团 地区");

    /// <summary>Level and body in one word of the dictionary.</summary>
    public static readonly FrozenSet<string> LevelBodies = Set(
        "省委 市委 县委 区委 镇委 州委 盟委 旗委 地委 乡党委 镇党委 省政府 市政府 县政府 区政府 镇政府 乡政府 州政府 省人大 市人大 县人大 区人大 "
        + "省政协 市政协 县政协 区政协 省纪委 市纪委 县纪委 区纪委 省总工会 市总工会 县总工会 区总工会 市局 省局 区局 县局 省厅 团省委 团市委 团县委 "
        + "市残联 省残联 市妇联 市府 自治区党委 自治区政府");

    /// <summary>What the last word of an organisation's name ends in.</summary>
    public static readonly string[] OrganisationEnds =
    [
        "人民代表大会", "合作组织", "博物院", "总台", "委员会", "安委会", "人民政府", "政府", "人大", "政协", "工会", "纪委", "党委", "党组", "支部", "总支", "法院", "检察院", "局", "厅", "委",
        "办公室", "办事处", "管理处", "中心", "公司", "集团", "厂", "矿", "大学", "学院", "学校", "中学", "小学", "幼儿园", "党校", "民大", "医院",
        "银行", "支行", "分行", "研究院", "研究所", "设计院", "科学院", "电视台", "广播公司", "日报", "日报社", "报社", "通讯社", "协会", "学会", "联合会", "商会", "基金会",
        "妇联", "残联", "科协", "文联", "团委", "宣传部", "组织部", "统战部", "武装部", "派出所", "教科文组织", "出版社", "车间", "大队", "支队", "中队",
    ];

    /// <summary>Ends of organisations that are whole words behind a place or a level: 市普法办, 温州港政处.</summary>
    public static readonly FrozenSet<string> ShortEnds = Set("办 处 部 科 室 所 院 队 站 委 局 厅");

    /// <summary>Words in which one of the ends means something else, and bodies that anybody may have.</summary>
    public static readonly FrozenSet<string> NoOrganisations = Set(
        "人民法院 人民检察院 数据中心 铀矿 金矿 铁矿 铜矿 稀土矿 总揽全局 招商局 上市公司 商学院 国家部委 党和政府 中央企业 大局 布局 格局 新格局 结局 全局 当局 开局 战局 僵局 人民政府 党组织 通讯社 高校 常委 编委 机关 中小学 医院 学校 公司 集团公司 分公司 总公司 国有企业 党委 党组 纪委 工会 党支部 "
        + "总工会 支部 小学 中学 大学 学院 政府 法院 检察院 协会 银行 委员会 办公室 中心 市中心 区中心");

    /// <summary>Words that begin the names of bodies of a country or of the world, and nothing else.</summary>
    public static readonly FrozenSet<string> Wide = Set("国际 世界 全国 国家 中央 中华 中国 亚洲 联合国");

    /// <summary>What a place's name ends in.</summary>
    public static readonly string[] PlaceEnds =
    [
        "省", "市", "县", "区", "镇", "乡", "村", "州", "盟", "旗", "岛", "江", "河", "湖", "山", "港", "湾", "塬", "街", "路", "大道", "机场", "车站", "火车站", "北站", "南站", "东站",
        "高速", "高速公路", "铁路", "高铁", "城际", "大桥", "隧道", "公园", "广场", "新区", "新城", "创新城", "开发区", "高新区", "经开区", "经济区", "示范区", "自贸区", "自贸港",
        "试验区", "合作区", "保税区", "产业园", "工业园", "科技园", "园区", "古城", "古镇", "水库", "电站", "灌区", "林场", "农场", "景区", "口岸", "分水岭", "山区", "库区",
        "北麓", "南麓", "平原", "盆地", "高原", "草原", "半岛", "城市群", "都市圈", "经济带", "走廊", "物流中心", "航空物流中心", "港区", "庄", "屯", "寨",
    ];

    /// <summary>Departments whose field names them without a place: 教育局, 住建委, 教育工会.</summary>
    public static readonly FrozenSet<string> Fields = Set(
        "教育 民政 财政 公安 卫生 卫健 水利 水务 农业 林业 交通 环保 生态环境 规划 国土 统计 审计 税务 工商 质监 安监 应急 人社 人事 劳动 文化 体育 旅游 文旅 "
        + "商务 科技 司法 信访 物价 粮食 档案 住建 发改 城管 园林 公路 气象 地震 供电 电力 邮政 烟草 海关 铁路 民航 市场监管 医保 教体 教育体育 就业 经信 国资 扶贫 乡村振兴");

    /// <summary>Words of a doing that stand inside names of bodies and facilities.</summary>
    public static readonly FrozenSet<string> InnerVerbs = Set(
        "管理 发展 服务 保障 研究 监督 检查 发射 培训 教育 科学 交易 控制 监测 救助 指挥 调度 审计 统计 监察 建筑 设计 评估 考试 治理 防治 生产 交流 合作 "
        + "投资 开发 建设 招商 改革 规划 信访 维权 帮扶 就业 创新 物流 运输 展览 广播 包装 财富 工作 综合 试验 示范 监管 保护 医疗 卫生 应急 组织 宣传 勘察 勘查");

    /// <summary>Words that a tag calls a place though they name none.</summary>
    public static readonly FrozenSet<string> NoPlaces = Set(
        "会同 中华 中国人民 中国梦 城区 城乡 城市 乡镇 乡村 农村 村镇 村庄 社区 小区 街道 县域 市区 县城 县区 区县 市县 省市 省区 矿区 厂区 校区 园区 山区 老区 库区 林区 牧区 灾区 景区 特区 "
        + "地区 东部 西部 南部 北部 中部 东西部 南北 东西 西方 东方 南方 北方 沿海 内地 内陆 边疆 世界 国际 国内 全球 海外 国外 境外 省内 市内 县级 省级 市级 学校 医院 小学 中学 大学 幼儿园 "
        + "都市 商城 大关 落后地区 周边地区 民族地区 贫困地区 发达地区 边远地区 温泉 宜居城市 新市镇 新建 惠民 友谊 和平 平安 富民 民主 团结 幸福 江山 青山 大山 高山 火山 矿山 荒山 深山 名山 山河 大河 内河 大江 江湖 大城市 特大城市 中小城市 小城市 城中村 文明古国 黑土地 公园 广场 车站 机场 港口 铁路 公路 高速 码头 口岸 开发区 高新区 新区 工业园 园 馆 中华民族 长征 大街 小镇 新村 新城 古城 城镇 集镇 乡 镇 村 县 市 省 区 天下 神州 工业区 示范区 保税区 功能区 实验区 试验区 "
        + "办公楼 大楼 图书馆 博物馆 体育馆 文化馆 展馆 场馆 会馆 河道 河湖 江河 湖泊 高原 平原 山地 丘陵 盆地 城关 大桥 隧道 国道 省道 机关 法院 前沿 上游 下游 中游 两岸 海峡 南水北调 西气东输 西电东送 长江中下游");

    /// <summary>Words of a doing that the dictionary calls nouns; no name goes on over them.</summary>
    public static readonly FrozenSet<string> Stops = Set("会同 会见 访问 视察 出席 参加 成立 召开 举办 领导 干部 职工 群众 总揽 总揽全局 决策 部署 全面 职能 全体 人士 各界 经济 社会 市场 企业 职工代表 会议 全会 精神 工作会");

    /// <summary>What facilities with a name of their own end in: 银川 + 河东国际 + 机场.</summary>
    public static readonly string[] Facilities =
    [
        "国际机场", "机场", "火车站", "北站", "南站", "东站", "西站", "大桥", "水库", "电站", "新区", "新城", "创新城", "科学城", "开发区", "高新区", "经开区", "产业园", "工业园", "科技园", "自贸区", "保税区",
        "物流中心", "会展中心", "体育中心", "国家公园", "文化公园", "林场", "景区", "高速", "铁路", "高铁", "港区", "分水岭", "北麓", "南麓", "大道",
    ];

    /// <summary>Units known by their number: 制造一课, 二矿, 三连党支部.</summary>
    public static readonly string[] NumberedUnits = ["课", "矿", "车间", "分厂", "工区", "工段", "连党支部", "连队", "中队", "大队", "支队", "分局", "分公司", "党支部"];

    /// <summary>Words after 中国 with which it names an idea and not the country.</summary>
    public static readonly string[] AfterCountry = ["特色", "式", "梦", "人民", "化", "共产党", "工会", "精神", "方案", "智慧", "力量"];

    /// <summary>What makes a short name the name of a place when the dictionary has both: 本溪, 本溪市.</summary>
    public static readonly string[] Divisions = ["市", "县", "省", "区", "州", "镇", "乡", "江", "河", "湖", "山", "岛"];

    /// <summary>The last character of words that name a place by themselves: 崇川区, 西辽河, 孟塬.</summary>
    public const string PlaceLast = "省市县区州镇乡村盟旗岛江河湖山港湾塬庄屯寨峪";

    /// <summary>Regions, and places that the dictionary lacks or calls something else.</summary>
    public static readonly FrozenSet<string> Regions = Set(
        "海峡西岸 江淮 京津冀 长三角 珠三角 粤港澳 粤港澳大湾区 港澳台 港澳 长株潭 成渝 东盟 中亚 东北亚 东南亚 南亚 西亚 欧洲 亚洲 非洲 美洲 拉美 北美 南美 大洋洲 环渤海 雄安 大湾区 "
        + "长江三角洲 珠江三角洲 黄河三角洲 东三省 中原 关中 江南 岭南 陕北 陕南 苏北 苏南 鲁西 豫西 川西 湘西 皖南 皖北 浙东 闽南 台湾 香港 澳门");

    /// <summary>The words of countries and large cities abroad that reports meet.</summary>
    public static readonly FrozenSet<string> Abroad = Set(
        "中国 美国 英国 法国 德国 日本 韩国 朝鲜 俄罗斯 印度 越南 泰国 缅甸 老挝 柬埔寨 马来西亚 新加坡 印度尼西亚 印尼 菲律宾 文莱 蒙古 哈萨克斯坦 乌兹别克斯坦 吉尔吉斯斯坦 塔吉克斯坦 土库曼斯坦 "
        + "巴基斯坦 阿富汗 伊朗 伊拉克 土耳其 沙特 沙特阿拉伯 阿联酋 以色列 叙利亚 埃及 南非 肯尼亚 埃塞俄比亚 尼日利亚 坦桑尼亚 澳大利亚 新西兰 加拿大 巴勒斯坦 黎巴嫩 约旦 也门 科威特 卡塔尔 巴林 阿曼 利比亚 突尼斯 阿尔及利亚 摩洛哥 苏丹 加纳 安哥拉 赞比亚 津巴布韦 莫桑比克 乌干达 卢旺达 尼泊尔 孟加拉国 斯里兰卡 马尔代夫 不丹 冰岛 爱尔兰 卢森堡 保加利亚 克罗地亚 斯洛文尼亚 斯洛伐克 爱沙尼亚 拉脱维亚 立陶宛 格鲁吉亚 亚美尼亚 阿塞拜疆 哥伦比亚 厄瓜多尔 玻利维亚 乌拉圭 巴拉圭 巴拿马 斐济 墨西哥 巴西 阿根廷 智利 秘鲁 古巴 委内瑞拉 "
        + "意大利 西班牙 葡萄牙 荷兰 比利时 瑞士 瑞典 挪威 丹麦 芬兰 波兰 匈牙利 捷克 希腊 奥地利 乌克兰 白俄罗斯 罗马尼亚 塞尔维亚 苏联 "
        + "东京 大阪 首尔 伦敦 巴黎 柏林 莫斯科 纽约 华盛顿 迪拜 曼谷 河内 日内瓦 维也纳 布鲁塞尔 罗马 悉尼 洛杉矶 旧金山 芝加哥 法兰克福 汉堡");

    /// <summary>Provinces, prefectures and well-known cities by their short names.</summary>
    public static readonly FrozenSet<string> Cities = Set(
        "北京 天津 上海 重庆 河北 山西 内蒙古 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 广西 海南 四川 贵州 云南 西藏 陕西 甘肃 青海 宁夏 新疆 "
        + "石家庄 唐山 秦皇岛 邯郸 邢台 保定 张家口 承德 沧州 廊坊 衡水 太原 大同 阳泉 长治 晋城 朔州 晋中 运城 忻州 临汾 吕梁 呼和浩特 包头 乌海 赤峰 通辽 鄂尔多斯 呼伦贝尔 巴彦淖尔 乌兰察布 兴安 锡林郭勒 阿拉善 "
        + "沈阳 大连 鞍山 抚顺 本溪 丹东 锦州 营口 阜新 辽阳 盘锦 铁岭 朝阳 葫芦岛 长春 四平 辽源 通化 白山 松原 白城 延边 哈尔滨 齐齐哈尔 鸡西 鹤岗 双鸭山 大庆 伊春 佳木斯 七台河 牡丹江 黑河 绥化 大兴安岭 "
        + "南京 无锡 徐州 常州 苏州 南通 连云港 淮安 盐城 扬州 镇江 泰州 宿迁 杭州 宁波 温州 嘉兴 湖州 绍兴 金华 衢州 舟山 台州 丽水 合肥 芜湖 蚌埠 淮南 马鞍山 淮北 铜陵 安庆 黄山 滁州 阜阳 宿州 六安 亳州 池州 宣城 "
        + "福州 厦门 莆田 三明 泉州 漳州 南平 龙岩 宁德 南昌 景德镇 萍乡 九江 新余 鹰潭 赣州 吉安 宜春 抚州 上饶 济南 青岛 淄博 枣庄 东营 烟台 潍坊 济宁 泰安 威海 日照 临沂 德州 聊城 滨州 菏泽 莱芜 "
        + "郑州 开封 洛阳 平顶山 安阳 鹤壁 新乡 焦作 濮阳 许昌 漯河 三门峡 南阳 商丘 信阳 周口 驻马店 济源 武汉 黄石 十堰 宜昌 襄阳 鄂州 荆门 孝感 荆州 黄冈 咸宁 随州 恩施 仙桃 潜江 天门 神农架 "
        + "长沙 株洲 湘潭 衡阳 邵阳 岳阳 常德 张家界 益阳 郴州 永州 怀化 娄底 湘西 广州 韶关 深圳 珠海 汕头 佛山 江门 湛江 茂名 肇庆 惠州 梅州 汕尾 河源 阳江 清远 东莞 中山 潮州 揭阳 云浮 "
        + "南宁 柳州 桂林 梧州 北海 防城港 钦州 贵港 玉林 百色 贺州 河池 来宾 崇左 海口 三亚 三沙 儋州 成都 自贡 攀枝花 泸州 德阳 绵阳 广元 遂宁 内江 乐山 南充 眉山 宜宾 广安 达州 雅安 巴中 资阳 阿坝 甘孜 凉山 "
        + "贵阳 六盘水 遵义 安顺 毕节 铜仁 黔西南 黔东南 黔南 昆明 曲靖 玉溪 保山 昭通 丽江 普洱 临沧 楚雄 红河 文山 西双版纳 大理 德宏 怒江 迪庆 拉萨 日喀则 昌都 林芝 山南 那曲 阿里 "
        + "西安 铜川 宝鸡 咸阳 渭南 延安 汉中 榆林 安康 商洛 兰州 嘉峪关 金昌 白银 天水 武威 张掖 平凉 酒泉 庆阳 定西 陇南 临夏 甘南 西宁 海东 海北 黄南 海西 玉树 果洛 银川 石嘴山 吴忠 固原 中卫 "
        + "乌鲁木齐 克拉玛依 吐鲁番 哈密 昌吉 博尔塔拉 巴音郭楞 阿克苏 喀什 和田 伊犁 塔城 阿勒泰 石河子 霍尔果斯 二连浩特 满洲里 绥芬河 义乌 昆山 张家港 长江 黄河 淮河 珠江 海河 辽河 松花江 嫩江 湘江 赣江 汉江 大别山区");

    /// <summary>City names that are also common words: a place only where the tagger says so.</summary>
    public static readonly FrozenSet<string> AlsoWords = Set("兴安 朝阳 白山 白银 新余 日照 中山 来宾 资阳 大同 天门 红河 山南 安康 武威 海西 海北 阿里 和田 四平 三明 德州 东营 安顺 长治 六安 开封 吉安 泰安 普洱 内江 玉树 黄山 泸州");

    private static FrozenSet<string> Set(string words) =>
        words.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
