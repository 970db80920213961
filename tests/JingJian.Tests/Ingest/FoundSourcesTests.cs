using JingJian.Ingest;

namespace JingJian.Tests.Ingest;

/// <summary>Paths given by a person become files to read and paths refused.</summary>
public sealed class FoundSourcesTests : IDisposable
{
    private readonly ScratchFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_folder_gives_its_files_by_name_with_the_path_below_it()
    {
        Write("b.txt");
        Write("a.txt");
        Write("总工会/2021/总结.txt");
        Write("A/z.txt");

        Assert.Equal(["A/z.txt", "a.txt", "b.txt", "总工会/2021/总结.txt"], Names(folder.Path));
    }

    [Fact]
    public void Paths_keep_their_order_and_a_file_is_known_by_its_name()
    {
        string first = Write("深处/第一.txt"), second = Write("第二.txt");

        Assert.Equal(["第二.txt", "第一.txt"], Names(second, first));
    }

    [Fact]
    public void Hidden_files_are_passed_over_in_a_folder_and_taken_when_named()
    {
        Write("总结.txt");
        string hidden = Write(".隐藏.txt");
        Write(".git/config");

        Assert.Equal(["总结.txt"], Names(folder.Path));
        Assert.Equal([".隐藏.txt"], Names(hidden));
    }

    [Fact]
    public void A_link_in_a_folder_is_not_followed()
    {
        Write("里面/总结.txt");
        File.CreateSymbolicLink(folder.At("里面/别名.txt"), Write("外面.txt"));
        Directory.CreateSymbolicLink(folder.At("里面/回到上面"), folder.Path);

        Assert.Equal(["总结.txt"], Names(folder.At("里面")));
    }

    [Fact]
    public void Control_characters_and_direction_marks_in_a_name_are_not_shown()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "No such names there.");
        Write("\u001b[31m总\n结\u202E.txt");

        Assert.Equal(["[31m总结.txt"], Names(folder.Path));
    }

    [Fact]
    public void A_name_that_no_path_can_spell_is_refused_and_the_rest_is_found()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Elsewhere names are always text.");
        Write("总结.txt");
        // 总结 in GBK: as an old system wrote it.
        Shell("printf x > \"$(printf '\\327\\334\\275\\341').txt\" && mkdir \"$(printf '\\327\\334')\"");

        FoundSources found = FoundSources.In([folder.Path]);
        Shell("rm -r \"$(printf '\\327')\"*");

        Assert.Equal(["总结.txt"], found.Files.Select(file => file.Name));
        Assert.Equal(["ingest.name", "ingest.name"], found.Refused.Select(refused => refused.Fault.Code));
    }

    [Fact]
    public void What_is_missing_or_empty_is_refused_and_the_rest_is_found()
    {
        Directory.CreateDirectory(folder.At("空文件夹"));
        File.WriteAllBytes(folder.At("空.txt"), []);
        string good = Write("总结.txt");

        FoundSources found = FoundSources.In([folder.At("没有.txt"), folder.At("空文件夹"), folder.At("空.txt"), good]);

        Assert.Equal(["总结.txt"], found.Files.Select(file => file.Name));
        Assert.Equal(["ingest.missing", "ingest.empty-folder", "ingest.empty"], found.Refused.Select(refused => refused.Fault.Code));
    }

    [Fact]
    public void The_folder_of_the_archive_is_passed_over_wherever_it_lies()
    {
        Write("总结.txt");
        Write("data/archive.db");
        Write("data/index/1.segment");
        Write("data2/计划.txt");

        foreach (string data in (string[])[folder.At("data"), folder.At("data/"), folder.At("data2/../data")])
        {
            Assert.Equal(["data2/计划.txt", "总结.txt"], FoundSources.In([folder.Path], data).Files.Select(file => file.Name));
            Assert.Equal("ingest.empty-folder", Assert.Single(FoundSources.In([folder.At("data/index")], data).Refused).Fault.Code);
        }
    }

    private static IEnumerable<string> Names(params string[] paths) => FoundSources.In(paths).Files.Select(file => file.Name);

    private void Shell(string command)
    {
        using var shell = System.Diagnostics.Process.Start("/bin/sh", ["-c", $"cd \"$0\" && {command}", folder.Path]);
        shell.WaitForExit();
    }

    private string Write(string name)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(folder.At(name))!);
        File.WriteAllText(folder.At(name), "工作总结");
        return folder.At(name);
    }
}
