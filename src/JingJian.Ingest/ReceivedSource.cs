using System.Security.Cryptography;
using JingJian.Ingest.Formats;
using JingJian.Text;

namespace JingJian.Ingest;

/// <summary>One source as it was received, a file or an entry of an archive: its bytes are here, its text is made when it is asked for.</summary>
/// <remarks>The files in an archive share what it may use, so what one gets depends on those before it: they are read one after
/// another, in their order.</remarks>
public sealed class ReceivedSource
{
    private readonly Result<Memory<byte>> bytes;
    private readonly Allowance? allowance;

    internal ReceivedSource(string name, Fault fault) => (Name, bytes) = (name, fault);

    internal ReceivedSource(string name, Memory<byte> bytes, Allowance allowance) => (Name, this.bytes, this.allowance) = (name, bytes, allowance);

    /// <summary>Its name; in an archive <c>archive.zip/entry</c>.</summary>
    public string Name { get; }

    /// <summary>How many bytes it has.</summary>
    public int Length => bytes.TryGet(out Memory<byte> received, out _) ? received.Length : 0;

    /// <summary>The identity of its content, computed at each call: SHA-256, 64 lower-case hexadecimal digits. Null when it could
    /// not be received.</summary>
    public string? HashContent() =>
        bytes.TryGet(out Memory<byte> received, out _) ? Convert.ToHexStringLower(SHA256.HashData(received.Span)) : null;

    /// <summary>Its text, or why there is none.</summary>
    public Result<SourceText> Read() => bytes.TryGet(out Memory<byte> received, out Fault? fault) ? SourceReader.Read(Name, received, allowance!) : fault;
}

/// <summary>A file as it was received.</summary>
/// <param name="IsArchive">Whether it is an archive of files; each is then expanded as the list is walked, once.</param>
/// <param name="Sources">The source that it is, or those in it.</param>
public sealed record ReceivedFile(bool IsArchive, IEnumerable<ReceivedSource> Sources);
