using System.CommandLine;
using JingJian.Archive.Views;
using JingJian.Cli.Output;

namespace JingJian.Cli.Commands;

/// <summary><c>check FILE [--out FILE]</c></summary>
internal static class CheckCommand
{
    private const int MatchesShown = 3;

    public static Command Create()
    {
        Argument<string> file = InputFile.Argument("要查的草稿");
        Option<string?> output = AuditCommand.FileOption();
        return new Command("check", "草稿查重：草稿里哪些文字在档案中出现过，出自哪里，改了什么，有什么需要关注") { file, output }
            .Does((result, printer, _) =>
            {
                int written = CommandContext.Done;
                int read = InputFile.Read(result.GetValue(file)!, source =>
                {
                    DraftCheckView check = CommandContext.OpenArchive(result).Drafts.Check(source.Name, source.Decoded.Text);
                    if (result.GetValue(output) is { } path)
                    {
                        written = AuditCommand.Export(path, $"{check.Audits.Count} 篇报告", (format, file) => format.Write(check.Audits, file));
                        return;
                    }

                    Print(check, printer);
                });
                return read == CommandContext.Done ? written : read;
            });
    }

    private static void Print(DraftCheckView check, Printer printer)
    {
        if (printer.Json)
        {
            printer.Object(check);
            return;
        }

        printer.Line(printer.Strong($"{check.Name}：正文 {check.Characters} 字，其中 {check.ReusedCharacters} 字（{Wording.Percent(check.Share)}）在档案中出现过。"));
        foreach (AuditView audit in check.Audits)
        {
            AuditCommand.PrintFigures(audit, printer);
        }

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
