using System.CommandLine;
using System.Globalization;
using JingJian.Archive.Views;
using JingJian.Cli.Output;
using JingJian.Text;

namespace JingJian.Cli.Commands;

/// <summary><c>check FILE [--unit NAME] [--year YEAR] [--out FILE]</c></summary>
internal static class CheckCommand
{
    private const int TodoShown = 30;

    public static Command Create()
    {
        Argument<string> file = InputFile.Argument("要查的草稿");
        var unit = new Option<string?>("--unit") { Description = "写稿的单位；不写就看草稿里写明的单位", HelpName = "单位" };
        Option<int?> year = Year();
        Option<string?> output = AuditCommand.FileOption();
        return new Command("check", "草稿查重：草稿里哪些文字在档案中出现过，是谁的，哪些要改、哪些可以用") { file, unit, year, output }
            .Does((result, printer, _) =>
            {
                int written = CommandContext.Done;
                int read = InputFile.Read(result.GetValue(file)!, source =>
                {
                    DraftCheckView check = CommandContext.OpenArchive(result).Drafts.Check(
                        new DraftWish(source.Name, source.Decoded.Text) { Organisation = result.GetValue(unit), Year = result.GetValue(year) });
                    if (result.GetValue(output) is { } path)
                    {
                        written = AuditCommand.Export(path, $"{check.Paragraphs.Count} 段", (format, file) => format.Write(check, file));
                        return;
                    }

                    Print(check, printer);
                });
                return read == CommandContext.Done ? written : read;
            });
    }

    private static Option<int?> Year() => new("--year")
    {
        Description = "草稿写的是哪一年；不写就看草稿里写明的年份",
        HelpName = "年份",
        CustomParser = result =>
        {
            string value = result.Tokens[0].Value;
            if (!int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int year) || year is < DraftWish.FirstYear or > DraftWish.LastYear)
            {
                result.AddError($"选项 --year 的值“{value}”应是 {DraftWish.FirstYear} 到 {DraftWish.LastYear} 之间的年份。");
            }

            return year;
        },
    };

    private static void Print(DraftCheckView check, Printer printer)
    {
        if (printer.Json)
        {
            printer.Object(check);
            return;
        }

        DraftSummaryView summary = check.Summary;
        printer.Line(printer.Strong($"{check.Name}　{Wording.Origin(summary.Year, summary.Organisation)}"));
        printer.Line($"  {summary.Sentence}");
        foreach (string note in summary.Notes.Concat(summary.Missing.Select(missing => missing.Text)))
        {
            printer.Line($"  注意：{note}");
        }

        if (summary.Todo.Count > 0)
        {
            printer.Line();
            printer.Line(printer.Strong("要处理的地方"));
        }

        foreach (DraftTodoView todo in summary.Todo.Take(TodoShown))
        {
            printer.Line($"  第{todo.Line}行　{todo.Label}　{todo.Text}");
        }

        if (summary.Todo.Count > TodoShown)
        {
            printer.Line($"  另有 {summary.Todo.Count - TodoShown} 处，全部可用 --out 查重.html 导出。");
        }

        DraftParagraphView[] reused = [.. check.Reused];
        if (reused.Length > 0)
        {
            printer.Line();
            printer.Line(printer.Strong("逐段"));
        }

        foreach (DraftParagraphView paragraph in reused)
        {
            printer.Line($"  {Wording.Lines(paragraph.Line, paragraph.LineEnd)}　见于档案 {Wording.Percent(paragraph.Share)}　{Shortening.Excerpt(paragraph.Text, 40)}");
            foreach (DraftPassageView passage in paragraph.Passages)
            {
                string source = passage.Source is { } cited ? $"　{cited.Place.Source} {Wording.Lines(cited.Place.Line, cited.Place.LineEnd)}　{Wording.Origin(cited.Year, cited.Organisation)}" : "";
                string copies = passage.Copies > 0 ? $"　另 {passage.Copies} 处" : "";
                string changes = passage.Changes.Count > 0 ? $"　改动：{PairsCommand.Changes(passage.Changes)}" : "";
                printer.Line($"    [{passage.Label}]　{printer.Faint(Shortening.Excerpt(passage.Text, 30))}{source}{copies}{changes}");
            }
        }
    }
}
