using System.CommandLine;
using JingJian.Analysis.Functions;
using JingJian.Analysis.Structure;
using JingJian.Archive.Stages;
using JingJian.Archive.Views;
using JingJian.Cli.Output;

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

    private static void Print(AnalysedSource analysed, Printer printer)
    {
        int report = -1;
        foreach (Block block in analysed.Document.Blocks)
        {
            FunctionLabel label = analysed.Labels[block.Ordinal];
            if (printer.Json)
            {
                printer.Object(Row(analysed.Document, block, label));
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
        printer.Line(printer.Strong($"报告 {report.Index + 1}　{report.Title}") + printer.Faint($"　{Wording.Origin(report.Year, report.Organisation)}"));
    }

    private static object Row(Document document, Block block, FunctionLabel label) => new
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
    };
}
