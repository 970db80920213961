using System.CommandLine;

namespace JingJian.Cli.Commands;

/// <summary><c>rebuild-index</c></summary>
internal static class RebuildIndexCommand
{
    public static Command Create() => new Command("rebuild-index", "由档案库重新计算重复关系并重建检索索引")
        .Does((result, printer, _) =>
        {
            int paragraphs = CommandContext.OpenArchive(result).RebuildIndex();
            if (printer.Json)
            {
                printer.Object(new { Paragraphs = paragraphs });
            }
            else
            {
                printer.Line($"已重建，索引中有 {paragraphs} 个段落。");
            }

            return CommandContext.Done;
        });
}
