using JingJian.Archive.Store;
using JingJian.Archive.Views;
using JingJian.Search.Indexing;
using JingJian.Text;

namespace JingJian.Archive;

/// <summary>Search and exemplars over the archive's index.</summary>
public sealed class SearchDesk
{
    private readonly Database database;
    private readonly Func<IndexReader> openIndex;
    private readonly WordCutter cutter;

    internal SearchDesk(Database database, Func<IndexReader> openIndex, WordCutter cutter)
    {
        this.database = database;
        this.openIndex = openIndex;
        this.cutter = cutter;
    }

    /// <summary>Searches; a fault names what in the wish cannot be understood.</summary>
    public Result<SearchView> Search(SearchWish wish) => throw new NotSupportedException($"{database} {openIndex} {cutter}");

    /// <summary>Finds exemplars; a fault names what in the wish cannot be understood.</summary>
    public Result<IReadOnlyList<ExemplarView>> Exemplars(ExemplarWish wish) => throw new NotSupportedException($"{database} {openIndex} {cutter}");
}
