using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using JingJian.Analysis.Reuse;
using JingJian.Archive.Stages;
using JingJian.Archive.Store;
using JingJian.Archive.Views;
using JingJian.Search.Indexing;
using JingJian.Text;

namespace JingJian.Archive;

/// <summary>A report of a book.</summary>
/// <param name="Report">Its key.</param>
/// <param name="Sign">Of all that its findings depend on.</param>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct SignedReport(long Report, ulong Sign);

/// <summary>What a list of findings asks of one of them, and where its text stands.</summary>
/// <param name="Report">Key of its report.</param>
/// <param name="Hash">By this and its report it is known.</param>
/// <param name="Kind">Its place in <see cref="Kinds"/>.</param>
/// <param name="Length">Bytes of its text.</param>
/// <param name="At">Where the text begins.</param>
/// <param name="Checksum">Of the text.</param>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct FindingLine(long Report, ulong Hash, int Kind, int Length, long At, ulong Checksum)
{
    /// <summary>The kinds of findings by name.</summary>
    public static string[] Kinds { get; } = [.. Enum.GetValues<FindingKind>().Select(Names.Of)];
}

/// <summary>The findings of all reports, worked out beforehand, as files of a folder: a list of them is looked up, not worked out.</summary>
/// <remarks>
/// <para>A line of forty bytes for each finding says what a list asks for; what is shown stands in another file, and is read for those that
/// are shown.</para>
/// <para><b>Guarantee.</b> Derived, written beside and put in place by rename; what is damaged is noticed by checksums.</para>
/// <para><b>Cost.</b> The lines are mapped: they are no memory of the process.</para>
/// <para><b>Threads.</b> Shared freely.</para>
/// </remarks>
internal sealed class FindingBook
{
    private const string Kind = "疑点清单";

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private const string ReportsName = "reports", LinesName = "lines", TextsName = "texts", ChecksumsName = "checksums";

    private readonly ReadOnlyMemory<SignedReport> reports;
    private readonly ReadOnlyMemory<FindingLine> lines;
    private readonly string texts;

    /// <summary>Opens a book.</summary>
    /// <exception cref="IOException">It is not there, or not all of it.</exception>
    /// <exception cref="CorruptArtifactException">It is damaged.</exception>
    public FindingBook(string folder)
    {
        reports = MappedValues<SignedReport>.Open(Path.Combine(folder, ReportsName), 0);
        lines = MappedValues<FindingLine>.Open(Path.Combine(folder, LinesName), 0);
        texts = Path.Combine(folder, TextsName);
        bool hasTexts = new FileInfo(texts).Length == (lines.IsEmpty ? 0 : lines.Span[^1].At + lines.Span[^1].Length);
        if (!hasTexts || !File.ReadAllBytes(Path.Combine(folder, ChecksumsName)).AsSpan().SequenceEqual(Checksums(reports.Span, lines.Span)))
        {
            throw new CorruptArtifactException(folder, Kind, "校验和不符的文件");
        }
    }

    /// <summary>All reports, in ascending order of their keys.</summary>
    public ReadOnlySpan<SignedReport> Reports => reports.Span;

    /// <summary>The findings, report by report.</summary>
    public ReadOnlySpan<FindingLine> Lines => lines.Span;

    /// <summary>The place of a report, by its key; negative when the book has not got it.</summary>
    public int PlaceOf(long report)
    {
        int place = FirstBehind(Reports, report, one => one.Report) - 1;
        return place >= 0 && Reports[place].Report == report ? place : -1;
    }

    /// <summary>The place of the first line behind those of a report and all before it.</summary>
    public int LineBehind(long report) => FirstBehind(Lines, report, line => line.Report);

    /// <summary>The lines of a report when all that its findings depend on was the same; null when it was not.</summary>
    public FindingLine[]? Unchanged(SignedReport report) =>
        PlaceOf(report.Report) is >= 0 and var place && Reports[place] == report ? Lines[LineBehind(report.Report - 1)..LineBehind(report.Report)].ToArray() : null;

    /// <summary>What is shown of findings.</summary>
    /// <exception cref="IOException">The book was removed.</exception>
    /// <exception cref="CorruptArtifactException">The book is damaged.</exception>
    public IReadOnlyList<FindingView> Read(IEnumerable<FindingLine> some)
    {
        using FileStream file = new(texts, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        return [.. some.Select(line =>
        {
            byte[] text = new byte[line.Length];
            return RandomAccess.Read(file.SafeFileHandle, text, line.At) == text.Length && Checksum.Of(text) == line.Checksum
                ? JsonSerializer.Deserialize<FindingView>(text, Json)!
                : throw new CorruptArtifactException(texts, Kind, "校验和不符的文件");
        })];
    }

    private static int FirstBehind<T>(ReadOnlySpan<T> sorted, long report, Func<T, long> reportOf)
    {
        int from = 0, to = sorted.Length;
        while (from < to)
        {
            int middle = from + ((to - from) / 2);
            (from, to) = reportOf(sorted[middle]) <= report ? (middle + 1, to) : (from, middle);
        }

        return from;
    }

    private static byte[] Checksums(ReadOnlySpan<SignedReport> reports, ReadOnlySpan<FindingLine> lines) =>
        MemoryMarshal.AsBytes<ulong>((ulong[])[Checksum.Of(MemoryMarshal.AsBytes(reports)), Checksum.Of(MemoryMarshal.AsBytes(lines))]).ToArray();

    /// <summary>Writes a book, report by report in ascending order of their keys.</summary>
    internal sealed class Writer : IDisposable
    {
        private readonly string folder;
        private readonly FileStream reports;
        private readonly FileStream lines;
        private readonly FileStream texts;

        /// <summary>Begins it in a folder, which is made.</summary>
        public Writer(string folder)
        {
            this.folder = folder;
            Directory.CreateDirectory(folder);
            reports = New(ReportsName);
            lines = New(LinesName);
            texts = New(TextsName);

            FileStream New(string name) => new(Path.Combine(folder, name), FileMode.Create, FileAccess.Write, FileShare.Read);
        }

        /// <summary>Adds the next report.</summary>
        /// <param name="report">It.</param>
        /// <param name="findings">What is shown of its findings.</param>
        public void Add(SignedReport report, IEnumerable<FindingView> findings)
        {
            reports.Write(MemoryMarshal.AsBytes(new ReadOnlySpan<SignedReport>(in report)));
            foreach (FindingView view in findings)
            {
                byte[] text = JsonSerializer.SerializeToUtf8Bytes(view, Json);
                var line = new FindingLine(report.Report, ReportFindings.HashOf(view), Array.IndexOf(FindingLine.Kinds, view.Kind), text.Length, texts.Position, Checksum.Of(text));
                lines.Write(MemoryMarshal.AsBytes(new ReadOnlySpan<FindingLine>(in line)));
                texts.Write(text);
            }
        }

        /// <summary>Waits until the disk has all of it.</summary>
        public void Finish()
        {
            foreach (FileStream file in (FileStream[])[reports, lines, texts])
            {
                file.Flush(flushToDisk: true);
            }

            byte[] checksums = Checksums(MappedValues<SignedReport>.Open(reports.Name, 0).Span, MappedValues<FindingLine>.Open(lines.Name, 0).Span);
            WholeFile.Write(Path.Combine(folder, ChecksumsName), output => output.Write(checksums));
        }

        /// <inheritdoc/>
        public void Dispose()
        {
            reports.Dispose();
            lines.Dispose();
            texts.Dispose();
        }
    }
}
