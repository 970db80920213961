// The Chinese words for the names that the service uses.

export const functions: Record<string, string> = {
  opening: "导语", background: "形势背景", practice: "主要做法", result: "工作成效", experience: "经验体会",
  problem: "存在问题", plan: "下步计划", proposal: "对策建议", closing: "结尾", other: "其他",
};

export const damages: Record<string, [name: string, meaning: string]> = {
  "masked-date": ["日期被遮盖", "年份或日期以 _、× 等代替"],
  "falsely-filled-date": ["年份疑为误填", "同一文字的其他副本遮盖了年份，此处填入了一个"],
  "lost-figure": ["数字缺失", "单位前面的数字丢失或被遮盖了"],
  "lost-beginning": ["缺少开头", "句子的开头丢失了"],
  truncated: ["文字截断", "结尾丢失了"],
  teaser: ["网页摘要", "网站在正文前重复的残缺开头"],
};

export const repairs: Record<string, string> = {
  "soft-break": "句中换行", "escaped-quote": "引号前的反斜杠", "wrong-quote": "引号有误", "inserted-stop": "多余的句点", backtick: "多余的反引号",
  "doubled-word": "重复的词", "doubled-punctuation": "重复的标点", width: "全半角", blank: "多余的空格",
};

export const signs: Record<string, string> = {
  "source-start": "文件开头", "numbered-title": "带编号的标题", title: "标题", "leading-space": "行首空格", "opening-formula": "开头套语", "closed-before": "上一篇已结束",
  "chapters-restart": "章节重新编号", "other-unit": "换了单位", "glued-title": "标题与正文相连", "same-opening": "开头与另一篇相同", "press-opening": "新闻开头",
};

export const unitTypes: Record<string, string> = {
  union: "工会", school: "学校", hospital: "医院", township: "乡镇", government: "政府", bureau: "部门", enterprise: "企业", court: "法院、检察院", party: "党组织", other: "其他",
};

/** Reports that state no unit are counted under this name, which no unit has. */
export const unnamed = "单位不明";

export const levels: Record<string, string> = { national: "国家级", province: "省级", city: "市级", county: "县级", township: "乡镇级", basic: "基层" };

export const types: Record<string, string> = { summary: "工作总结", plan: "工作计划", essay: "文章", press: "新闻稿", personal: "个人总结、述职", other: "其他" };

export const findings: Record<string, string> = {
  "only-year-changed": "只改年份", "stale-figures": "数字未更新", spliced: "拼接", "left-over-name": "漏改名称", "slogan-changed": "届次替换",
  "self-reuse": "自我复用", "spliced-report": "全篇拼接", "same-report": "整篇雷同",
};

export const verdicts: Record<string, string> = { open: "未处理", confirmed: "属实", dismissed: "不成立", noted: "备注" };

// A copy may still differ in years, figures and punctuation: those are slots, not text.
export const reuseKinds: Record<string, string> = { copy: "文字相同", near: "基本相同", partial: "大部相同", reworded: "换词改写", passage: "片段相同" };

export const reuseClasses: Record<string, string> = {
  own: "本单位", other: "其他单位", unknown: "单位不明", superior: "上级文件", template: "模板网站", quotable: "准予引用",
};

export const marks: Record<string, string> = { none: "未标记", own: "本单位", superior: "上级文件", template: "模板网站", quotable: "准予引用" };

export const changes: Record<string, string> = {
  year: "年份", date: "日期", figure: "数字", mask: "遮盖", slogan: "届次提法", organisation: "单位", place: "地名", person: "人名",
  wording: "措辞", inserted: "增加", deleted: "删去", reordered: "移位", numbering: "序号",
};

export const slots: Record<string, string> = {
  year: "年份", date: "日期", figure: "数字", amount: "金额", percentage: "百分比", person: "人名", organisation: "单位", place: "地名",
  event: "活动", document: "文件名", mask: "遮盖",
};

export const senses: Record<string, string> = { quantity: "数量", result: "成效" };

export const orders: Record<string, string> = { "": "相关", newest: "最新", oldest: "最早", originality: "原创度" };

/** Ranges of numbers as the service counts them, in words. */
export const copyRange = (value: string) => value === "0..1" ? "没有副本" : value.endsWith("..") ? `${value.slice(0, -2)} 处以上` : `${value.replace("..", "–")} 处`;
export const quantityRange = (value: string) => value === "0" ? "没有数据" : value.endsWith("..") ? `${value.slice(0, -2)} 处以上` : `${value.replace("..", "–")} 处`;
export const shareRange = (value: string) => `${value.replace("..", "–")}%`;

export const functionName = (name: string) => functions[name] ?? name;
