using JingJian.Ingest;
using JingJian.Text;

namespace JingJian.Archive.Stages;

/// <summary>Reads and analyses sources by several threads and gives them in their order.</summary>
/// <param name="limits">What a file may ask.</param>
/// <param name="analyse">The stages that need one source only; first called with the first source that is new.</param>
/// <param name="knownHashes">The content that is in the archive already.</param>
/// <param name="beforeWaiting">Called before the caller waits for a source that is not ready.</param>
/// <param name="force">The threads.</param>
internal sealed class SourcePreparation(
    IngestLimits limits, Func<SourceText, AnalysedSource> analyse, IReadOnlySet<string> knownHashes, Action beforeWaiting, Workforce force)
{
    /// <summary>Bytes of sources that may wait to be stored; an analysed source takes about ten times as much.</summary>
    private const long MostWaitingBytes = 16L << 20;

    /// <summary>Prepares files, each with what is packed in it.</summary>
    public IEnumerable<PreparedSource> Prepare(IEnumerable<SourceFile> files, CancellationToken cancellationToken) => OrderedWork.Select(
        files,
        file => new FileInfo(file.Path) is { Exists: true } info ? info.Length : 0,
        MostWaitingBytes,
        file => PrepareFile(SourceReader.Receive(file, limits), cancellationToken),
        beforeWaiting,
        force,
        cancellationToken).SelectMany(file => file);

    /// <summary>Prepares what was received; it is expanded and read as it is asked for, one after another, and analysed by all threads.</summary>
    public IEnumerable<PreparedSource> Prepare(IEnumerable<ReceivedSource> sources, CancellationToken cancellationToken) => OrderedWork.Select(
        sources.Select(source => (source.Length, Finish: Begin(source))),
        begun => begun.Length,
        MostWaitingBytes,
        begun => begun.Finish(),
        beforeWaiting,
        force,
        cancellationToken);

    private IEnumerable<PreparedSource> PrepareFile(ReceivedFile file, CancellationToken cancellationToken) =>
        file.IsArchive ? Prepare(file.Sources, cancellationToken) : (PreparedSource[])[.. file.Sources.Select(source => Begin(source)())];

    /// <summary>Reads a source, unless it is known; what is left to do needs nothing but itself.</summary>
    private Func<PreparedSource> Begin(ReceivedSource source) =>
        source.HashContent() is { } hash && knownHashes.Contains(hash) ? () => new PreparedSource.Known(source.Name, hash)
        : source.Read().TryGet(out SourceText? text, out Fault? fault) ? () => new PreparedSource.Ready(analyse(text))
        : () => new PreparedSource.Refused(source.Name, fault);
}
