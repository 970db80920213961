using JingJian.Analysis.Functions;
using JingJian.Analysis.Reuse;
using JingJian.Analysis.Structure;
using JingJian.Archive.Views;

namespace JingJian.Tests.Web;

/// <summary>The page's files beside the code they speak for.</summary>
public sealed class PageTests
{
    private static readonly string Folder = Repository.At("src", "web", "src");

    [Fact]
    public void The_page_has_a_chinese_word_for_every_value_that_the_service_sends()
    {
        string names = File.ReadAllText(Path.Combine(Folder, "names.ts"));
        IEnumerable<string> values =
        [
            .. Enum.GetValues<Function>().Select(FunctionNames.ToEnglish),
            .. Enum.GetValues<ReuseKind>().Select(Names.Of),
            .. Enum.GetValues<ChangeType>().Select(Names.Of),
            .. Enum.GetValues<DocumentType>().Select(Names.Of),
            .. Enum.GetValues<Damage>().SelectMany(Names.Of),
        ];

        Assert.All(values, value => Assert.Matches($"[\\s{{\"]{value}\"?: ", names));
    }

    [Fact]
    public void The_page_and_the_service_agree_on_the_words_for_functions()
    {
        string names = File.ReadAllText(Path.Combine(Folder, "names.ts"));

        Assert.All(Enum.GetValues<Function>(), function =>
            Assert.Contains($"{FunctionNames.ToEnglish(function)}: \"{FunctionNames.ToChinese(function)}\"", names, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_function_has_a_colour()
    {
        string styles = File.ReadAllText(Path.Combine(Folder, "styles", "parts.css"));

        Assert.All(Enum.GetValues<Function>(), function =>
            Assert.Contains($".f-{FunctionNames.ToEnglish(function)} {{", styles, StringComparison.Ordinal));
    }

    [Fact]
    public void The_lock_file_names_no_registry()
    {
        string locked = File.ReadAllText(Repository.At("src", "web", "package-lock.json"));

        Assert.DoesNotContain("\"resolved\"", locked, StringComparison.Ordinal);
    }
}
