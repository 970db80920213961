using JingJian.Analysis.Reuse;
using JingJian.Archive.Dense;
using JingJian.Archive.Stages;
using JingJian.Ingest;

namespace JingJian.Archive;

/// <summary>Where an archive lies and what its stages may do.</summary>
public sealed record ArchiveOptions
{
    /// <summary>The data folder; made when it is not there.</summary>
    public required string DataFolder { get; init; }

    /// <summary>The folder with the models. Default: <c>models</c> beside the program.</summary>
    public string ModelsFolder { get; init; } = Models.DefaultFolder;

    /// <summary>What a single file may ask.</summary>
    public IngestLimits Limits { get; init; } = IngestLimits.Default;

    /// <summary>What makes vectors of texts. Default null: what <c>embeddings.json</c> in the data folder names, or nothing.</summary>
    public ITextEmbedder? Embedder { get; init; }

    /// <summary>What counts as reuse.</summary>
    public ReuseOptions Reuse { get; init; } = new();

    /// <summary>How many threads read, analyse and compare what comes in; 1 or more. Default: one for each processor.</summary>
    public int IngestThreads { get; init; } = Environment.ProcessorCount;

    /// <summary>Whether taking in, comparing and indexing give way to whatever else the machine has to do. Default false.</summary>
    public bool GivesWay { get; init; }

    /// <summary>The threads for it.</summary>
    internal Workforce Force => new(IngestThreads, GivesWay);
}
