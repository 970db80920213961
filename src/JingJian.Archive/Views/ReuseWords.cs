namespace JingJian.Archive.Views;

/// <summary>The Chinese words for the names that views of reuse carry: classes, kinds, changes.</summary>
public static class ReuseWords
{
    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["own"] = "本单位",
        ["other"] = "其他单位",
        ["unknown"] = "单位不明",
        ["superior"] = "上级文件",
        ["template"] = "模板网站",
        ["quotable"] = "准予引用",
        ["copy"] = "整段相同",
        ["near"] = "基本相同",
        ["partial"] = "大部分相同",
        ["reworded"] = "改写",
        ["passage"] = "部分片段相同",
        ["year"] = "年份",
        ["date"] = "日期",
        ["figure"] = "数字",
        ["mask"] = "遮盖",
        ["slogan"] = "届次口号",
        ["organisation"] = "单位名",
        ["place"] = "地名",
        ["person"] = "人名",
        ["wording"] = "措辞",
        ["inserted"] = "增加",
        ["deleted"] = "删去",
        ["reordered"] = "换位",
        ["numbering"] = "序号",
    };

    /// <summary>The Chinese word for a name; null when it is none of these.</summary>
    public static string? Find(string name) => Words.GetValueOrDefault(name);

    /// <summary>The Chinese word for a name; the name itself when there is none.</summary>
    public static string Of(string name) => Find(name) ?? name;
}
