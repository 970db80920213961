using JingJian.Analysis.Reuse;

namespace JingJian.Archive.Stages;

/// <summary>What the comparison of an archive may use of this machine.</summary>
public static class ReuseMachine
{
    /// <summary>So many paragraphs, or their keys, take a gigabyte: more wait in files.</summary>
    public const int ParagraphsInMemory = 2_000_000;

    /// <summary>So many paragraphs leave half a gigabyte of keys behind, which are worth a collection.</summary>
    private const int ManyParagraphs = 500_000;

    /// <summary>Some threads, and memory or files in a folder that is made when needed.</summary>
    /// <param name="paragraphs">How many paragraphs are compared.</param>
    /// <param name="threads">How many threads; 1 or more.</param>
    /// <param name="scratchFolder">For files.</param>
    public static ReuseResources For(int paragraphs, int threads, string scratchFolder) => For(paragraphs, new ThreadWorkers(threads), scratchFolder);

    /// <summary>The same with threads of one's own.</summary>
    internal static ReuseResources For(int paragraphs, ThreadWorkers workers, string scratchFolder)
    {
        ReuseResources resources = paragraphs <= ParagraphsInMemory
            ? ReuseResources.InMemory(workers)
            : new ReuseResources(workers, () => new FilePartitions(scratchFolder));
        return paragraphs < ManyParagraphs ? resources : resources with { Release = () => Release(resources) };
    }

    /// <summary>The collector does not know that nothing else will need what the keys took, and would let the evidence grow beside it.</summary>
    private static void Release(ReuseResources resources)
    {
        resources.Release();
        GC.Collect();
    }
}
