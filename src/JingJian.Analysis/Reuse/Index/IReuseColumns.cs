namespace JingJian.Analysis.Reuse;

/// <summary>The arrays that a <see cref="ReuseIndex"/> is made of, by name: in memory, or in files of the caller.</summary>
public interface IReuseColumns
{
    /// <summary>An array, as it was written.</summary>
    ReadOnlyMemory<T> Read<T>(string name)
        where T : unmanaged;
}

/// <summary>An array of a <see cref="ReuseIndex"/> on its way to where it is kept.</summary>
/// <param name="Name">Under which it is read again.</param>
/// <param name="Blocks">Its bytes, little-endian, in order; made one at a time.</param>
public sealed record ReuseColumn(string Name, IEnumerable<ReadOnlyMemory<byte>> Blocks);
