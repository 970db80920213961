using JingJian.Search.Indexing;
using Microsoft.Data.Sqlite;

namespace JingJian.Tools.Benchmarks;

/// <summary>SQLite FTS5 without stored text, on the same words.</summary>
internal sealed class Fts5Peer : IDisposable
{
    private const int Runs = 3;

    private readonly string file = Path.Combine(Path.GetTempPath(), $"fts5-{Guid.NewGuid():N}.db");
    private readonly SqliteConnection connection;
    private readonly SearchQueries queries;

    public Fts5Peer(Passage[] passages, SearchQueries queries, WordCutter cutter)
    {
        this.queries = queries;
        SQLitePCL.Batteries_V2.Init();
        connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        string[] tokens = [.. passages.Select(passage => PeerTokens.Of(passage.Text, cutter))];
        double seconds = SearchBenchmark.SecondsOf(() => Build(passages, tokens));
        SearchBenchmark.Print($"SQLite FTS5: built in {seconds:F1} s; {new FileInfo(file).Length / 1e6:F1} MB");
    }

    /// <summary>Prints its rows of the table.</summary>
    public void Report()
    {
        const string Best = "SELECT rowid FROM words WHERE words MATCH $1 ORDER BY rank LIMIT 10";
        const string BestInYears = "SELECT w.rowid FROM words w JOIN facts f ON f.id = w.rowid WHERE words MATCH $1 AND f.year BETWEEN 2015 AND 2019 ORDER BY rank LIMIT 10";
        string[] or = [.. queries.Words.Select(words => string.Join(" OR ", words.Select(Quoted)))];
        SearchBenchmark.Row("FTS5: or", or.Select(query => TimeOf(Best, query)));
        SearchBenchmark.Row("FTS5: years", or.Select(query => TimeOf(BestInYears, query)));
        SearchBenchmark.Row("FTS5: and", queries.Words.Select(words => TimeOf(Best, string.Join(" AND ", words.Select(Quoted)))));
        SearchBenchmark.Row("FTS5: phrase", queries.Phrases.Select(words => TimeOf(Best, Quoted(string.Join(' ', words)))));
    }

    public void Dispose()
    {
        connection.Dispose();
        File.Delete(file);
    }

    private static string Quoted(string words) => $"\"{words}\"";

    private void Build(Passage[] passages, string[] tokens)
    {
        Execute("CREATE TABLE facts (id INTEGER PRIMARY KEY, year INTEGER); CREATE VIRTUAL TABLE words USING fts5(text, content='', tokenize='unicode61')");
        using SqliteTransaction transaction = connection.BeginTransaction();
        using SqliteCommand insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO words (rowid, text) VALUES ($1, $2); INSERT INTO facts (id, year) VALUES ($1, $3)";
        SqliteParameter id = insert.Parameters.Add("$1", SqliteType.Integer), text = insert.Parameters.Add("$2", SqliteType.Text), year = insert.Parameters.Add("$3", SqliteType.Integer);
        for (int i = 0; i < passages.Length; i++)
        {
            (id.Value, text.Value, year.Value) = (i + 1, tokens[i], passages[i].Year);
            insert.ExecuteNonQuery();
        }

        transaction.Commit();
        Execute("INSERT INTO words (words) VALUES ('optimize')");
    }

    private double TimeOf(string statement, string query)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = statement;
        command.Parameters.AddWithValue("$1", query);
        double Once() => SearchBenchmark.SecondsOf(() =>
        {
            using SqliteDataReader rows = command.ExecuteReader();
            while (rows.Read())
            {
            }
        }) * 1000;
        return Enumerable.Range(0, Runs).Min(_ => Once());
    }

    private void Execute(string statement)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = statement;
        command.ExecuteNonQuery();
    }
}
