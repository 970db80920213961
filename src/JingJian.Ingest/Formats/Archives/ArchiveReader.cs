using System.IO.Compression;
using JingJian.Text;

namespace JingJian.Ingest.Formats.Archives;

/// <summary>The files packed in a .zip, each a source of its own, named <c>archive.zip/entry</c>.</summary>
/// <remarks>An archive inside an archive is opened, one inside that is refused. Hidden files are passed over as they are in
/// folders. A name is only ever shown, never used as a path.</remarks>
internal static class ArchiveReader
{
    /// <summary>Reads the entries in their order, each when it is asked for.</summary>
    public static IEnumerable<ReceivedSource> Read(string name, ReadOnlyMemory<byte> bytes, Allowance allowance, bool inside = false)
    {
        if (!PackedFile.Open(bytes, allowance).TryGet(out PackedFile? packed, out Fault? fault))
        {
            yield return new ReceivedSource(name, fault);
            yield break;
        }

        using (packed)
        {
            if (!allowance.TryEnter(packed.Entries.Count))
            {
                yield return new ReceivedSource(name, PackedFile.TooManyEntries(allowance));
                yield break;
            }

            ZipArchiveEntry[] files = [.. packed.Entries.Where(IsFile)];
            if (files.Length == 0)
            {
                yield return new ReceivedSource(name, new Fault("ingest.empty-archive", "压缩包里没有可以入库的文件。"));
            }

            foreach (ReceivedSource source in files.SelectMany(entry => ReadEntry(NameOf(name, entry), packed.Read(entry), allowance, inside)))
            {
                yield return source;
            }
        }
    }

    private static IEnumerable<ReceivedSource> ReadEntry(string name, Result<byte[]> expanded, Allowance allowance, bool inside)
    {
        if (!expanded.TryGet(out byte[]? bytes, out Fault? fault))
        {
            return [new ReceivedSource(name, fault)];
        }

        if (!FormatReader.IsArchive(bytes, allowance))
        {
            return [new ReceivedSource(name, bytes, allowance)];
        }

        return inside
            ? [new ReceivedSource(name, new Fault("ingest.archive-depth", "压缩包套了两层以上；请先解压里层的压缩包再入库。"))]
            : Read(name, bytes, allowance, inside: true);
    }

    private static bool IsFile(ZipArchiveEntry entry)
    {
        string[] parts = entry.FullName.Split('/', '\\');
        return parts[^1].Length > 0 && !parts.Any(part => part is "__MACOSX" || (part.StartsWith('.') && part is not ("." or "..")));
    }

    private static string NameOf(string archive, ZipArchiveEntry entry) => $"{archive}/{FileNames.Clean(entry.FullName)}";
}
