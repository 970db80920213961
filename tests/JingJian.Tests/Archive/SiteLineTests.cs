using JingJian.Tests.Cli;

namespace JingJian.Tests.Archive;

/// <summary>What a web site repeats around its articles is learned from the archive, in whatever order the files come.</summary>
public sealed class SiteLineTests
{
    private const string Site = "青禾文库，专注办公写作二十年，欢迎常来";

    private static readonly string[] Bodies =
    [
        "组织劳动竞赛四场，走访困难职工八十六户，办好职工食堂，丰富业余生活，职工的干劲更足了，各项任务都完成得很好。",
        "全镇修通水渠十二公里，硬化村道九条，栽植果树四千株，农民的收入明显增加，镇容镇貌焕然一新，群众十分满意。",
        "学校开展师德教育六次，组织听课评课百余节，添置图书三千册，教学质量稳步提高，家长和社会的评价越来越好。",
    ];

    [Fact]
    public void A_line_that_three_sources_repeat_is_residue_whatever_the_order()
    {
        using var folder = new ScratchFolder();
        string[] files = [.. Bodies.Select((body, i) => Write(folder, i, $"厂工会2018年工作总结\n{body}\n{body[..25]}，大家都说好，明年接着干，一定要把工作做得更好。\n{Site}\n"))];
        CommandLine.On(folder.At("once"), ["ingest", .. files]).Ends(0);
        foreach (string file in files.Reverse())
        {
            CommandLine.On(folder.At("later"), "ingest", file).Ends(0);
        }

        string once = CommandLine.On(folder.At("once"), "stats", "--json").Ends(0).Output;
        Assert.Equal(once, CommandLine.On(folder.At("later"), "stats", "--json").Ends(0).Output);
        Assert.Contains("\"paragraphs\":6", once, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_that_two_sources_repeat_is_none()
    {
        using var folder = new ScratchFolder();
        string[] files = [.. Bodies.Take(2).Select((body, i) => Write(folder, i, $"厂工会2018年工作总结\n{body}\n{body}\n{Site}\n"))];
        CommandLine.On(folder.At("data"), ["ingest", .. files]).Ends(0);

        Assert.Contains("\"paragraphs\":6", CommandLine.On(folder.At("data"), "stats", "--json").Ends(0).Output, StringComparison.Ordinal);
    }

    private static string Write(ScratchFolder folder, int number, string text)
    {
        string path = folder.At($"{number}.txt");
        File.WriteAllText(path, text);
        return path;
    }
}
