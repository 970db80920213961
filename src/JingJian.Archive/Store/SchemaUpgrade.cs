using System.Globalization;
using JingJian.Text;
using Microsoft.Data.Sqlite;

namespace JingJian.Archive.Store;

/// <summary>Brings the tables of a SQLite file to their newest version.</summary>
internal static class SchemaUpgrade
{
    /// <summary>Goes from the file's version to the last, all steps or none.</summary>
    /// <param name="connection">To the file.</param>
    /// <param name="path">Where it lies.</param>
    /// <param name="kind">What it is called in Chinese.</param>
    /// <param name="versions">What leads from each version to the next, the first from an empty file.</param>
    /// <exception cref="CorruptArtifactException">The file is of a later version.</exception>
    public static void Run(SqliteConnection connection, string path, string kind, ReadOnlySpan<string> versions)
    {
        // A file that is there is only looked at: a long transaction of a writer must not hold readers up.
        if (VersionOf(connection) < versions.Length)
        {
            using var change = new StoreChange(connection);
            for (long version = VersionOf(connection); version < versions.Length; version++)
            {
                connection.Run(versions[(int)version]);
                connection.Run(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {version + 1}"));
            }

            change.Commit();
        }

        long found = VersionOf(connection);
        if (found != versions.Length)
        {
            throw new CorruptArtifactException(path, $"第 {versions.Length} 版{kind}", $"第 {found} 版");
        }
    }

    private static long VersionOf(SqliteConnection connection) => connection.Value<long>("PRAGMA user_version");
}
