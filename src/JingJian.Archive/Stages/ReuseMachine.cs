using JingJian.Analysis.Reuse;

namespace JingJian.Archive.Stages;

/// <summary>What the comparison of an archive may use of this machine.</summary>
internal static class ReuseMachine
{
    /// <summary>So many paragraphs, or their keys, take a gigabyte: more wait in files.</summary>
    public const int ParagraphsInMemory = 2_000_000;

    /// <summary>All processors; memory, or files in a folder that is made when needed.</summary>
    public static ReuseResources For(int paragraphs, string scratchFolder)
    {
        var workers = new ThreadWorkers(Environment.ProcessorCount);
        return paragraphs <= ParagraphsInMemory
            ? ReuseResources.InMemory(workers)
            : new ReuseResources(workers, () => new FilePartitions(scratchFolder));
    }
}
