// The Chinese words for the names that the service uses.

export const functions = {
  opening: "导语", background: "形势背景", practice: "主要做法", result: "工作成效", experience: "经验体会",
  problem: "存在问题", plan: "下步计划", proposal: "对策建议", closing: "结尾", other: "其他",
};

export const damages = {
  "masked-date": ["日期被遮盖", "年份或日期以 _、× 等代替"],
  "falsely-filled-date": ["年份疑为误填", "同一文字的其他副本遮盖了年份，此处填入了一个"],
  "lost-figure": ["数字缺失", "单位前面的数字丢失了"],
  "lost-beginning": ["缺少开头", "句子的开头丢失了"],
  truncated: ["文字截断", "结尾丢失了"],
  teaser: ["网页摘要", "网站在正文前重复的残缺开头"],
};

export const types = { summary: "工作总结", plan: "工作计划", essay: "文章", press: "新闻稿", personal: "个人总结、述职", other: "其他" };

// A copy may still differ in years, figures and punctuation: those are slots, not text.
export const reuseKinds = { copy: "文字相同", near: "基本相同", partial: "大部相同", reworded: "换词改写", passage: "片段相同" };

export const reuseClasses = { own: "本单位", other: "其他单位", unknown: "单位不明" };

export const changes = {
  year: "年份", date: "日期", figure: "数字", mask: "遮盖", slogan: "届次提法", organisation: "单位", place: "地名", person: "人名",
  wording: "措辞", inserted: "增加", deleted: "删去", reordered: "移位", numbering: "序号",
};

export const functionName = name => functions[name] ?? name;
