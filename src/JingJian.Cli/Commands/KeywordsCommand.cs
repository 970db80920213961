using System.CommandLine;
using System.Globalization;
using JingJian.Archive;
using JingJian.Text.Keywords;

namespace JingJian.Cli.Commands;

/// <summary><c>keywords FILE [--top N]</c></summary>
internal static class KeywordsCommand
{
    public static Command Create()
    {
        Argument<string> file = InputFile.Argument("要提取关键词的文件");
        Option<int> top = CommandContext.Top(20);
        return new Command("keywords", "提取一个文件的关键词") { file, top }
            .Does((result, printer, _) => InputFile.Read(result.GetValue(file)!, source =>
            {
                var extractor = new KeywordExtractor(Models.OpenSegmenter(Models.DefaultFolder));
                foreach (Keyword keyword in extractor.Extract(source.Decoded.Text, result.GetValue(top)))
                {
                    if (printer.Json)
                    {
                        printer.Object(keyword);
                    }
                    else
                    {
                        printer.Line($"{keyword.Score.ToString("F4", CultureInfo.InvariantCulture)}\t{keyword.Word}");
                    }
                }
            }));
    }
}
