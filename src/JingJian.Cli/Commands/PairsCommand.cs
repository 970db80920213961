using System.CommandLine;
using JingJian.Archive.Views;
using JingJian.Cli.Output;
using JingJian.Text;

namespace JingJian.Cli.Commands;

/// <summary><c>pairs</c></summary>
internal static class PairsCommand
{
    public static Command Create() => new Command("pairs", "列出档案中每一对重复的段落及其证据")
        .Does((result, printer, _) =>
        {
            int count = 0;
            foreach (PairView pair in CommandContext.OpenArchive(result).Reuse.Pairs())
            {
                count++;
                if (printer.Json)
                {
                    printer.Object(pair);
                }
                else
                {
                    printer.Line($"{Place(pair.A)}  ⇔  {Place(pair.B)}　{Wording.Of(pair.Kind)}　相似 {Wording.Percent(pair.Ratio)}　覆盖 {Wording.Percent(pair.Cover)}"
                        + $"　{pair.Direction.Label}" + (pair.Changes.Count == 0 ? "" : "　改动：" + Changes(pair.Changes)));
                }
            }

            Printer.Message(count == 0 ? "没有发现重复的段落。" : $"共 {count} 对。");
            return CommandContext.Done;
        });

    /// <summary>Changes in one line.</summary>
    public static string Changes(IReadOnlyList<ChangeView> changes)
    {
        const int Shown = 4;
        IEnumerable<string> words = changes.Take(Shown).Select(change => $"{Wording.Of(change.Type)} {Words(change)}");
        return string.Join("；", words) + (changes.Count > Shown ? $"；等 {changes.Count} 处" : "");
    }

    /// <summary>A passage that moved is the same on both sides.</summary>
    private static string Words(ChangeView change) => change.Type switch
    {
        "inserted" => Short(change.To),
        "deleted" or "reordered" => Short(change.From),
        _ => $"{Short(change.From)}→{Short(change.To)}",
    };

    private static string Short(string words) => words.Length > 0 ? Shortening.Excerpt(words, 16) : "（无）";

    private static string Place(PlaceView place) => $"{place.Source}:{place.Line}";
}
