using System.Diagnostics;
using JingJian.Ingest;

namespace JingJian.Tests.Ingest;

/// <summary>An ignore file keeps files out as git would; a pattern on the command line takes the files it means.</summary>
public sealed class IgnoreFileTests : IDisposable
{
    private readonly ScratchFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void What_an_ignore_file_names_is_passed_over_and_what_it_takes_back_is_not()
    {
        Write("总结.txt", "说明.md", "草稿/一.txt", "2021/草稿/二.txt", "2021/附表.tsv", "2021/总表.tsv");
        Ignore("", "# 说明不入库\n*.md\n\n/草稿/\n*.tsv\n!总表.tsv\n");

        Assert.Equal(["2021/总表.tsv", "2021/草稿/二.txt", "总结.txt"], Names(folder.Path));
    }

    [Fact]
    public void The_ignore_file_of_an_inner_folder_goes_first()
    {
        Write("甲/一.tsv", "乙/二.tsv");
        Ignore("", "*.tsv");
        Ignore("乙", "!*.tsv");

        Assert.Equal(["乙/二.tsv"], Names(folder.Path));
    }

    [Fact]
    public void A_file_that_is_named_itself_is_taken()
    {
        Write("说明.md");
        Ignore("", "*");

        Assert.Equal(["说明.md"], Names(folder.At("说明.md")));
        Assert.Equal("ingest.empty-folder", FoundSources.In([folder.Path]).Refused.Single().Fault.Code);
    }

    [Fact]
    public void A_folder_whose_ignore_file_cannot_be_read_is_refused()
    {
        Write("总结.txt");
        File.WriteAllBytes(folder.At(IgnoreRules.FileName), [1, 2, 3]);

        Assert.Equal("ingest.ignore-file", FoundSources.In([folder.Path]).Refused.Single().Fault.Code);
    }

    [Theory]
    [InlineData("*.txt", "总结.txt")]
    [InlineData("**/*.txt", "2021/上/总结.txt 2021/总结.txt 总结.txt")]
    [InlineData("2021/*.txt", "总结.txt")]
    [InlineData("20??/**", "2021/上/总结.txt 2021/总结.txt 2021/表.tsv")]
    [InlineData("[总表]*.*", "总结.txt")]
    [InlineData("*.doc", "")]
    public void A_pattern_takes_the_files_it_means_named_from_the_folder_in_front_of_it(string pattern, string names)
    {
        Write("总结.txt", "2021/总结.txt", "2021/表.tsv", "2021/上/总结.txt");

        Assert.Equal(names.Split(' ', StringSplitOptions.RemoveEmptyEntries), Names(folder.At(pattern)));
    }

    [Fact]
    public void A_pattern_that_no_file_meets_is_refused() =>
        Assert.Equal("ingest.no-match", FoundSources.In([folder.At("*.doc")]).Refused.Single().Fault.Code);

    [Fact]
    public void A_pattern_of_many_stars_ends_at_once()
    {
        Assert.True(PathPattern.TryParse(string.Concat(Enumerable.Repeat("*a", 60)), out PathPattern? pattern));
        Assert.False(pattern.Matches(new string('a', 5000) + "b", isFolder: false));
    }

    /// <remarks>git is the peer: the files it does not ignore are those that are found.</remarks>
    [Fact]
    public void Random_patterns_mean_what_they_mean_to_git()
    {
        Git("init", "-q");
        Write([.. from outer in new[] { "", "a/", "ab/", "b/a/" } from name in new[] { "a", "b-c", "ab.c", "a]b", "c/a", "c/b/ab" } select outer + name + ".x"]);
        var random = new Random(20);
        for (int round = 0; round < 120; round++)
        {
            string outer = RandomPatterns(random), inner = RandomPatterns(random);
            Ignore("", outer);
            Ignore("a", inner);

            string[] expected = Git("ls-files", "-z", "--others", $"--exclude-per-directory={IgnoreRules.FileName}").Split('\0', StringSplitOptions.RemoveEmptyEntries);

            Assert.True(
                expected.Where(name => !name.EndsWith(IgnoreRules.FileName, StringComparison.Ordinal)).Order(StringComparer.Ordinal).SequenceEqual(Names(folder.Path)),
                $"outer:\n{outer}\ninner:\n{inner}\n{string.Join(' ', Names(folder.Path))}");
        }
    }

    private static string RandomPatterns(Random random)
    {
        string[] pieces = ["*", "**", "/", "/", "a", "b", "c", "?", ".x", ".", "-", "[ab]", "[!a]", "[a-c]", "[]a]", "[^b-]", "\\a", "\\*", "]", "[", " ", "\\", "!", "#"];
        return string.Join('\n', Enumerable.Range(0, random.Next(4)).Select(_ =>
            (random.Next(4) == 0 ? "!" : "") + string.Concat(Enumerable.Range(0, random.Next(1, 6)).Select(_ => pieces[random.Next(pieces.Length)]))));
    }

    private string Git(params string[] arguments)
    {
        var start = new ProcessStartInfo("git", arguments) { WorkingDirectory = folder.Path, RedirectStandardOutput = true };
        using Process git = Process.Start(start)!;
        string output = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
        return output;
    }

    private static IEnumerable<string> Names(params string[] paths) => FoundSources.In(paths).Files.Select(file => file.Name);

    private void Ignore(string inner, string text) => File.WriteAllText(Path.Combine(Directory.CreateDirectory(folder.At(inner)).FullName, IgnoreRules.FileName), text);

    private void Write(params string[] names)
    {
        foreach (string name in names)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(folder.At(name))!);
            File.WriteAllText(folder.At(name), "工作总结");
        }
    }
}
