using System.CommandLine;
using JingJian.Archive;
using JingJian.Archive.Views;
using JingJian.Cli.Output;

namespace JingJian.Cli.Commands;

/// <summary><c>check FILE</c></summary>
internal static class CheckCommand
{
    private const int MatchesShown = 3;

    public static Command Create()
    {
        Argument<string> file = InputFile.Argument("要查的草稿");
        return new Command("check", "草稿查重：草稿里哪些文字在档案中出现过，出自哪里，改了什么") { file }
            .Does((result, printer, _) => InputFile.Read(result.GetValue(file)!, source =>
            {
                ReportArchive archive = CommandContext.OpenArchive(result);
                Print(archive.Reuse.Check(source.Name, source.Decoded.Text), printer);
            }));
    }

    private static void Print(DraftCheckView check, Printer printer)
    {
        if (printer.Json)
        {
            printer.Object(check);
            return;
        }

        printer.Line(printer.Strong($"{check.Name}：正文 {check.Characters} 字，其中 {check.ReusedCharacters} 字（{Wording.Percent(check.Share)}）在档案中出现过。"));
        foreach (DraftParagraphView paragraph in check.Reused)
        {
            printer.Line();
            printer.Line($"{Wording.Lines(paragraph.Line, paragraph.LineEnd)}　复用 {Wording.Percent(paragraph.Share)}　{Wording.Shorten(paragraph.Text, 50)}");
            foreach (DraftMatchView match in paragraph.Matches.Take(MatchesShown))
            {
                printer.Line($"    出自 {match.Place.Source} {Wording.Lines(match.Place.Line, match.Place.LineEnd)}　{Wording.Origin(match.Year, match.Organisation)}　{Wording.Of(match.Kind)}"
                    + (match.Changes.Count > 0 ? $"　改动：{PairsCommand.Changes(match.Changes)}" : ""));
            }

            if (paragraph.Matches.Count > MatchesShown)
            {
                printer.Line($"    另有 {paragraph.Matches.Count - MatchesShown} 处。");
            }
        }
    }
}
