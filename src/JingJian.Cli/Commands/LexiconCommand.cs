using System.CommandLine;
using System.Globalization;
using JingJian.Cli.Output;
using JingJian.Text.Lexicons;

namespace JingJian.Cli.Commands;

/// <summary><c>lexicon propose [--top N]</c></summary>
internal static class LexiconCommand
{
    public static Command Create() => new("lexicon", "词典") { Propose() };

    private static Command Propose()
    {
        Option<int> top = CommandContext.Top(50);
        return new Command("propose", "从档案中找出词典里没有的新词，供人挑选后写入用户词典") { top }
            .Does((result, printer, _) =>
            {
                IReadOnlyList<ProposedWord> words = CommandContext.OpenArchive(result).Words.Propose(result.GetValue(top));
                foreach (ProposedWord word in words)
                {
                    if (printer.Json)
                    {
                        printer.Object(word);
                    }
                    else
                    {
                        printer.Line(string.Create(CultureInfo.InvariantCulture, $"{word.Word}\t出现 {word.Count} 次\t凝固度 {word.Cohesion:F1}\t自由度 {word.Branching:F1}"));
                    }
                }

                Printer.Message(words.Count == 0 ? "没有找到新词；档案的文字可能还太少。" : "这些词是按统计推荐的，请逐个审阅；用户词典每行一个词。");
                return CommandContext.Done;
            });
    }
}
