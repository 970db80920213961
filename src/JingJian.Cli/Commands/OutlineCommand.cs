using System.CommandLine;
using JingJian.Archive.Views;
using JingJian.Cli.Output;
using JingJian.Text;

namespace JingJian.Cli.Commands;

/// <summary><c>outline [FILE] [--unit-type T] [--occasion O] [--topic "…"]</c></summary>
internal static class OutlineCommand
{
    public static Command Create()
    {
        var file = new Argument<string?>("文件") { Description = "提纲或没写完的草稿；不给时列出常用提纲", DefaultValueFactory = _ => null };
        Option<string?> unit = ExemplarsCommand.UnitType();
        var occasion = new Option<string?>("--occasion") { Description = "哪种材料：年度总结、半年总结、专项、述职", HelpName = "材料" };
        var topic = new Option<string?>("--topic") { Description = "主题词", HelpName = "主题" };
        Option<bool> persons = ExemplarsCommand.ShowPersons();
        Option<int> top = CommandContext.Top(1);
        return new Command("outline", "提纲：同类材料通常有哪些部分、各占多少；给出提纲时指出缺什么，并为每部分找范例") { file, unit, occasion, topic, persons, top }
            .Does((result, printer, _) =>
            {
                var wish = new OutlineWish
                {
                    UnitType = result.GetValue(unit),
                    Occasion = result.GetValue(occasion),
                    Topic = result.GetValue(topic),
                    Exemplars = Math.Min(result.GetValue(top), 10),
                    ShowPersons = result.GetValue(persons),
                };
                if (result.GetValue(file) is not { } path)
                {
                    return Answer(CommandContext.OpenArchive(result).Outlines.Usual(wish), printer, Print);
                }

                int exit = CommandContext.Done;
                int read = InputFile.Read(path, source => exit = Answer(CommandContext.OpenArchive(result).Outlines.Check(source.Decoded.Text, wish), printer, Print));
                return read == CommandContext.Done ? exit : read;
            });
    }

    private static int Answer<T>(Result<T> answer, Printer printer, Action<T, Printer> print)
        where T : class
    {
        if (!answer.TryGet(out T? view, out Fault? fault))
        {
            Printer.Message(fault.Message);
            return CommandContext.Usage;
        }

        if (printer.Json)
        {
            printer.Object(view);
        }
        else
        {
            print(view, printer);
        }

        return CommandContext.Done;
    }

    private static void Print(OutlineView outline, Printer printer)
    {
        PrintNotes(outline.Notes);
        printer.Line(printer.Strong($"常用提纲（归纳自 {outline.Reports} 篇）"));
        for (int i = 0; i < outline.Sections.Count; i++)
        {
            Print($"{i + 1}. ", outline.Sections[i], printer);
        }
    }

    private static void Print(OutlineCheckView check, Printer printer)
    {
        PrintNotes(check.Notes);
        for (int i = 0; i < check.Sections.Count; i++)
        {
            DraftSectionView section = check.Sections[i];
            printer.Line(printer.Strong($"{i + 1}. {section.Heading}") + $"　{section.Name}" + (section.Characters > 0 ? $"　{section.Characters} 字" : ""));
            PrintExemplars(section.Exemplars, printer);
        }

        if (check.Missing.Count == 0)
        {
            printer.Line("常用的部分都有。");
            return;
        }

        printer.Line();
        printer.Line(printer.Strong("缺少的部分"));
        foreach (MissingSectionView missing in check.Missing)
        {
            Print(missing.After == 0 ? "放在开头　" : $"放在第 {missing.After} 部分之后　", missing.Section, printer, missing.Reason);
        }
    }

    private static void Print(string before, OutlineSectionView section, Printer printer, string? reason = null)
    {
        printer.Line(printer.Strong(before + section.Name) + "　"
            + (reason ?? $"{Wording.Percent(section.Present)}的材料有" + (section.Expected && section.Present < UsualShare ? "（按惯例应有，容易漏写）" : ""))
            + (section.Share > 0 ? $"　约占篇幅 {Wording.Percent(section.Share)}" : ""));
        if (section.Headings.Count > 0)
        {
            printer.Line(printer.Faint($"     常见标题：{string.Join('；', section.Headings)}"));
        }

        PrintExemplars(section.Exemplars, printer);
    }

    /// <summary>What fewer have is easily forgotten.</summary>
    private const double UsualShare = 0.5;

    private static void PrintExemplars(IReadOnlyList<ExemplarView> exemplars, Printer printer)
    {
        foreach (ExemplarView exemplar in exemplars)
        {
            printer.Line($"     范例：{Shortening.Excerpt(exemplar.Text, 120)}");
            printer.Line(printer.Faint($"           {exemplar.Source} {Wording.Lines(exemplar.Line, exemplar.LineEnd)}　{Wording.Origin(exemplar.Year, exemplar.Organisation)}"
                + (exemplar.Damage.Count > 0 ? $"　⚠{string.Join('、', exemplar.Damage.Select(Wording.Of))}" : "")));
        }
    }

    private static void PrintNotes(IReadOnlyList<string> notes)
    {
        foreach (string note in notes)
        {
            Printer.Message(note);
        }
    }
}
