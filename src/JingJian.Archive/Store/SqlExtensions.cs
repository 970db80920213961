using Microsoft.Data.Sqlite;

namespace JingJian.Archive.Store;

/// <summary>One-line commands on a connection. Values are always bound, never written into the text.</summary>
internal static class SqlExtensions
{
    /// <summary>Runs a command; parameters are named $1, $2, … in the text.</summary>
    public static int Run(this SqliteConnection connection, string sql, params ReadOnlySpan<object?> values)
    {
        using SqliteCommand command = Command(connection, sql, values);
        return command.ExecuteNonQuery();
    }

    /// <summary>The first column of the first row.</summary>
    public static T Value<T>(this SqliteConnection connection, string sql, params ReadOnlySpan<object?> values)
    {
        using SqliteCommand command = Command(connection, sql, values);
        return (T)command.ExecuteScalar()!;
    }

    /// <summary>All rows, read at once.</summary>
    public static List<T> Rows<T>(this SqliteConnection connection, string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<object?> values)
    {
        using SqliteCommand command = Command(connection, sql, values);
        using SqliteDataReader reader = command.ExecuteReader();
        List<T> rows = [];
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    /// <summary>A command to run many times; set its parameters $1, $2, … by <see cref="With"/>.</summary>
    public static SqliteCommand Prepared(this SqliteConnection connection, string sql)
    {
        SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }

    /// <summary>Sets the parameters of a prepared command.</summary>
    public static SqliteCommand With(this SqliteCommand command, params ReadOnlySpan<object?> values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            if (command.Parameters.Count <= i)
            {
                command.Parameters.Add(new SqliteParameter { ParameterName = ParameterName(i) });
            }

            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }

        return command;
    }

    /// <summary>A column that may be null.</summary>
    public static T? Nullable<T>(this SqliteDataReader reader, int column) =>
        reader.IsDBNull(column) ? default : reader.GetFieldValue<T>(column);

    private static SqliteCommand Command(SqliteConnection connection, string sql, ReadOnlySpan<object?> values) =>
        connection.Prepared(sql).With(values);

    private static string ParameterName(int index) =>
        "$" + (index + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
