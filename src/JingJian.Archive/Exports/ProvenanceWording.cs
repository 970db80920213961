using System.Globalization;
using JingJian.Archive.Views;

namespace JingJian.Archive.Exports;

/// <summary>What a second person needs to make an exported file again, in words.</summary>
internal static class ProvenanceWording
{
    private static readonly (string Name, string Label)[] Labels =
    [
        ("runLetters", "连续相同起计字数"),
        ("passageLetters", "片段成立的字数"),
        ("minCharacters", "段落最少字数"),
        ("nearRatio", "“基本相同”的相似度"),
        ("partialCover", "“大部分相同”的覆盖率"),
        ("rewordedRatio", "“改写”的相似度"),
        ("stockSpread", "套话最少见于几个单位的互不相干的文本"),
        ("commonOrganisations", "短句见于几个单位即为套话"),
        ("commonLetters", "短句最多字数"),
        ("maxReportsPerFingerprint", "一处文字最多涉及几篇报告仍逐一比对"),
    ];

    /// <summary>Of the archive as a whole.</summary>
    public static IEnumerable<(string Name, string Value)> Rows(ArchiveProvenanceView from) =>
        Rows(from.Program, from.Archive, from.Judgements, [], from.Sources, from.Settings);

    /// <summary>Program, archive, judgements, files, settings.</summary>
    public static IEnumerable<(string Name, string Value)> Rows(
        string program, string archive, string judgements, IEnumerable<(string Name, string Value)> own, IEnumerable<CitedSourceView> cited, IReadOnlyDictionary<string, double> settings) =>
    [
        ("程序版本", program),
        ("档案版本", archive),
        ("标注与排除", judgements.Length > 0 ? judgements : "无"),
        .. own,
        .. cited.Select(source => ("引用文件的 SHA-256", $"{source.Name}{(source.Mark.Length > 0 ? $"（{source.Mark}）" : "")}　{source.Hash}")),
        .. Labels.Where(label => settings.ContainsKey(label.Name)).Select(label => ($"设置：{label.Label}", settings[label.Name].ToString(CultureInfo.InvariantCulture))),
    ];
}
