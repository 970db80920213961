using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using JingJian.Analysis.Functions;
using JingJian.Analysis.Structure;

namespace JingJian.Tests.Analysis.Structure;

/// <summary>What holds for the structure of every text, however broken.</summary>
public sealed class AnyTextTests
{
    // What lines of the genre are made of, and what breaks them: each property should meet every branch of the rules.
    private static readonly string[] Parts =
    [
        "一、", "二、", "（一）", "（二）", "1.", "2、", "(1)", "①", "一是", "——", ">", "【", "】", "第一部分", "工作总结", "工作总结2", "篇一", "工作要点",
        "县总工会", "恒力机械厂", "在县委的正确领导下，", "今年以来，", "2021年", "20_年", "二〇二一年", "12月28日", "２０２１年", "201４年十二月", "٢٠٢١年1月1日", "日期：", "记者", "我代表", "大学", "现将情况汇报如下：", "加强学习", "开展了活动",
        "走访职工214人次", "增长7.8%", "谢谢大家", "批评指正", "𠮷", "𡒄", "\uD842", "，", "。", "；", "：", "、", "...", "…", "“", "”", " ", "　", "\u200B", "\t",
        "# ", "## ", " #", "**", "热", "点", "的", "_", "x", "9", "\n", "\n", "\n", "\r\n", "\r", "\n\n",
    ];

    private static readonly Arbitrary<string> Text =
        Gen.ListOf(Gen.Frequency((9, Gen.Elements(Parts)), (1, ArbMap.Default.GeneratorFor<string>()))).Select(string.Concat).ToArbitrary();

    [Fact]
    public void Every_line_that_is_not_blank_is_in_exactly_one_block() => Check(source =>
    {
        int[] covered = [.. StructureReader.Read(source).Blocks.SelectMany(block => Enumerable.Range(block.Line, block.LineEnd - block.Line + 1))];
        return covered.SequenceEqual(covered.Distinct().Order()) && covered.SequenceEqual(NotBlank(source));
    });

    [Fact]
    public void The_text_of_a_block_maps_back_to_its_source_character_by_character() => Check(source =>
        StructureReader.Read(source).Blocks.All(block =>
            block.Text.Text.Length > 0
            && block.Text.Text.Index().All(letter => source[block.Text.ToSource(letter.Index)] == letter.Item)
            && IsMarkdown(source, block.Source.Start, block.Text.ToSource(0))
            && IsMarkdown(source, block.Text.ToSource(block.Text.Text.Length - 1) + 1, block.Source.End)));

    /// <summary>What belongs to a block and not to its text.</summary>
    private static bool IsMarkdown(string source, int start, int end) => source[start..end].All(c => c is '#' or '*' || char.IsWhiteSpace(c));

    [Fact]
    public void Blocks_stand_in_order_and_no_span_splits_a_pair() => Check(source =>
    {
        ImmutableArray<Block> blocks = StructureReader.Read(source).Blocks;
        return blocks.Zip(blocks.Skip(1)).All(pair => pair.First.Source.End <= pair.Second.Source.Start)
            && blocks.All(block => !Splits(source, block.Source.Start) && !Splits(source, block.Source.End));
    });

    [Fact]
    public void Reports_share_out_the_blocks_and_sections_are_headings_above() => Check(source =>
    {
        Document document = StructureReader.Read(source);
        return document.Reports.Sum(report => report.BlockCount) == document.Blocks.Length
            && document.Reports.All(report => report.Title.Length > 0
                && document.Blocks.Slice(report.FirstBlock, report.BlockCount).All(block => block.Report == report.Index))
            && document.Blocks.All(block => block.Sections.All(above => above < block.Ordinal + (block.RunIn is null ? 0 : 1)
                && document.Blocks[above] is { Kind: BlockKind.Heading } or { RunIn: not null } && document.Blocks[above].Report == block.Report));
    });

    [Fact]
    public void The_same_text_gives_the_same_structure_and_labels() => Check(source =>
        Labels(source).SequenceEqual(Labels(source)) && StructurePicture.Of(source) == StructurePicture.Of(source));

    [Fact]
    public void Every_block_has_a_label_and_a_confidence() => Check(source =>
    {
        ImmutableArray<FunctionLabel> labels = Labels(source);
        return labels.Length == StructureReader.Read(source).Blocks.Length
            && labels.All(label => label.Confidence is > 0 and <= 1 && label.Secondary != label.Primary);
    });

    /// <summary>Texts on which a scan upwards, a join or a pattern once took quadratic time; the suite would never end.</summary>
    [Theory]
    [InlineData("9", 5_000_000)]
    [InlineData("加强学习，", 1_000_000)]
    [InlineData("\uD842\uDFB7", 2_500_000)]
    [InlineData("2、加强学习\n", 200_000)]
    [InlineData("二、加强\n（三）抓好\n", 100_000)]
    [InlineData("一、\n", 200_000)]
    [InlineData("工\n", 200_000)]
    [InlineData("不断提高思想认识和工作本领，\n", 200_000)]
    [InlineData("工会工作总结2\n", 200_000)]
    [InlineData("我们开展了各项活动，慰问了职工。\n", 200_000)]
    [InlineData("今年，在县委的正确领导下，我们认真学习，扎实工作，开拓进取，团结奋进，锐意改革，勇于创新，全面完成任务。\n", 50_000)]
    public void Long_texts_are_read_to_their_end(string part, int times)
    {
        Document document = StructureReader.Read(string.Concat(Enumerable.Repeat(part, times)));

        Assert.Equal(document.Blocks.Length, CueClassifier.Classify(document).Length);
        Assert.Equal(part.Count(c => c == '\n') * times is var lines and > 0 ? lines : 1, document.Blocks[^1].LineEnd);
    }

    private static ImmutableArray<FunctionLabel> Labels(string source) => CueClassifier.Classify(StructureReader.Read(source));

    private static IEnumerable<int> NotBlank(string source) =>
        source.Split(["\r\n", "\r", "\n"], StringSplitOptions.None).Index()
            .Where(line => line.Item.Any(c => !char.IsWhiteSpace(c) && c is not ('\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF')))
            .Select(line => line.Index + 1);

    private static bool Splits(string source, int at) =>
        at > 0 && at < source.Length && char.IsHighSurrogate(source[at - 1]) && char.IsLowSurrogate(source[at]);

    private static void Check(Func<string, bool> holds) =>
        FsCheck.Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(Text, holds));
}
