namespace JingJian.Analysis.Reuse;

/// <summary>A list in pieces of one size: it grows without copying what it has, and by no more than a piece at a time.</summary>
internal sealed class PieceList<T>
{
    private const int PieceBits = 16;
    private const int PieceItems = 1 << PieceBits;

    private readonly List<T[]> pieces = [];

    /// <summary>How many items there are.</summary>
    public int Count { get; private set; }

    /// <summary>An item.</summary>
    public T this[int index] => pieces[index >> PieceBits][index & (PieceItems - 1)];

    /// <summary>Adds an item.</summary>
    public void Add(T item)
    {
        int at = Count & (PieceItems - 1);
        if (at == 0)
        {
            pieces.Add(new T[PieceItems]);
        }

        pieces[^1][at] = item;
        Count++;
    }
}
