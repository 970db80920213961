using System.Diagnostics;
using JingJian.Analysis.Reuse;
using JingJian.Archive.Exports;
using JingJian.Archive.Views;

namespace JingJian.Archive;

/// <summary>What figures, findings and directions are called in Chinese.</summary>
internal static class AuditLabels
{
    /// <summary>A figure.</summary>
    public static string Of(FigureKind kind) => kind switch
    {
        FigureKind.Total => "总复用率",
        FigureKind.WithoutStock => "去除套话后",
        FigureKind.WithoutLawful => "去除套话、上级文件和准予引用后",
        FigureKind.Stock => "规定表述、套话",
        FigureKind.Superior => "上级文件",
        FigureKind.OwnOrganisation => "本单位历年自我复用",
        FigureKind.OtherOrganisation => "跨单位复用",
        FigureKind.Template => "模板网站",
        FigureKind.Quotable => "准予引用",
        FigureKind.UnknownOrganisation => "来源单位不明",
        FigureKind.LargestSingle => "单篇最大复用",
        FigureKind.Head => "首部复用（前五分之一）",
        FigureKind.Tail => "尾部复用（后五分之一）",
        FigureKind.Longest => "最长连续复用",
        FigureKind.OnlyNumbersChanged => "仅改数字比例",
        FigureKind.CopiedLater => "被后文复用",
        FigureKind.RepeatedInside => "自身重复",
        FigureKind.Excluded => "人工排除",
        FigureKind.Originality => "原创度",
        _ => throw new UnreachableException(),
    };

    /// <summary>A finding.</summary>
    public static string Of(FindingKind kind) => kind switch
    {
        FindingKind.OnlyYearChanged => "只改年份",
        FindingKind.StaleFigures => "数字未更新",
        FindingKind.Spliced => "拼接",
        FindingKind.LeftOverName => "漏改名称",
        FindingKind.SloganChanged => "届次替换",
        FindingKind.SelfReuse => "自我复用",
        FindingKind.SplicedReport => "全篇拼接",
        FindingKind.SameReport => "整篇雷同",
        _ => throw new UnreachableException(),
    };

    /// <summary>Why a report that states no organisation seems to be of the same one.</summary>
    public static string SeemsOwn(string words) => $"疑似：一方未写明单位，文中自称“{words}”";

    /// <summary>What a report was put together from, with the share that each source adds.</summary>
    public static string Spliced(IEnumerable<(ReportView Report, double Share)> sources)
    {
        (ReportView Report, double Share)[] all = [.. sources];
        IEnumerable<string> parts = all.Select(source => $"{Named(source.Report)}{AuditWording.Percent(source.Share)}");
        return $"文字主要见于 {all.Length} 篇报告：{string.Join('、', parts)}；合计 {AuditWording.Percent(all.Sum(source => source.Share))}";
    }

    /// <summary>In which other report a report stands as a whole.</summary>
    public static string Same(ReportView report, double share) => $"整篇与{Named(report)}相同：{AuditWording.Percent(share)} 的文字见于该文";

    private static string Named(ReportView report) =>
        $"{ReportTitles.Quoted(report.Title)}（{report.Organisation ?? report.Source}{(report.Year is { } year ? $"，{year}年" : "")}）";

    /// <summary>A direction between another report (the first) and the audited one.</summary>
    public static DirectionView OfAudit(DirectionJudgement judgement) => Of(judgement, ("对方", "from-other"), ("本文", "to-other"));

    /// <summary>A direction between A (the first) and B.</summary>
    public static DirectionView OfPair(DirectionJudgement judgement) => Of(judgement, ("A", "b-from-a"), ("B", "a-from-b"));

    private static DirectionView Of(DirectionJudgement judgement, (string Name, string Origin) first, (string Name, string Origin) second)
    {
        (string verdict, string label) = judgement.FirstIsOrigin switch
        {
            true => (first.Origin, $"应是{second.Name}取自{first.Name}"),
            false => (second.Origin, $"应是{first.Name}取自{second.Name}"),
            null => ("undecided", "无法判断先后"),
        };
        return new DirectionView(verdict, label, [.. judgement.Reasons.Select(Reason).Distinct()]);

        string Reason(DirectionReason reason) => reason.FirstIsOrigin ? Of(reason, first.Name, second.Name) : Of(reason, second.Name, first.Name);
    }

    /// <summary>A reason why one text is the origin of another.</summary>
    private static string Of(DirectionReason reason, string origin, string copy) => reason.Sign switch
    {
        DirectionSign.EarlierReport => $"报告年份：{origin}在前、{copy}在后（{reason.Detail}）",
        DirectionSign.LaterYearInText => $"文中年份：{copy}把年份改后（{reason.Detail}）",
        DirectionSign.LaterTerm => $"届次提法：{copy}换成了后来的提法（{reason.Detail}）",
        DirectionSign.LeftOverName => $"遗留名称：{copy}里留有{origin}单位的名称“{reason.Detail}”",
        DirectionSign.Masked => $"遮盖：{copy}把{origin}写明的内容遮去了（{reason.Detail}）",
        DirectionSign.LostFigures => $"缺失：{copy}丢了{origin}有的数字（{reason.Detail}）",
        DirectionSign.CarriesOut => $"行文：{origin}是制定、部署，{copy}是执行、落实（{reason.Detail}）",
        DirectionSign.SmallerArea => $"范围：{origin}说的范围更大（{reason.Detail}）",
        DirectionSign.MarkedSource => $"标注：{origin}所在文件已标为可供引用的来源（{reason.Detail}）",
        DirectionSign.FromSuperior => $"上下级：{origin}的单位是上级（{reason.Detail}），多为下级套用",
        DirectionSign.PartOfOther => $"完整：{copy}只是{origin}的一部分",
        _ => throw new UnreachableException(),
    };
}
