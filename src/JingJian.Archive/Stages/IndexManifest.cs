using System.Globalization;
using System.Text;
using JingJian.Search.Indexing;
using JingJian.Text;

namespace JingJian.Archive.Stages;

/// <summary>A segment of the index and the sources whose paragraphs it holds.</summary>
/// <param name="File">Its file, without the folder.</param>
/// <param name="Sources">Key and state of each source.</param>
internal sealed record IndexedSegment(string File, IReadOnlyList<(int Key, string State)> Sources);

/// <summary>Which files together are an index.</summary>
/// <remarks>
/// <code>
/// jingjian-index
/// columns FILE
/// segment FILE key:state key:state …
/// checksum of everything above
/// </code>
/// <para>Written beside and put in place by rename: an index is the one of its manifest, whole, or it is not there.</para>
/// </remarks>
/// <param name="Columns">The file of the columns, without the folder.</param>
/// <param name="Segments">The segments, in the order of the columns.</param>
internal sealed record IndexManifest(string Columns, IReadOnlyList<IndexedSegment> Segments)
{
    private const string Title = "jingjian-index";

    /// <summary>The files that it names.</summary>
    public IEnumerable<string> Files => Segments.Select(segment => segment.File).Append(Columns);

    /// <summary>Reads a manifest.</summary>
    /// <exception cref="CorruptArtifactException">It is not as it was written.</exception>
    public static IndexManifest Read(string path)
    {
        string text = File.ReadAllText(path, Encoding.UTF8);
        int end = text.TrimEnd('\n').LastIndexOf('\n') + 1;
        if (text[end..] != ChecksumLine(text[..end]))
        {
            throw new CorruptArtifactException(path, "索引清单的校验和", "校验和不符");
        }

        string[][] lines = [.. text[..end].Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' '))];
        return lines is [[Title], ["columns", var columns], .. var segments]
            ? new IndexManifest(columns, [.. segments.Select(Segment)])
            : throw new CorruptArtifactException(path, "索引清单", "别的文件");
    }

    /// <summary>Puts the manifest in place.</summary>
    public void Write(string path)
    {
        var text = new StringBuilder($"{Title}\ncolumns {Columns}\n");
        foreach (IndexedSegment segment in Segments)
        {
            text.Append("segment ").Append(segment.File);
            foreach ((int key, string state) in segment.Sources)
            {
                text.Append(CultureInfo.InvariantCulture, $" {key}:{state}");
            }

            text.Append('\n');
        }

        string content = text.ToString();
        WholeFile.Write(path, output => output.Write(Encoding.UTF8.GetBytes(content + ChecksumLine(content))));
    }

    private static IndexedSegment Segment(string[] line) => new(line[1], [.. line[2..].Select(source =>
    {
        string[] parts = source.Split(':');
        return (int.Parse(parts[0], CultureInfo.InvariantCulture), parts[1]);
    })]);

    private static string ChecksumLine(string content) =>
        string.Create(CultureInfo.InvariantCulture, $"checksum {Checksum.Of(Encoding.UTF8.GetBytes(content)):x16}\n");
}
