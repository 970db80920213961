using System.Security.Cryptography;
using JingJian.Text;

namespace JingJian.Ingest;

/// <summary>Reads one legacy file: bytes to <see cref="SourceText"/>.</summary>
public static class SourceReader
{
    /// <summary>Reads a file from disk; whatever keeps it from being read becomes a fault.</summary>
    public static Result<SourceText> ReadFile(SourceFile file, IngestLimits limits)
    {
        try
        {
            using FileStream stream = new(file.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return ReadStream(file.Name, stream, limits);
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

    /// <summary>Reads an upload or an open file, never more of it than the limit.</summary>
    public static Result<SourceText> ReadStream(string name, Stream stream, IngestLimits limits)
    {
        if (stream.CanSeek && stream.Length > limits.MaxFileBytes)
        {
            return TooLarge(stream.Length, limits);
        }

        using var buffer = new MemoryStream();
        byte[] chunk = new byte[81920];
        for (int read; (read = stream.Read(chunk)) > 0;)
        {
            buffer.Write(chunk, 0, read);
            if (buffer.Length > limits.MaxFileBytes)
            {
                return TooLarge(null, limits);
            }
        }

        return Read(name, buffer.GetBuffer().AsMemory(0, (int)buffer.Length));
    }

    /// <summary>Reads bytes already in memory.</summary>
    public static Result<SourceText> Read(string name, ReadOnlyMemory<byte> bytes) =>
        TextDecoder.Decode(bytes.Span).TryGet(out DecodedText? decoded, out Fault? fault)
            ? new SourceText(name, Convert.ToHexStringLower(SHA256.HashData(bytes.Span)), bytes, decoded)
            : fault;

    private static Fault TooLarge(long? bytes, IngestLimits limits)
    {
        string size = bytes is null ? "" : $"（{bytes / 1048576.0:F1} MB）";
        return new Fault("ingest.too-large", $"文件太大{size}，单个文件的上限是 {limits.MaxFileBytes / 1048576} MB；请拆分后再入库。");
    }
}
