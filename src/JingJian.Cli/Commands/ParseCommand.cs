using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using JingJian.Analysis.Functions;
using JingJian.Analysis.Structure;
using JingJian.Archive;
using JingJian.Archive.Views;
using JingJian.Cli.Output;
using JingJian.Ingest;
using JingJian.Text;

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

    /// <summary>What is known of a document, for its rows.</summary>
    private sealed record Reading(
        Document Document, ImmutableArray<FunctionLabel> Labels, ImmutableArray<ImmutableArray<string>> Reasons,
        IReadOnlyDictionary<int, FunctionLabel> Sections, double Threshold, ImmutableArray<ImmutableArray<Topic>> Topics);

    private static void Print(SourceText source, FunctionShelf shelf, Printer printer)
    {
        Document document = StructureReader.Read(source.Decoded.Text);
        FunctionClassifier functions = shelf.Current();
        ImmutableArray<FunctionLabel> labels = functions.Classify(document, out ImmutableArray<ImmutableArray<string>> reasons);
        var reading = new Reading(
            document, labels, reasons, SectionFunctions.Of(document, labels), functions.Threshold,
            new TopicReader(Models.OpenSegmenter(Models.DefaultFolder).Lexicon).Of(document));
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
                PrintReport(document.Reports[report], FactsView.Of(document.Reports[report], reading.Topics[report]), printer);
            }

            string function = block.Kind is BlockKind.Heading or BlockKind.Paragraph
                ? $" {Wording.OfFunction(FunctionNames.ToEnglish(label.Primary), Names.Of(label.Secondary))}{(label.Confidence < functions.Threshold ? "？" : "")}"
                : "";
            string because = reasons[block.Ordinal].IsEmpty ? "" : printer.Faint($"　← {string.Join('、', reasons[block.Ordinal])}");
            string damage = block.Damage == Damage.None ? "" : $" ⚠{string.Join('、', Names.Of(block.Damage).Select(Wording.Of))}";
            string text = block.Text.Text;
            if (block.RunIn is { } heading)
            {
                printer.Line($"{Margin(block.Line, block.Level - 1, printer)}{printer.Faint("[标题，与正文同行]")} {heading.In(text)}");
                text = text[RunInHeading.BodyStart(text, heading)..];
            }

            printer.Line($"{Margin(block.Line, block.Level, printer)}"
                + $"{printer.Faint($"[{Wording.Of(Names.Of(block.Kind))}{function}]{damage}")} {Shortening.Excerpt(text, 60)}{because}");
        }
    }

    private static string Margin(int line, int level, Printer printer) => $"{printer.Faint($"{line,5} ")}{new string(' ', 2 * Math.Max(0, level - 1))}";

    private static void PrintReport(ReportOutline report, FactsView facts, Printer printer)
    {
        printer.Line();
        printer.Line(printer.Strong($"报告 {report.Index + 1}　{report.Title}") + printer.Faint($"　{Wording.Origin(report.Year, report.Organisation)}"));
        string?[] stated =
        [
            facts.UnitType is { } type ? Wording.Of(type.Value) : null, facts.Level is { } level ? Wording.Of(level.Value) : null,
            facts.Place?.Value, facts.Author?.Value, facts.Date?.Value, facts.Period is { Masked: true } ? Wording.Of("masked-date") : null,
        ];
        printer.Line(printer.Faint($"　　{string.Join('　', stated.OfType<string>())}　起始把握 {facts.Boundary.Confidence.ToString("0.00", CultureInfo.InvariantCulture)}："
            + string.Join('、', facts.Boundary.Signs.Select(Wording.Of))));
        printer.Line(printer.Faint($"　　主题词：{string.Join('、', (facts.Topics ?? []).Select(topic => topic.Word))}"));
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
            Sections = block.Sections.Select(ordinal => document.Blocks[ordinal].Heading.ToString()),
            Damage = Names.Of(block.Damage),
            block.Text.Text,
            anatomy.RunIn,
            anatomy.Items,
            anatomy.Repairs,
            About = report.Boundary.Block == block.Ordinal ? About(report, FactsView.Of(report, reading.Topics[block.Report])) : null,
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
    private static object About(ReportOutline report, FactsView facts) => new
    {
        report.Title,
        report.HasTitle,
        Type = Names.Of(report.Type),
        Facts = facts,
    };
}
