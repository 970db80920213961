using System.Text.Json;
using JingJian.Tests.Text;
using JingJian.Tools.Evaluation;

namespace JingJian.Tests.Cli;

/// <summary>The five real compilations through the command line.</summary>
public sealed class SeedsTests(SeedsTests.SeedArchive seeds) : IClassFixture<SeedsTests.SeedArchive>
{
    /// <summary>The truth is about paragraphs of so many characters.</summary>
    private const int ShortestParagraph = 40;

    [Fact]
    public void Every_line_that_is_not_blank_is_in_exactly_one_unit()
    {
        int counted = 0;
        foreach (Seed seed in seeds.All)
        {
            int[] units = new int[seed.Lines.Length + 1];
            foreach (JsonElement unit in seed.Units)
            {
                for (int line = unit.Number("line"); line <= unit.Number("lineEnd"); line++)
                {
                    units[line]++;
                }
            }

            for (int line = 1; line <= seed.Lines.Length; line++)
            {
                bool blank = string.IsNullOrWhiteSpace(seed.Lines[line - 1]);
                Assert.True(blank ? units[line] <= 1 : units[line] == 1, $"{seed.Name}:{line} is in {units[line]} units");
                counted += blank ? 0 : 1;
            }
        }

        Assert.Equal(1133, counted);
    }

    [Fact]
    public void Start_and_end_of_a_unit_hold_its_text_up_to_line_breaks_and_blanks()
    {
        foreach (Seed seed in seeds.All)
        {
            int behind = 0;
            foreach (JsonElement unit in seed.Units)
            {
                int start = unit.Number("start"), end = unit.Number("end");
                Assert.True(start >= behind, $"{seed.Name}:{start} is before {behind}");
                Assert.Equal(WithoutBlanks(unit.Text("text")), WithoutBlanks(seed.Text[start..end]));
                Assert.Equal(unit.Number("line"), seed.Text[..start].Count(c => c == '\n') + 1);
                behind = end;
            }

            Assert.Equal("", WithoutBlanks(seed.Text[behind..]));
        }
    }

    [Fact]
    public void Segment_prints_the_words_of_jieba()
    {
        foreach (Seed seed in seeds.All)
        {
            string[][] words = JiebaOracle.Ask("cut", seed.Lines);

            Assert.Equal(words.Select(line => string.Join(' ', line)), Lines(CommandLine.Run("segment", seed.Path).Ends(0).Output));
        }
    }

    [Fact]
    public void Pairs_has_nearly_all_true_pairs_of_paragraphs_and_hardly_another()
    {
        List<(string Place, string Letters)> paragraphs = [.. seeds.All.SelectMany(seed => seed.Units
            .Where(unit => unit.Text("kind") == "paragraph" && unit.Text("text").Length >= ShortestParagraph)
            .Select(unit => ($"{seed.Name}:{unit.Number("line")}-{unit.Number("start")}", SlowReuse.PlainLetters(unit.Text("text")))))];
        HashSet<(int, int)> truth = SlowReuse.TruePairs(paragraphs.ConvertAll(paragraph => paragraph.Letters));
        HashSet<(string, string)> reported = [.. seeds.Pairs.Select(pair => (Key(pair.GetProperty("a")), Key(pair.GetProperty("b"))))];

        int found = truth.Count(pair => reported.Contains((paragraphs[pair.Item1].Place, paragraphs[pair.Item2].Place)));

        Assert.True(found >= 575 / 581.0 * truth.Count, $"{found} of {truth.Count}");
        Assert.True(found >= 0.98 * reported.Count, $"{found} of {reported.Count} reported");

        static string Key(JsonElement place) => $"{place.Text("source")}:{place.Number("line")}-{place.Number("start")}";
    }

    [Fact]
    public void Pairs_has_at_least_575_of_the_581_true_pairs_of_lines()
    {
        List<(string Source, int Line, string Letters)> lines = [.. seeds.All.SelectMany(seed => seed.Lines
            .Select((line, i) => (seed.Name, Line: i + 1, Text: line.Trim().TrimStart('>').Trim()))
            .Where(line => line.Text.Length >= ShortestParagraph)
            .Select(line => (line.Name, line.Line, SlowReuse.PlainLetters(line.Text))))];
        HashSet<(int, int)> truth = SlowReuse.TruePairs(lines.ConvertAll(line => line.Letters));
        ILookup<string, JsonElement> reported = seeds.Pairs.ToLookup(pair => pair.GetProperty("a").Text("source") + pair.GetProperty("b").Text("source"));

        int found = truth.Count(pair => reported[lines[pair.Item1].Source + lines[pair.Item2].Source]
            .Any(shown => Holds(shown.GetProperty("a"), lines[pair.Item1].Line) && Holds(shown.GetProperty("b"), lines[pair.Item2].Line)));

        Assert.Equal(581, truth.Count);
        Assert.InRange(found, 575, 581);

        static bool Holds(JsonElement place, int line) => line >= place.Number("line") && line <= place.Number("lineEnd");
    }

    [Theory]
    [InlineData("工人先锋号", "工人先锋号")]
    [InlineData("送温暖 困难职工", "送温暖|困难职工")]
    [InlineData("职代会 --function plan", "职代会")]
    public void Search_gives_passages_with_the_words_one_a_family(string line, string words)
    {
        IReadOnlyList<JsonElement> hits = CommandLine.On(seeds.Data, ["search", .. Arguments(line), "--json"]).Ends(0).Objects;

        Assert.NotEmpty(hits);
        Assert.All(hits.Where(hit => hit.GetProperty("through").GetArrayLength() == 0), hit => Assert.Matches(words, hit.Text("text")));
        Assert.All(words.Split('|'), word => Assert.Contains(word, hits[0].Text("text"), StringComparison.Ordinal));
        string[] families = [.. hits.Select(hit => hit.GetProperty("family").GetString()).OfType<string>()];
        Assert.Equal(families.Distinct(), families);
        if (line.Contains("plan", StringComparison.Ordinal))
        {
            Assert.All(hits, hit => Assert.Contains("plan", (string?[])[hit.Text("function"), hit.GetProperty("secondary").GetString()]));
        }
    }

    [Fact]
    public void Exemplars_of_democratic_management_are_practice_about_it_one_a_family()
    {
        IReadOnlyList<JsonElement> found = CommandLine.On(seeds.Data, "exemplars", "--function", "practice", "--topic", "民主管理", "--json").Ends(0).Objects;

        Assert.NotEmpty(found);
        Assert.All(found, exemplar => Assert.Contains("practice", (string?[])[exemplar.Text("function"), exemplar.GetProperty("secondary").GetString()]));
        Assert.Matches("民主|厂务公开|职代会|职工代表", found[0].Text("text"));
        string[] families = [.. found.Select(exemplar => exemplar.GetProperty("family").GetString()).OfType<string>()];
        Assert.Equal(families.Distinct(), families);
    }

    private static string[] Arguments(string line) => line.Contains(" --", StringComparison.Ordinal) ? line.Split(' ') : [line];

    private static string[] Lines(string output) => output.TrimEnd('\n').Split('\n');

    private static string WithoutBlanks(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c is not ('\u200B' or '\uFEFF')));

    /// <summary>One compilation and what <c>parse</c> gives for it.</summary>
    internal sealed record Seed(string Path, string Name, string Text, string[] Lines, IReadOnlyList<JsonElement> Units);

    /// <summary>An archive of the compilations, made at first use.</summary>
    public sealed class SeedArchive : IDisposable
    {
        private readonly ScratchFolder folder = new();
        private readonly Lazy<string> data;
        private readonly Lazy<IReadOnlyList<Seed>> all;
        private readonly Lazy<IReadOnlyList<JsonElement>> pairs;

        public SeedArchive()
        {
            data = new(Ingest);
            all = new(() => [.. Directory.GetFiles(Repository.Shared("seeds"), "*.txt").Order(StringComparer.Ordinal).Select(Read)]);
            pairs = new(() => CommandLine.On(Data, "pairs", "--json").Ends(0).Objects);
        }

        public string Data => data.Value;

        internal IReadOnlyList<Seed> All => all.Value;

        internal IReadOnlyList<JsonElement> Pairs => pairs.Value;

        /// <inheritdoc/>
        public void Dispose() => folder.Dispose();

        private static Seed Read(string path) => new(
            path, Path.GetFileName(path), File.ReadAllText(path), File.ReadAllLines(path), CommandLine.Run("parse", path, "--json").Ends(0).Objects);

        private string Ingest()
        {
            CommandLine.On(folder.At("data"), "ingest", Repository.Shared("seeds")).Ends(0);
            return folder.At("data");
        }
    }
}
