using System.Security.Cryptography;
using JingJian.Ingest.Formats;
using JingJian.Ingest.Formats.Archives;
using JingJian.Ingest.Formats.Converters;
using JingJian.Text;

namespace JingJian.Ingest;

/// <summary>Reads legacy files: bytes to <see cref="SourceText"/>.</summary>
/// <remarks>What needs the text of stored bytes again reads them here too: the text of a converted file is what its reader gives.</remarks>
public static class SourceReader
{
    /// <summary>How the names of the temporary folders begin in which converters run.</summary>
    public const string ConverterFolderPrefix = "jingjian-convert-";

    /// <summary>Reads a file from disk that is one source; whatever keeps it from being read becomes a fault.</summary>
    public static Result<SourceText> ReadFile(SourceFile file, IngestLimits limits) =>
        OpenFile(file, stream => Load(stream, limits)).TryGet(out Memory<byte> bytes, out Fault? fault) ? Read(file.Name, bytes, limits) : fault;

    /// <summary>Reads bytes already in memory that are one source.</summary>
    public static Result<SourceText> Read(string name, ReadOnlyMemory<byte> bytes, IngestLimits? limits = null) =>
        Read(name, bytes, new Allowance(limits ?? IngestLimits.Default, bytes.Length));

    /// <summary>Receives a file from disk: the source that it is or, of an archive, the sources in it.</summary>
    public static ReceivedFile Receive(SourceFile file, IngestLimits limits) => Receive(file.Name, OpenFile(file, stream => Load(stream, limits)), limits);

    /// <summary>Receives an upload: the source that it is or, of an archive, the sources in it.</summary>
    public static ReceivedFile Receive(string name, Stream stream, IngestLimits limits) => Receive(name, Load(stream, limits), limits);

    /// <summary>The programs that convert files: those that are installed, with their versions, and those that are not, with what they are for.</summary>
    public static (IReadOnlyList<string> Found, IReadOnlyList<string> Missing) Converters(IngestLimits limits)
    {
        (Converter? Found, string Missing)[] all =
        [
            (OfficeConverter.Find(limits), "LibreOffice（soffice，读取 .doc、.wps）"),
            (PdfConverter.Find(limits), "pdftotext（poppler-utils，读取 .pdf）"),
        ];
        return ([.. all.Where(one => one.Found is not null).Select(one => one.Found!.Name)], [.. all.Where(one => one.Found is null).Select(one => one.Missing)]);
    }

    /// <summary>Reads one source that may use what is left of an allowance.</summary>
    internal static Result<SourceText> Read(string name, ReadOnlyMemory<byte> bytes, Allowance allowance) =>
        FormatReader.Read(bytes, allowance).TryGet(out DecodedText? decoded, out Fault? fault)
            ? new SourceText(name, Convert.ToHexStringLower(SHA256.HashData(bytes.Span)), bytes, decoded)
            : fault;

    private static ReceivedFile Receive(string name, Result<Memory<byte>> loaded, IngestLimits limits)
    {
        if (!loaded.TryGet(out Memory<byte> bytes, out Fault? fault))
        {
            return new ReceivedFile(false, [new ReceivedSource(name, fault)]);
        }

        var allowance = new Allowance(limits, bytes.Length);
        return FormatReader.IsArchive(bytes, allowance)
            ? new ReceivedFile(true, ArchiveReader.Read(name, bytes, allowance))
            : new ReceivedFile(false, [new ReceivedSource(name, bytes, allowance)]);
    }

    private static Result<T> OpenFile<T>(SourceFile file, Func<Stream, Result<T>> read)
        where T : notnull
    {
        try
        {
            using FileStream stream = new(file.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return read(stream);
        }
        catch (UnauthorizedAccessException)
        {
            return new Fault("ingest.permission", "没有读取这个文件的权限。");
        }
        catch (FileNotFoundException)
        {
            return new Fault("ingest.missing", "找不到这个文件。");
        }
        catch (IOException error)
        {
            return new FileInfo(file.Path).LinkTarget is not null
                ? new Fault("ingest.link", "这是一个链接，它指向自己或指向无法读取的地方。")
                : new Fault("ingest.io", $"读取文件时出错（系统提示：{error.Message}）。");
        }
    }

    private static Result<Memory<byte>> Load(Stream stream, IngestLimits limits)
    {
        if (stream.CanSeek && stream.Length > limits.MaxFileBytes)
        {
            return TooLarge(stream.Length, limits);
        }

        using var buffer = new MemoryStream(stream.CanSeek ? (int)stream.Length : 0);
        byte[] chunk = new byte[81920];
        for (int read; (read = stream.Read(chunk)) > 0;)
        {
            buffer.Write(chunk, 0, read);
            if (buffer.Length > limits.MaxFileBytes)
            {
                return TooLarge(null, limits);
            }
        }

        return buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
    }

    private static Fault TooLarge(long? bytes, IngestLimits limits)
    {
        string size = bytes is null ? "" : $"（{bytes / 1048576.0:F1} MB）";
        return new Fault("ingest.too-large", $"文件太大{size}，单个文件的上限是 {limits.MaxFileBytes / 1048576} MB；请拆分后再入库。");
    }
}
