using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using JingJian.Analysis.Functions;
using JingJian.Analysis.Structure;
using JingJian.Archive;
using JingJian.Archive.Views;
using JingJian.Cli.Output;
using JingJian.Ingest;
using JingJian.Text.Keywords;

namespace JingJian.Cli.Commands;

/// <summary><c>parse FILE</c></summary>
internal static class ParseCommand
{
    public static Command Create()
    {
        Argument<string> file = InputFile.Argument("要解析的文件");
        return new Command("parse", "解析一个文件：报告、标题、段落、功能，不入库") { file }
            .Does((result, printer, _) => InputFile.Read(result.GetValue(file)!, source => Print(source, new FunctionShelf(Models.DefaultFolder, result.GetValue(CommandContext.Data)!), printer)));
    }

    /// <summary>How many topics a report is shown with.</summary>
    private const int Topics = 6;

    /// <summary>What is known of a document, for its rows.</summary>
    private sealed record Reading(
        Document Document, ImmutableArray<FunctionLabel> Labels, ImmutableArray<ImmutableArray<string>> Reasons,
        IReadOnlyDictionary<int, FunctionLabel> Sections, double Threshold, Lazy<KeywordExtractor> Keywords);

    private static void Print(SourceText source, FunctionShelf shelf, Printer printer)
    {
        Document document = StructureReader.Read(source.Decoded.Text);
        FunctionClassifier functions = shelf.Current();
        ImmutableArray<FunctionLabel> labels = functions.Classify(document, out ImmutableArray<ImmutableArray<string>> reasons);
        var reading = new Reading(
            document, labels, reasons, SectionFunctions.Of(document, labels), functions.Threshold,
            new Lazy<KeywordExtractor>(() => new KeywordExtractor(Models.OpenSegmenter(Models.DefaultFolder))));
        int report = -1;
        foreach (Block block in document.Blocks)
        {
            FunctionLabel label = labels[block.Ordinal];
            if (printer.Json)
            {
                printer.Object(Row(reading, block));
                continue;
            }

            if (block.Report != report)
            {
                report = block.Report;
                PrintReport(document.Reports[report], printer);
            }

            string function = block.Kind is BlockKind.Heading or BlockKind.Paragraph
                ? $" {Wording.OfFunction(FunctionNames.ToEnglish(label.Primary), Names.Of(label.Secondary))}{(label.Confidence < functions.Threshold ? "？" : "")}"
                : "";
            string because = reasons[block.Ordinal].IsEmpty ? "" : printer.Faint($"　← {string.Join('、', reasons[block.Ordinal])}");
            string damage = block.Damage == Damage.None ? "" : $" ⚠{string.Join('、', Names.Of(block.Damage).Select(Wording.Of))}";
            printer.Line($"{printer.Faint($"{block.Line,5} ")}{new string(' ', 2 * Math.Max(0, block.Level - 1))}"
                + $"{printer.Faint($"[{Wording.Of(Names.Of(block.Kind))}{function}]{damage}")} {Wording.Shorten(block.Text.Text, 60)}{because}");
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

    private static object Row(Reading reading, Block block)
    {
        Document document = reading.Document;
        FunctionLabel label = reading.Labels[block.Ordinal];
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
            Undecided = block.Kind is BlockKind.Heading or BlockKind.Paragraph && label.Confidence < reading.Threshold,
            Because = reading.Reasons[block.Ordinal],
            Section = reading.Sections.TryGetValue(block.Ordinal, out FunctionLabel section) ? SectionOf(section) : null,
            Clauses = block.Kind == BlockKind.Paragraph ? ClauseReader.Read(block.Text.Text).Select(mark => ClauseView.Of(mark, block.Text.Text)) : null,
            Sections = block.Sections.Select(ordinal => document.Blocks[ordinal].Text.Text),
            Damage = Names.Of(block.Damage),
            block.Text.Text,
            anatomy.RunIn,
            anatomy.Items,
            anatomy.Repairs,
            About = report.Boundary.Block == block.Ordinal ? About(document, report, reading.Keywords.Value) : null,
        };
    }

    /// <summary>What a section does, taken together.</summary>
    private static object SectionOf(FunctionLabel section) => new
    {
        Function = FunctionNames.ToEnglish(section.Primary),
        Secondary = Names.Of(section.Secondary),
        Share = Math.Round(section.Confidence, 4),
    };

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
