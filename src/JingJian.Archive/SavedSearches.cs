using System.Globalization;
using System.Text.Json;
using JingJian.Archive.Store;
using JingJian.Archive.Views;
using JingJian.Text;
using Microsoft.Data.Sqlite;

namespace JingJian.Archive;

/// <summary>Searches that people keep, and what came in for them since the last look.</summary>
/// <remarks>
/// <para>What a look has seen is remembered as the last source that the index held then: a source that was stored but not yet
/// indexed is new at the next look.</para>
/// <para><b>Threads.</b> Safe; each change is one transaction.</para>
/// </remarks>
public sealed class SavedSearches
{
    /// <summary>Longest name.</summary>
    public const int NameCharacters = 100;

    /// <summary>Longest query of a saved search.</summary>
    public const int QueryCharacters = 20_000;

    /// <summary>Most that are kept.</summary>
    public const int Most = 1000;

    private readonly Database database;
    private readonly SearchDesk search;
    private readonly TimeProvider time;
    private readonly string owner;

    /// <param name="database">The whole store.</param>
    /// <param name="search">Search as their owner sees the archive.</param>
    /// <param name="time">The clock.</param>
    /// <param name="owner">Whose searches; empty for those that all share who see the whole archive.</param>
    internal SavedSearches(Database database, SearchDesk search, TimeProvider time, string owner)
    {
        this.owner = owner;
        this.database = database;
        this.search = search;
        this.time = time;
    }

    /// <summary>All, by name, each with how much is new.</summary>
    public IReadOnlyList<SavedSearchView> All() => [.. Rows().Select(row => row.View(Found(row, 1)))];

    /// <summary>Keeps a search; one of the same name is replaced. What is in the archive now counts as seen.</summary>
    /// <param name="name">What to call it.</param>
    /// <param name="wish">What it looks for; it must be understood.</param>
    public Result<SavedSearchView> Save(string name, SearchWish wish)
    {
        string trimmed = name.Trim();
        if (trimmed.Length is 0 or > NameCharacters)
        {
            return new Fault("saved-search.name", $"检索要有名称，最多 {NameCharacters} 个字。");
        }

        if (wish.Query.Length > QueryCharacters)
        {
            return new Fault("saved-search.query", $"要保存的检索词太长（{wish.Query.Length} 个字符），最多 {QueryCharacters} 个。");
        }

        if (!search.Search(wish with { Top = 1, Cursor = null }).TryGet(out _, out Fault? fault))
        {
            return fault;
        }

        IReadOnlyList<Row> rows = Rows();
        if (rows.Count >= Most && rows.All(row => row.Name != trimmed))
        {
            return new Fault("saved-search.too-many", $"最多保存 {Most} 个检索，请先删除不用的。");
        }

        using SqliteConnection connection = database.Connect();
        connection.Run(
            """
            INSERT INTO saved_search (owner, name, wish, seen_source, saved_at, seen_at) VALUES ($5, $1, $2, $3, $4, $4)
            ON CONFLICT (owner, name) DO UPDATE SET wish = $2, seen_source = $3, saved_at = $4, seen_at = $4
            """,
            trimmed, JsonSerializer.Serialize(wish, JsonSerializerOptions.Web), search.LastSource(), time.Stamp(), owner);
        return All().First(saved => saved.Name == trimmed);
    }

    /// <summary>What came in for a search since the last look, by its number or name; a fault when there is none such.</summary>
    /// <param name="idOrName">Which.</param>
    /// <param name="top">How many hits, 1 to 1,000.</param>
    public Result<SavedNewsView> News(string idOrName, int top)
    {
        if (Find(idOrName) is not { } row)
        {
            return NotFound(idOrName);
        }

        // The mark first: what is indexed while the search runs is new at the next look.
        int upTo = search.LastSource();
        return search.Search(row.Wish with { Top = top, AfterSource = row.SeenSource }).TryGet(out SearchView? found, out Fault? fault)
            ? new SavedNewsView(row.View(found), upTo, found)
            : fault;
    }

    /// <summary>Remembers that somebody has looked; a fault when there is no such search.</summary>
    /// <param name="idOrName">Which.</param>
    /// <param name="upTo">The mark that came with the news.</param>
    public Result<SavedSearchView> Seen(string idOrName, int upTo)
    {
        if (Find(idOrName) is not { } row)
        {
            return NotFound(idOrName);
        }

        using SqliteConnection connection = database.Connect();
        connection.Run("UPDATE saved_search SET seen_source = max(seen_source, $2), seen_at = $3 WHERE id = $1", row.Id, Math.Min(upTo, search.LastSource()), time.Stamp());
        return All().First(saved => saved.Id == row.Id);
    }

    /// <summary>Removes a search; false when there is none such.</summary>
    public bool Remove(string idOrName)
    {
        using SqliteConnection connection = database.Connect();
        return Find(idOrName) is { } row && connection.Run("DELETE FROM saved_search WHERE id = $1", row.Id) > 0;
    }

    private static Fault NotFound(string idOrName) => new("saved-search.not-found", $"没有保存过编号或名称为“{idOrName}”的检索。");

    private SearchView? Found(Row row, int top) =>
        search.Search(row.Wish with { Top = top, AfterSource = row.SeenSource }).TryGet(out SearchView? found, out _) ? found : null;

    /// <summary>A name before a number, so that a search may be called 2024.</summary>
    private Row? Find(string idOrName) => Rows() is var rows && rows.FirstOrDefault(row => row.Name == idOrName) is { } named
        ? named
        : rows.FirstOrDefault(row => row.Id.ToString(CultureInfo.InvariantCulture) == idOrName);

    private List<Row> Rows()
    {
        using Snapshot snapshot = database.Look();
        return snapshot.Connection.Rows(
            "SELECT id, name, wish, seen_source, saved_at, seen_at FROM saved_search WHERE owner = $1 ORDER BY name",
            row => new Row(
                row.GetInt64(0), row.GetString(1), JsonSerializer.Deserialize<SearchWish>(row.GetString(2), JsonSerializerOptions.Web)!,
                row.GetInt32(3), row.GetString(4), row.GetString(5)),
            owner);
    }

    private sealed record Row(long Id, string Name, SearchWish Wish, int SeenSource, string SavedAt, string SeenAt)
    {
        public SavedSearchView View(SearchView? found) => new(Id, Name, Wish, SavedAt, SeenAt, found?.Paragraphs ?? 0, found?.Families ?? 0);
    }
}
