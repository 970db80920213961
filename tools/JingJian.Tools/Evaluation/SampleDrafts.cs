using System.Globalization;
using System.Text;
using JingJian.Archive;
using JingJian.Archive.Views;
using JingJian.Ingest;
using JingJian.Text;

namespace JingJian.Tools.Evaluation;

/// <summary>The later reports of the sample archive as drafts against the earlier ones, held against the key.</summary>
/// <param name="Borrowed">Paragraphs that the key calls copies of an earlier report's.</param>
/// <param name="Found">How many of them have a passage with a source.</param>
/// <param name="KindRight">How many of these are called own where the unit is the same, and another's where it is not.</param>
/// <param name="Passages">Passages with a source.</param>
/// <param name="TruePassages">How many of them stand in paragraphs that the key links to an earlier report, directly or through others.</param>
/// <param name="Differences">Wrong and missed ones, for reading.</param>
internal sealed record SampleDrafts(int Borrowed, int Found, int KindRight, int Passages, int TruePassages, IReadOnlyList<string> Differences)
{
    /// <summary>The last year of the archive; later reports are the drafts.</summary>
    private const int LastYear = 2021;

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"samples: {Borrowed} borrowed paragraphs, {Found} found ({DraftScore.Share(Found, Borrowed):F3}), kind right {DraftScore.Share(KindRight, Found):F3}; "
        + $"span precision {DraftScore.Share(TruePassages, Passages):F3} ({TruePassages} of {Passages})");

    /// <summary>Checks the later reports.</summary>
    public static SampleDrafts Of(string folder, string models)
    {
        Report[] reports = [.. File.ReadLines(Path.Combine(folder, "KEY-reports.tsv")).Skip(1).Select(line => Report.Read(line.Split('\t'), folder))];
        Dictionary<SampleLine, Report> reportOf = reports.SelectMany(report => Enumerable.Range(report.Line, report.LineEnd - report.Line + 1).Select(line => (new SampleLine(report.File, line), report)))
            .ToDictionary(pair => pair.Item1, pair => pair.report);
        ILookup<SampleLine, SampleLine> sources = PlannedCopy.Read(folder).SelectMany(copy => copy.Sources.Select(source => (copy.Copy, source))).ToLookup(pair => pair.Copy, pair => pair.source);
        ILookup<SampleLine, SampleLine> links = PlannedCopy.Read(folder).SelectMany(copy => copy.Sources.SelectMany(source => new[] { (copy.Copy, source), (source, copy.Copy) })).ToLookup(pair => pair.Item1, pair => pair.Item2);
        DirectoryInfo data = Directory.CreateTempSubdirectory("jingjian-measured-");
        try
        {
            ReportArchive archive = ReportArchive.Open(new ArchiveOptions { DataFolder = data.FullName, ModelsFolder = models }, TimeProvider.System);
            archive.Ingest([.. reports.Where(report => report.Year <= LastYear).Select(report => (report.Id + ".txt", (Stream)new MemoryStream(Encoding.UTF8.GetBytes(report.Text))))], CancellationToken.None);
            int borrowed = 0, found = 0, right = 0, passages = 0, truePassages = 0;
            List<string> differences = [];
            foreach (Report draft in reports.Where(report => report.Year > LastYear))
            {
                foreach (DraftParagraphView paragraph in archive.Drafts.Check(new DraftWish(draft.Id, draft.Text) { Organisation = draft.Unit, Year = draft.Year, Full = false }).Paragraphs)
                {
                    var at = new SampleLine(draft.File, draft.Line + paragraph.Line - 1);
                    Report[] earlier = [.. sources[at].Select(source => reportOf[source]).Where(report => report.Year <= LastYear)];
                    DraftPassageView[] sourced = [.. paragraph.Passages.Where(passage => passage.Source is not null)];
                    passages += sourced.Length;
                    truePassages += Linked(at, links).Any(line => reportOf[line].Year <= LastYear) ? sourced.Length : 0;
                    if (earlier.Length == 0)
                    {
                        continue;
                    }

                    borrowed++;
                    found += sourced.Length > 0 ? 1 : 0;
                    bool kindRight = sourced.Length > 0 && earlier.Any(report => (report.Unit == draft.Unit) == sourced.Any(passage => passage.Kind == "own"));
                    right += kindRight ? 1 : 0;
                    if (!kindRight)
                    {
                        differences.Add($"{draft.Id} {paragraph.Text}\n    {string.Join(' ', earlier.Select(report => report.Id))}: {string.Join(' ', sourced.Select(passage => passage.Class))}");
                    }
                }
            }

            return new SampleDrafts(borrowed, found, right, passages, truePassages, differences);
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    /// <summary>All lines that copies link to one, itself among them.</summary>
    private static HashSet<SampleLine> Linked(SampleLine from, ILookup<SampleLine, SampleLine> links)
    {
        HashSet<SampleLine> reached = [from];
        var open = new Queue<SampleLine>([from]);
        while (open.TryDequeue(out SampleLine line))
        {
            foreach (SampleLine next in links[line].Where(reached.Add))
            {
                open.Enqueue(next);
            }
        }

        return reached;
    }

    private sealed record Report(string Id, string File, int Line, int LineEnd, string Unit, int Year, string Text)
    {
        public static Report Read(string[] row, string folder)
        {
            int line = Number(row[2]), end = Number(row[3]);
            return new Report(row[0], row[1], line, end, row[4], Number(row[6]), string.Join('\n', Lines(Path.Combine(folder, row[1]), row[1])[(line - 1)..end]));
        }

        private static string[] Lines(string path, string name) => SourceReader.ReadFile(new SourceFile(path, name), IngestLimits.Default).TryGet(out SourceText? source, out Fault? fault)
            ? source.Decoded.Text.ReplaceLineEndings("\n").Split('\n')
            : throw new InvalidDataException($"{name}: {fault.Message}");

        private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
    }
}
