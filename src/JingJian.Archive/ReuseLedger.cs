using JingJian.Analysis.Reuse;
using JingJian.Archive.Store;
using JingJian.Archive.Views;
using Microsoft.Data.Sqlite;

namespace JingJian.Archive;

/// <summary>What is recycled in the archive: pairs and families.</summary>
public sealed class ReuseLedger
{
    private const string FamilyQuery = """
        SELECT f.name, f.copies, count(DISTINCT b.report), count(DISTINCT b.source), group_concat(DISTINCT unit(r.organisation)),
            min(r.year), max(r.year), (SELECT text FROM block WHERE id = f.medoid), f.id, f.medoid
        FROM family f JOIN family_member m ON m.family = f.id JOIN block b ON b.id = m.block JOIN report r ON r.id = b.report
        """;

    private readonly Database database;
    private readonly Func<NameChanges> nameTyping;

    internal ReuseLedger(Database database, Func<NameChanges> nameTyping)
    {
        this.database = database;
        this.nameTyping = nameTyping;
    }

    /// <summary>Every reuse pair of the archive, in order of the source and place of A, then of B, whatever the order of arrival.</summary>
    public IEnumerable<PairView> Pairs()
    {
        using Snapshot snapshot = database.Look();
        SqliteConnection connection = snapshot.Connection;
        Dictionary<long, StoredParagraph> paragraphs = StoredParagraph.InPairs(connection);
        var sight = new PairSight(nameTyping(), ReportRegister.Read(connection, [], Judgements.Read(connection)));
        Dictionary<long, int> order = StoredParagraph.Order(connection);
        foreach (StoredPair pair in StoredPair.All(connection).OrderBy(pair => order[pair.A]).ThenBy(pair => order[pair.B]))
        {
            yield return sight.View(pair, paragraphs);
        }
    }

    /// <summary>The families in some order.</summary>
    public IReadOnlyList<FamilyView> Families(int top, int offset, FamilyOrder order = FamilyOrder.Size)
    {
        using Snapshot snapshot = database.Look();
        return Families(snapshot.Connection, top, offset, order);
    }

    /// <summary>How many families there are.</summary>
    public int FamilyCount()
    {
        using Snapshot snapshot = database.Look();
        return FamilyCount(snapshot.Connection);
    }

    /// <summary>One family with its members, or null.</summary>
    public FamilyDetailView? Family(string id)
    {
        using Snapshot snapshot = database.Look();
        return Family(snapshot.Connection, id, nameTyping());
    }

    /// <summary>The families of a snapshot.</summary>
    internal static List<FamilyView> Families(SqliteConnection connection, int top, int offset, FamilyOrder order)
    {
        string by = order switch
        {
            FamilyOrder.Spread => "count(DISTINCT unit(r.organisation)) DESC, count(DISTINCT b.report) DESC, f.copies DESC",
            FamilyOrder.Age => "min(r.year) IS NULL, min(r.year), f.copies DESC",
            _ => "f.copies DESC",
        };
        OrganisationNames.Register(connection);
        return connection.Rows($"{FamilyQuery} GROUP BY f.id ORDER BY {by}, f.id LIMIT $1 OFFSET $2", ReadFamily, top, offset);
    }

    /// <summary>How many families a snapshot has.</summary>
    internal static int FamilyCount(SqliteConnection connection) => (int)connection.Value<long>("SELECT count(*) FROM family");

    /// <summary>One family of a snapshot, or null.</summary>
    internal static FamilyDetailView? Family(SqliteConnection connection, string id, NameChanges typing)
    {
        Func<string?, string?> unit = OrganisationNames.Register(connection);
        (FamilyView View, long Key, long Medoid) family = connection.Rows(
            FamilyQuery + " WHERE f.name = $1 GROUP BY f.id", row => (ReadFamily(row), row.GetInt64(8), row.GetInt64(9)), id).FirstOrDefault();
        return family.View is null ? null : new FamilyBook(connection, family.Key, typing, unit).Detail(family.View, family.Medoid);
    }

    private static FamilyView ReadFamily(SqliteDataReader row) => new(
        row.GetString(0), row.GetInt32(1), row.GetInt32(2), row.GetInt32(3),
        [.. (row.Nullable<string>(4)?.Split(',') ?? []).Order(StringComparer.Ordinal)],
        row.IsDBNull(5) ? null : row.GetInt32(5), row.IsDBNull(6) ? null : row.GetInt32(6), row.GetString(7));
}
