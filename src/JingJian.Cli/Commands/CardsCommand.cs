using System.CommandLine;
using JingJian.Archive;
using JingJian.Archive.Views;
using JingJian.Cli.Output;
using JingJian.Text;

namespace JingJian.Cli.Commands;

/// <summary><c>cards [--topic "…"] [--unit-type T] [--top N]</c></summary>
internal static class CardsCommand
{
    public static Command Create()
    {
        var topic = new Option<string?>("--topic") { Description = "主题词", HelpName = "主题" };
        Option<string?> unit = ExemplarsCommand.UnitType();
        Option<bool> persons = ExemplarsCommand.ShowPersons();
        Option<int> top = CommandContext.Top(5);
        return new Command("cards", "做法卡片：需求、做法、成效取自同一篇材料，并列出哪些单位也有这种做法") { topic, unit, persons, top }
            .Does((result, printer, _) =>
            {
                var wish = new CardWish { Topic = result.GetValue(topic), UnitType = result.GetValue(unit), Top = result.GetValue(top), ShowPersons = result.GetValue(persons) };
                ReportArchive archive = CommandContext.OpenArchive(result);
                if (!archive.Cards.Find(wish).TryGet(out CardsView? found, out Fault? fault))
                {
                    Printer.Message(fault.Message);
                    return CommandContext.Usage;
                }

                if (found.Cards.Count == 0 && CommandContext.SaysItIsEmpty(archive))
                {
                    return CommandContext.Done;
                }

                foreach (string note in found.Notes)
                {
                    Printer.Message(note);
                }

                foreach (CardView card in found.Cards)
                {
                    Print(card, printer);
                }

                if (found.Cards.Count == 0 && !printer.Json)
                {
                    printer.Line("没有找到既写了做法又写了成效的材料。可以换一个主题词。");
                }

                return CommandContext.Done;
            });
    }

    private static void Print(CardView card, Printer printer)
    {
        if (printer.Json)
        {
            printer.Object(card);
            return;
        }

        printer.Line(printer.Strong($"{card.Rank}. {card.Name}") + $"　《{card.Report}》　{Wording.Origin(card.Year, card.Organisation)}");
        foreach ((string name, IReadOnlyList<CitedView> part) in new[] { ("需求", card.Need), ("做法", card.Measure), ("成效", card.Effect) })
        {
            printer.Line($"   {name}：" + (part.Count == 0 ? "（材料未写）" : string.Join("；", part.Select(cited => cited.Text))));
        }

        foreach (CardUnitView unit in card.Units)
        {
            printer.Line(printer.Faint($"   {(unit.First && card.Units.Count > 1 ? "最早　" : "")}{Wording.Origin(unit.Year, unit.Organisation)}　{unit.Place.Source} {Wording.Lines(unit.Place.Line, unit.Place.LineEnd)}"
                + (unit.Figures.Count > 0 ? $"　{string.Join('；', unit.Figures.Take(4))}" : "")
                + (unit.Damage.Count > 0 ? $"　⚠{string.Join('、', unit.Damage.Select(Wording.Of))}" : "")));
        }

        printer.Line();
    }
}
