using System.IO.Compression;
using System.Text;
using JingJian.Ingest;
using JingJian.Text;

namespace JingJian.Tests.Ingest.Formats;

/// <summary>Reads made-up files in memory.</summary>
internal static class Reading
{
    /// <summary>GB18030, as old Chinese Windows writes it.</summary>
    public static Encoding Gb18030 { get; } = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    /// <summary>The text of a file that must be accepted.</summary>
    public static DecodedText Accepted(byte[] bytes, IngestLimits? limits = null) =>
        Read(bytes, limits).TryGet(out SourceText? source, out Fault? fault) ? source.Decoded : throw new InvalidOperationException(fault.Message);

    /// <summary>Why a file is refused that must be; always one Chinese sentence.</summary>
    public static Fault Refused(byte[] bytes, IngestLimits? limits = null)
    {
        Assert.False(Read(bytes, limits).TryGet(out SourceText? source, out Fault? fault), source?.Decoded.Text);
        Assert.EndsWith("。", fault!.Message, StringComparison.Ordinal);
        return fault;
    }

    /// <summary>What comes out of a file.</summary>
    public static Result<SourceText> Read(byte[] bytes, IngestLimits? limits = null) =>
        SourceReader.Read("来件", bytes, limits ?? IngestLimits.Default);

    /// <summary>What comes out of an archive: <c>name: text</c>, or <c>name: code</c>.</summary>
    public static string[] ReadAll(byte[] bytes, IngestLimits? limits = null) =>
        [.. SourceReader.Receive("包.zip", new MemoryStream(bytes), limits ?? IngestLimits.Default).Sources
            .Select(one => $"{one.Name}: {(one.Read().TryGet(out SourceText? source, out Fault? fault) ? source.Decoded.Text : fault.Code)}")];

    /// <summary>A .zip of these entries.</summary>
    public static byte[] Zip(params (string Name, byte[] Content)[] entries) => Zip(Encoding.UTF8, entries);

    /// <summary>A .zip whose names are written in that encoding.</summary>
    public static byte[] Zip(Encoding names, params (string Name, byte[] Content)[] entries) => Zip(names, CompressionLevel.Optimal, entries);

    /// <summary>A .zip whose names are written in that encoding, and its entries packed so much.</summary>
    public static byte[] Zip(Encoding names, CompressionLevel level, params (string Name, byte[] Content)[] entries)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true, names))
        {
            foreach ((string name, byte[] content) in entries)
            {
                using Stream entry = archive.CreateEntry(name, level).Open();
                entry.Write(content);
            }
        }

        return stream.ToArray();
    }

    /// <summary>The bytes of a text.</summary>
    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
