namespace JingJian.Archive.Upkeep;

/// <summary>What the actions of the log are called in Chinese.</summary>
public static class ActivityNames
{
    private static readonly Dictionary<string, string> Chinese = new(StringComparer.Ordinal)
    {
        ["archive.backup"] = "备份",
        ["archive.restore"] = "由备份恢复",
        ["source.add"] = "入库",
        ["job.cancel"] = "取消入库",
        ["job.resume"] = "继续入库",
        [RemovalDesk.Removed] = "删除来源",
        ["source.hold"] = "留存来源",
        ["source.release"] = "解除留存",
        ["source.move"] = "移动来源",
        ["collection.add"] = "新建分库",
        ["collection.rename"] = "分库改名",
        ["collection.remove"] = "删除分库",
        ["finding.judge"] = "处理疑点",
        ["source.mark"] = "标注来源",
        ["match.exclude"] = "排除复用",
        ["match.include"] = "取消排除",
        ["function.correct"] = "更正功能",
        ["function.train"] = "训练功能权重",
        ["function.reset"] = "还原功能权重",
        ["synonym.add"] = "添加近义词",
        ["synonym.remove"] = "删除近义词",
        ["word.add"] = "添加词语",
        ["word.remove"] = "删除词语",
        ["search"] = "检索",
        ["report.read"] = "查阅报告",
        ["audit.read"] = "审计",
        ["draft.check"] = "查稿",
        ["exemplar.read"] = "查看范例",
        ["export"] = "导出",
        ["log.read"] = "查看日志",
        ["account.add"] = "新建帐号",
        ["account.change"] = "更改帐号",
        ["account.remove"] = "删除帐号",
        ["key.add"] = "新建密钥",
        ["key.remove"] = "删除密钥",
        ["session.open"] = "登录",
        ["session.refused"] = "登录失败",
        ["session.close"] = "退出",
    };

    /// <summary>The Chinese name of an action; the action itself when it has none.</summary>
    public static string ToChinese(string action) => Chinese.GetValueOrDefault(action, action);
}
