namespace JingJian.Tests.Cli;

/// <summary>A command line that cannot be understood, and things that are not there: a sentence and a code.</summary>
public sealed class UsageTests(TwoReports archive) : IClassFixture<TwoReports>
{
    [Theory]
    [InlineData("", "请给出一个命令")]
    [InlineData("审查", "没有“审查”这个命令")]
    [InlineData("ingest", "缺少参数 <路径>")]
    [InlineData("parse", "缺少参数 <文件>")]
    [InlineData("check", "缺少参数 <文件>")]
    [InlineData("keywords", "缺少参数 <文件>")]
    [InlineData("keywords --archive 文件", "只能给一个")]
    [InlineData("lexicon", "请给出一个命令")]
    [InlineData("search", "缺少参数 <检索词>")]
    [InlineData("audit", "缺少参数 <报告或来源>")]
    [InlineData("exemplars", "缺少选项 --function")]
    [InlineData("exemplars --function", "选项 --function 后面缺少值")]
    [InlineData("search --fast", "没有 --fast 这个选项")]
    [InlineData("search 工会 --fast", "没有 --fast 这个选项")]
    [InlineData("segment --fast", "没有 --fast 这个选项")]
    [InlineData("stats --fast", "没有 --fast 这个选项")]
    [InlineData("stats 多余", "多出了“多余”")]
    [InlineData("search 送温暖 困难", "多出了“困难”")]
    [InlineData("search 工会 --top 十", "选项 --top 的值“十”应是不小于 1 的整数")]
    [InlineData("search 工会 --top 0", "选项 --top 的值“0”应是不小于 1 的整数")]
    [InlineData("search 工会 --top 99999999999", "选项 --top 的值“99999999999”应是不小于 1 的整数")]
    [InlineData("search 工会 --top", "选项 --top 后面缺少值")]
    [InlineData("search 工会 --top 1 --top 2", "选项 --top 只能给一次")]
    [InlineData("keywords 文件 --top -3", "--top")]
    public void A_line_that_is_no_command_gets_a_sentence_and_code_2(string line, string sentence)
    {
        string[] arguments = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);

        Assert.Contains(sentence, CommandLine.Run(arguments).Refuses(2), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("search 工会 --function 吃饭", "没有“吃饭”这种功能")]
    [InlineData("exemplars --function 吃饭", "没有“吃饭”这种功能")]
    [InlineData("search 工会 --year 去年", "看不懂年份“去年”")]
    [InlineData("search 工会 --top 5000", "条数应在 1 到 1000 之间")]
    [InlineData("search \"工会", "引号没有配对")]
    [InlineData("search OR", "OR 的两边都要有词语")]
    public void A_wish_that_cannot_be_understood_gets_a_sentence_and_code_2(string line, string sentence)
    {
        Assert.Contains(sentence, CommandLine.On(archive.Data, line.Split(' ')).Refuses(2), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("families f000000000000", "没有编号为“f000000000000”的同源族")]
    [InlineData("audit 000000000000-r1", "没有找到“000000000000-r1”")]
    [InlineData("audit 没有的.txt", "没有找到“没有的.txt”")]
    [InlineData("parse 没有的.txt", "找不到这个文件")]
    [InlineData("check 没有的.txt", "找不到这个文件")]
    [InlineData("keywords 没有的.txt", "找不到这个文件")]
    [InlineData("segment 没有的.txt", "找不到这个文件")]
    [InlineData("keywords --report 000000000000-r1", "没有编号为“000000000000-r1”的报告")]
    [InlineData("keywords --family f000000000000", "没有编号为“f000000000000”的同源族")]
    [InlineData("parse /", "这是一个文件夹")]
    public void What_is_not_there_gets_a_sentence_and_code_1(string line, string sentence)
    {
        Assert.Contains(sentence, CommandLine.On(archive.Data, line.Split(' ')).Refuses(1), StringComparison.Ordinal);
    }

    [Fact]
    public void Who_audits_a_file_of_the_disk_is_told_what_to_do_instead()
    {
        using var folder = new ScratchFolder();
        string draft = folder.At("新稿.txt");
        File.WriteAllText(draft, TwoReports.Second);

        string unknown = CommandLine.On(archive.Data, "audit", draft).Refuses(1);
        Assert.Contains("没有入库", unknown, StringComparison.Ordinal);
        Assert.Contains("jingjian check", unknown, StringComparison.Ordinal);
        Assert.Contains("jingjian audit 2021.txt", CommandLine.On(archive.Data, "audit", Path.Combine(archive.Texts, "2021.txt")).Refuses(1), StringComparison.Ordinal);
    }

    [Fact]
    public void A_word_that_starts_with_an_at_sign_is_searched_for()
    {
        CommandLine.On(archive.Data, "search", "@工会").Ends(0);
    }

    [Fact]
    public void Behind_two_dashes_anything_is_an_argument()
    {
        CommandLine.Run("search", "--data", archive.Data, "--", "--慰问").Ends(0);
    }

    [Fact]
    public void A_search_that_finds_nothing_is_no_failure()
    {
        Finished search = CommandLine.On(archive.Data, "search", "纠缠", "--json").Ends(0);

        Assert.Equal("", search.Output);
        Assert.Equal("档案中没有出现：“纠缠”。\n", search.Error);
    }

    [Theory]
    [InlineData("pairs --json")]
    [InlineData("families")]
    [InlineData("--help")]
    public void A_reader_that_goes_away_is_no_failure(string line)
    {
        Finished run = CommandLine.Bash($"jingjian {line} --data '{archive.Data}' | true; echo ${{PIPESTATUS[0]}}").Ends(0);

        Assert.Equal("0\n", run.Output);
    }

    [Fact]
    public void The_first_line_of_a_long_answer_can_be_taken()
    {
        Finished run = CommandLine.Bash($"yes 工会开展送温暖活动 2>/dev/null | head -100000 | jingjian segment | head -1; echo ${{PIPESTATUS[2]}}").Ends(0);

        Assert.Equal("工会 开展 送温暖 活动\n0\n", run.Output);
        Assert.Equal("", run.Error);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/dev/null")]
    [InlineData("/dev/null/data")]
    [InlineData("/proc/data")]
    public void A_data_folder_that_cannot_be_made_gets_a_sentence_and_code_1(string data)
    {
        Assert.Contains($"数据目录“{data}”无法使用", CommandLine.On(data, "stats").Refuses(1), StringComparison.Ordinal);
    }
}
