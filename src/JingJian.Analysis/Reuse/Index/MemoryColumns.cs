using System.Runtime.InteropServices;

namespace JingJian.Analysis.Reuse;

/// <summary>Columns in memory.</summary>
internal sealed class MemoryColumns : IReuseColumns
{
    private readonly Dictionary<string, ReadOnlyMemory<byte>[]> columns;

    /// <summary>Takes the columns.</summary>
    public MemoryColumns(IEnumerable<ReuseColumn> columns) =>
        this.columns = columns.ToDictionary(column => column.Name, column => column.Blocks.ToArray());

    /// <inheritdoc/>
    public ReadOnlyMemory<T> Read<T>(string name)
        where T : unmanaged
    {
        ReadOnlyMemory<byte>[] blocks = columns[name];
        var values = new T[blocks.Sum(block => (long)MemoryMarshal.Cast<byte, T>(block.Span).Length)];
        int at = 0;
        foreach (ReadOnlyMemory<byte> block in blocks)
        {
            ReadOnlySpan<T> part = MemoryMarshal.Cast<byte, T>(block.Span);
            part.CopyTo(values.AsSpan(at));
            at += part.Length;
        }

        return values;
    }
}
