using System.Collections.Immutable;
using JingJian.Analysis.Functions;
using JingJian.Analysis.Structure;
using JingJian.Text;

namespace JingJian.Archive;

/// <summary>A section of a draft.</summary>
/// <param name="Heading">Its heading, or the beginning of a paragraph without one.</param>
/// <param name="Line">Where it begins.</param>
/// <param name="Function">What it does.</param>
/// <param name="Characters">The length of what stands in it.</param>
internal sealed record DraftSection(string Heading, int Line, Function Function, int Characters);

/// <summary>The sections of an outline or half-written draft, as far as they can be seen.</summary>
/// <param name="Sections">In order.</param>
/// <param name="Functions">What any part of it does.</param>
/// <param name="Topic">What its title says, or null.</param>
/// <param name="IsOutline">Whether it is headings only.</param>
internal sealed record DraftOutline(ImmutableArray<DraftSection> Sections, ImmutableArray<Function> Functions, string? Topic, bool IsOutline)
{
    private const int LongestBeginning = 40;

    /// <summary>Reads a draft: its headings of the highest rank, and the paragraphs in front of them.</summary>
    public static DraftOutline Of(string text, FunctionClassifier classifier)
    {
        Document document = StructureReader.Read(text);
        IReadOnlyList<FunctionLabel> labels = classifier.Classify(document);
        IReadOnlyDictionary<int, FunctionLabel> whole = SectionFunctions.Of(document, labels);
        Block[] blocks = [.. document.Blocks.Where(block => block.Kind is BlockKind.Heading or BlockKind.Paragraph)];
        // Lines that are all short are the headings of an outline, whatever they look like.
        bool isOutline = blocks.All(block => block.Text.Text.Length <= LongestBeginning);
        int top = blocks.Where(block => block.Kind == BlockKind.Heading).Select(block => block.Level).DefaultIfEmpty(0).Min();
        ImmutableArray<DraftSection>.Builder sections = ImmutableArray.CreateBuilder<DraftSection>();
        bool headed = false;
        foreach (Block block in blocks)
        {
            bool opens = isOutline || (block.Kind == BlockKind.Heading && block.Level == top);
            int length = isOutline || block.Kind == BlockKind.Heading ? 0 : block.Text.Text.Length;
            if (headed && !opens)
            {
                sections[^1] = sections[^1] with { Characters = sections[^1].Characters + length };
                continue;
            }

            headed = opens && !isOutline;
            sections.Add(new DraftSection(Shortening.Excerpt(block.Text.Text, LongestBeginning), block.Line, FunctionOf(block, opens, labels[block.Ordinal].Primary, whole), length));
        }

        IEnumerable<Function> inside = blocks.Where(block => block.Kind == BlockKind.Paragraph && !isOutline).SelectMany(block => new Function?[] { labels[block.Ordinal].Primary, labels[block.Ordinal].Secondary }.OfType<Function>());
        Block? title = document.Blocks.FirstOrDefault(block => block.Kind == BlockKind.Title);
        return new DraftOutline(sections.ToImmutable(), [.. sections.Select(section => section.Function).Concat(inside).Distinct()], title is null ? null : TopicOf(title.Text.Text), isOutline);
    }

    /// <summary>What a heading names outright, else what its section does; a heading that names only a topic is that of practice.</summary>
    private static Function FunctionOf(Block block, bool isHeading, Function label, IReadOnlyDictionary<int, FunctionLabel> whole)
    {
        if (!isHeading)
        {
            return label;
        }

        Function function = Named(block.Text.Text) ?? (whole.TryGetValue(block.Ordinal, out FunctionLabel section) ? section.Primary : label);
        return function is Function.Other or Function.Opening or Function.Closing && Named(block.Text.Text) is null ? Function.Practice : function;
    }

    /// <summary>What a heading of an outline says outright that it does.</summary>
    private static Function? Named(string heading) => heading.Length > LongestBeginning ? null : heading switch
    {
        _ when Has(heading, "问题", "不足", "差距", "短板") => Function.Problem,
        _ when Has(heading, "打算", "计划", "下一步", "下步", "明年", "思路", "安排", "今后") => Function.Plan,
        _ when Has(heading, "体会", "经验", "启示") => Function.Experience,
        _ when Has(heading, "建议", "对策") => Function.Proposal,
        _ when Has(heading, "成效", "成绩", "成果") => Function.Result,
        _ when Has(heading, "做法", "措施", "开展情况") => Function.Practice,
        _ when Has(heading, "形势", "背景") => Function.Background,
        _ when Has(heading, "导语", "开头", "引言", "前言") => Function.Opening,
        _ when Has(heading, "结尾", "结束语", "结语") => Function.Closing,
        _ => null,
    };

    private static bool Has(string heading, params ReadOnlySpan<string> words)
    {
        foreach (string word in words)
        {
            if (heading.Contains(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The letters of a title without the years, and without what every title says.</summary>
    private static string? TopicOf(string title)
    {
        string words = new([.. title.Where(char.IsLetter)]);
        foreach (string common in new[] { "年度", "上半年", "下半年", "工作总结", "总结", "述职报告", "工作报告", "工作", "提纲", "年" })
        {
            words = words.Replace(common, "", StringComparison.Ordinal);
        }

        return words.Length is >= 2 and <= 30 ? words : null;
    }
}
