using System.CommandLine;
using System.Globalization;
using JingJian.Analysis.Functions;
using JingJian.Analysis.Structure;
using JingJian.Archive;
using JingJian.Archive.Stages;
using JingJian.Archive.Views;
using JingJian.Cli.Output;
using JingJian.Text.Keywords;

namespace JingJian.Cli.Commands;

/// <summary><c>parse FILE</c></summary>
internal static class ParseCommand
{
    public static Command Create()
    {
        Argument<string> file = InputFile.Argument("要解析的文件");
        return new Command("parse", "解析一个文件：报告、标题、段落、功能，不入库") { file }
            .Does((result, printer, _) => InputFile.Read(result.GetValue(file)!, source => Print(AnalysedSource.Of(source), printer)));
    }

    /// <summary>How many topics a report is shown with.</summary>
    private const int Topics = 6;

    private static void Print(AnalysedSource analysed, Printer printer)
    {
        int report = -1;
        var keywords = new Lazy<KeywordExtractor>(() => new KeywordExtractor(Models.OpenSegmenter(Models.DefaultFolder)));
        foreach (Block block in analysed.Document.Blocks)
        {
            FunctionLabel label = analysed.Labels[block.Ordinal];
            if (printer.Json)
            {
                printer.Object(Row(analysed.Document, block, label, keywords));
                continue;
            }

            if (block.Report != report)
            {
                report = block.Report;
                PrintReport(analysed.Document.Reports[report], printer);
            }

            string function = block.Kind is BlockKind.Heading or BlockKind.Paragraph
                ? $" {Wording.OfFunction(FunctionNames.ToEnglish(label.Primary), Names.Of(label.Secondary))}"
                : "";
            string damage = block.Damage == Damage.None ? "" : $" ⚠{string.Join('、', Names.Of(block.Damage).Select(Wording.Of))}";
            printer.Line($"{printer.Faint($"{block.Line,5} ")}{new string(' ', 2 * Math.Max(0, block.Level - 1))}"
                + $"{printer.Faint($"[{Wording.Of(Names.Of(block.Kind))}{function}]{damage}")} {Wording.Shorten(block.Text.Text, 60)}");
        }
    }

    private static void PrintReport(ReportOutline report, Printer printer)
    {
        printer.Line();
        FactsView facts = FactsView.Of(report);
        printer.Line(printer.Strong($"报告 {report.Index + 1}　{report.Title}") + printer.Faint($"　{Wording.Origin(report.Year, report.Organisation)}"));
        string?[] stated =
        [
            facts.UnitType is { } type ? Wording.Of(type.Value) : null, facts.Level is { } level ? Wording.Of(level.Value) : null,
            facts.Place?.Value, facts.Author?.Value, facts.Date?.Value, facts.Period is { Masked: true } ? Wording.Of("masked-date") : null,
        ];
        printer.Line(printer.Faint($"　　{string.Join('　', stated.OfType<string>())}　起始把握 {facts.Boundary.Confidence.ToString("0.00", CultureInfo.InvariantCulture)}："
            + string.Join('、', facts.Boundary.Signs.Select(Wording.Of))));
    }

    private static object Row(Document document, Block block, FunctionLabel label, Lazy<KeywordExtractor> keywords)
    {
        AnatomyView anatomy = AnatomyView.Of(block.Kind, block.Text);
        ReportOutline report = document.Reports[block.Report];
        return new
        {
            Report = block.Report + 1,
            Kind = Names.Of(block.Kind),
            block.Level,
            block.Source.Start,
            block.Source.End,
            block.Line,
            block.LineEnd,
            Function = FunctionNames.ToEnglish(label.Primary),
            Secondary = Names.Of(label.Secondary),
            Confidence = Math.Round(label.Confidence, 4),
            Sections = block.Sections.Select(ordinal => document.Blocks[ordinal].Text.Text),
            Damage = Names.Of(block.Damage),
            block.Text.Text,
            anatomy.RunIn,
            anatomy.Items,
            anatomy.Repairs,
            About = report.Boundary.Block == block.Ordinal ? About(document, report, keywords.Value) : null,
        };
    }

    /// <summary>What a report says of itself, with the block that it begins with.</summary>
    private static object About(Document document, ReportOutline report, KeywordExtractor keywords) => new
    {
        report.Title,
        report.HasTitle,
        Type = Names.Of(report.Type),
        Facts = FactsView.Of(report),
        Topics = keywords
            .Extract(document.Blocks.Slice(report.FirstBlock, report.BlockCount).Where(block => block.Kind != BlockKind.Noise).Select(block => block.Text.Text), Topics)
            .Select(keyword => keyword.Word),
    };
}
