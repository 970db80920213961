using System.Globalization;
using JingJian.Archive.Store;
using JingJian.Archive.Upkeep;
using JingJian.Archive.Views;
using JingJian.Text;
using Microsoft.Data.Sqlite;

namespace JingJian.Archive;

/// <summary>The collections of an archive: each source is in one, and people may be shown some of them only.</summary>
/// <remarks><b>Threads.</b> Safe; each change is one transaction.</remarks>
public sealed class CollectionDesk
{
    /// <summary>The collection into which sources come when nothing else is said. It cannot be removed.</summary>
    public const long Default = 1;

    /// <summary>Longest name.</summary>
    public const int NameCharacters = 50;

    private const string Moves = "collection_moves";

    private readonly Database whole;
    private readonly Database seen;
    private readonly Catalogue catalogue;
    private readonly ActivityLog log;

    internal CollectionDesk(Database whole, Database seen, Catalogue catalogue, ActivityLog log)
    {
        this.whole = whole;
        this.seen = seen;
        this.catalogue = catalogue;
        this.log = log;
    }

    /// <summary>The collections that are seen, with what is in them.</summary>
    public IReadOnlyList<CollectionView> All()
    {
        using Snapshot snapshot = seen.Look();
        return snapshot.Connection.Rows(
            """
            SELECT c.id, c.name, (SELECT count(*) FROM placement p WHERE p.collection = c.id),
                (SELECT count(*) FROM placement p JOIN report r ON r.source = p.source WHERE p.collection = c.id)
            FROM collection c ORDER BY c.id
            """,
            row => new CollectionView(row.GetInt64(0), row.GetString(1), row.GetInt32(2), row.GetInt32(3), row.GetInt64(0) == Default));
    }

    /// <summary>The collection that a person means, by its number or its name.</summary>
    public Result<CollectionView> Find(string idOrName)
    {
        IReadOnlyList<CollectionView> all = All();
        CollectionView? found = all.FirstOrDefault(one => one.Id.ToString(CultureInfo.InvariantCulture) == idOrName) ?? all.FirstOrDefault(one => one.Name == idOrName);
        return found is not null
            ? found
            : new Fault("collection.not-found", $"没有编号或名称为“{Shortening.Excerpt(idOrName, NameCharacters)}”的分库。");
    }

    /// <summary>Makes a collection.</summary>
    public Result<CollectionView> Add(string name, string who)
    {
        if (NameFault(name) is { } fault)
        {
            return fault;
        }

        using SqliteConnection connection = whole.Connect();
        if (connection.Run("INSERT INTO collection (name) VALUES ($1) ON CONFLICT (name) DO NOTHING", name) == 0)
        {
            return Exists(name);
        }

        log.Note(who, "collection.add", name);
        return All().Single(one => one.Name == name);
    }

    /// <summary>Calls a collection something else.</summary>
    public Result<CollectionView> Rename(string idOrName, string name, string who)
    {
        if (NameFault(name) is { } wrong)
        {
            return wrong;
        }

        if (!Find(idOrName).TryGet(out CollectionView? found, out Fault? fault))
        {
            return fault;
        }

        using SqliteConnection connection = whole.Connect();
        if (connection.Run("UPDATE OR IGNORE collection SET name = $2 WHERE id = $1", found.Id, name) == 0)
        {
            return Exists(name);
        }

        log.Note(who, "collection.rename", found.Name, name);
        return All().Single(one => one.Id == found.Id);
    }

    /// <summary>Removes a collection that is empty.</summary>
    public Result<CollectionView> Remove(string idOrName, string who)
    {
        if (!Find(idOrName).TryGet(out CollectionView? found, out Fault? fault))
        {
            return fault;
        }

        if (found.IsDefault)
        {
            return new Fault("collection.default", $"“{found.Name}”是默认分库，不能删除，可以改名。");
        }

        using SqliteConnection connection = whole.Connect();
        if (connection.Run("DELETE FROM collection WHERE id = $1 AND NOT EXISTS (SELECT 1 FROM placement WHERE collection = $1)", found.Id) == 0)
        {
            return new Fault("collection.not-empty", $"“{found.Name}”里还有 {found.Sources} 个来源文件，先移到别的分库再删除。");
        }

        log.Note(who, "collection.remove", found.Name);
        return found;
    }

    /// <summary>Puts sources into a collection; all of them, or none when one is not there.</summary>
    /// <param name="idOrName">The collection.</param>
    /// <param name="sources">Ids or file names of sources.</param>
    /// <param name="who">Who wants it.</param>
    public Result<CollectionView> Move(string idOrName, IReadOnlyList<string> sources, string who)
    {
        if (!Find(idOrName).TryGet(out CollectionView? found, out Fault? fault))
        {
            return fault;
        }

        List<SourceView> moved = [];
        foreach (string source in sources)
        {
            IReadOnlyList<SourceView> meant = catalogue.FindSources(source);
            if (meant.Count == 0)
            {
                return new Fault("source.not-found", $"档案库里没有“{Shortening.Excerpt(source, NameCharacters)}”这个来源文件。");
            }

            moved.AddRange(meant);
        }

        using SqliteConnection connection = whole.Connect();
        using (var change = new StoreChange(connection))
        {
            foreach (SourceView source in moved)
            {
                connection.Run("UPDATE placement SET collection = $2 WHERE source = (SELECT id FROM source WHERE hash = $1)", source.Hash, found.Id);
            }

            ArchiveState.Note(connection, Moves, (Generation(connection) + 1).ToString(CultureInfo.InvariantCulture));
            change.Commit();
        }

        foreach (SourceView source in moved)
        {
            log.Note(who, "source.move", source.Id, found.Name);
        }

        return All().Single(one => one.Id == found.Id);
    }

    /// <summary>How many times sources were moved.</summary>
    internal static long Generation(SqliteConnection connection) =>
        connection.Rows("SELECT CAST(value AS INTEGER) FROM setting WHERE name = $1", row => row.GetInt64(0), Moves).FirstOrDefault();

    private static Fault Exists(string name) => new("collection.exists", $"已有名为“{name}”的分库。");

    private static Fault? NameFault(string name) => name.Length is 0 or > NameCharacters || name.Any(char.IsControl) || name != name.Trim() || name.All(char.IsAsciiDigit)
        ? new Fault("collection.name", string.Create(CultureInfo.InvariantCulture, $"分库的名称应有 1 到 {NameCharacters} 个字，首尾不带空格，不能全是数字。"))
        : null;
}
