using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using JingJian.Analysis.Structure;
using JingJian.Archive;
using JingJian.Archive.Views;

namespace JingJian.Tools.Evaluation;

/// <summary>A paragraph as rankers and judges see it.</summary>
/// <param name="Id">Id of the paragraph.</param>
/// <param name="File">The file, as the judgements name it.</param>
/// <param name="Line">Its first line.</param>
/// <param name="Text">Its text.</param>
/// <param name="Headings">Title and headings above it.</param>
/// <param name="Key">Its family, or the letters of its text: copies have the same.</param>
/// <param name="UnitType">The sort of unit that reports; null when it is not known.</param>
public sealed record JudgedPassage(string Id, string File, int Line, string Text, string Headings, string Key, UnitType? UnitType);

/// <summary>The archive that the judgements of search are about: the seeds, the samples, and 199 open documents.</summary>
public sealed partial class JudgedArchive : IDisposable
{
    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("jingjian-judged-");
    private readonly string shared;

    /// <summary>Takes in the files.</summary>
    /// <param name="labels">The folder of the labels.</param>
    /// <param name="samples">The folder of the samples.</param>
    /// <param name="shared">The folder with <c>seeds</c> and <c>corpora/open</c>.</param>
    /// <param name="models">The models.</param>
    /// <param name="more">Another table of judgements, or empty.</param>
    /// <param name="fresh">The needs that nobody had seen who worked on the search, in place of those of its development.</param>
    public JudgedArchive(string labels, string samples, string shared, string models, string more, bool fresh = false)
    {
        this.shared = shared;
        Archive = ReportArchive.Open(new ArchiveOptions { DataFolder = data.FullName, ModelsFolder = models }, TimeProvider.System);
        List<(string Name, Stream Content)> files = [];
        files.AddRange(TextsIn(Path.Combine(shared, "seeds"), "seeds/"));
        files.AddRange(TextsIn(samples, "samples/"));
        files.AddRange(File.ReadLines(Path.Combine(labels, "needs-documents.txt")).Where(name => name.Length > 0)
            .Select(name => (name, (Stream)File.OpenRead(Path.Combine(shared, "corpora", "open", name)))));
        Archive.Ingest(files, CancellationToken.None);
        Passages = [.. Paragraphs()];
        string set = fresh ? "-fresh.tsv" : ".tsv";
        Needs = SearchNeed.Read(Path.Combine(labels, "needs" + set), LineOf);
        Grades = ReadGrades([Path.Combine(labels, "judgements" + set), .. more.Length > 0 ? new[] { more } : []]);
    }

    /// <summary>The archive.</summary>
    public ReportArchive Archive { get; }

    /// <summary>All paragraphs, in order.</summary>
    public ImmutableArray<JudgedPassage> Passages { get; }

    /// <summary>The needs.</summary>
    public IReadOnlyList<SearchNeed> Needs { get; }

    /// <summary>The grade, 0 to 3, of each judged text, by need: the mean of two readers, the best of its copies.</summary>
    public IReadOnlyDictionary<string, Dictionary<string, double>> Grades { get; }

    /// <summary>Judgements of lines that are no paragraph of the archive.</summary>
    public int Misplaced { get; private set; }

    /// <inheritdoc/>
    public void Dispose() => data.Delete(recursive: true);

    private static IEnumerable<(string Name, Stream Content)> TextsIn(string folder, string prefix) =>
        Directory.EnumerateFiles(folder, "*.txt").Order(StringComparer.Ordinal).Select(path => (prefix + Path.GetFileName(path), (Stream)File.OpenRead(path)));

    private string LineOf(string file, int line) => File.ReadLines(Path.Combine(shared, file)).ElementAt(line - 1).Trim();

    private IEnumerable<JudgedPassage> Paragraphs()
    {
        foreach (ReportView report in Archive.Catalogue.Reports(null))
        {
            UnitType? unit = Enum.TryParse(Archive.Catalogue.Facts(report.Id)?.UnitType?.Value, ignoreCase: true, out UnitType known) ? known : null;
            foreach (BlockView block in Archive.Catalogue.Blocks(report.Id).Where(block => block.Kind == "paragraph"))
            {
                string key = block.Family ?? NoLetter().Replace(block.Text, "");
                yield return new JudgedPassage(
                    block.Id, block.Source, block.Line, block.Text, string.Join('\n', block.Sections.Prepend(report.Title)), key.Length > 0 ? key : block.Id, unit);
            }
        }
    }

    private Dictionary<string, Dictionary<string, double>> ReadGrades(IEnumerable<string> paths)
    {
        Dictionary<(string, int), string> keys = [];
        foreach (JudgedPassage passage in Passages)
        {
            keys.TryAdd((passage.File, passage.Line), passage.Key);
        }

        Dictionary<string, Dictionary<string, double>> grades = new(StringComparer.Ordinal);
        foreach (string[] cells in paths.SelectMany(path => File.ReadLines(path, Encoding.UTF8).Skip(1)).Select(line => line.Split('\t')))
        {
            var number = System.Globalization.CultureInfo.InvariantCulture;
            if (keys.TryGetValue((cells[1], int.Parse(cells[2], number)), out string? key))
            {
                grades.TryAdd(cells[0], new Dictionary<string, double>(StringComparer.Ordinal));
                double grade = (int.Parse(cells[3], number) + int.Parse(cells[4], number)) / 2.0;
                grades[cells[0]][key] = Math.Max(grade, grades[cells[0]].GetValueOrDefault(key));
            }
            else
            {
                Misplaced++;
            }
        }

        return grades;
    }

    [GeneratedRegex(@"[\W\d_]+")]
    private static partial Regex NoLetter();
}
