using JingJian.Archive;

namespace JingJian.Tools.Evaluation;

/// <summary>An archive of some folder's files in a temporary place, so that what is measured is what a person gets.</summary>
public sealed class MeasuredArchive : IDisposable
{
    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("jingjian-measured-");

    /// <summary>Takes in the text files of a folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="models">The models.</param>
    public MeasuredArchive(string folder, string models)
    {
        Archive = ReportArchive.Open(new ArchiveOptions { DataFolder = data.FullName, ModelsFolder = models }, TimeProvider.System);
        Archive.Ingest(Directory.EnumerateFiles(folder, "*.txt").Order(StringComparer.Ordinal), progress: null, CancellationToken.None);
    }

    /// <summary>The archive.</summary>
    public ReportArchive Archive { get; }

    /// <inheritdoc/>
    public void Dispose() => data.Delete(recursive: true);
}
