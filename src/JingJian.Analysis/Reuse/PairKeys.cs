using System.Numerics;

namespace JingJian.Analysis.Reuse;

/// <summary>One key for two texts; keys ascend with the first text, then with the second.</summary>
internal readonly struct PairKeys
{
    private readonly int bits;

    /// <summary>Keys for texts below a number.</summary>
    public PairKeys(int texts) => bits = BitOperations.Log2((uint)texts | 1) + 1;

    /// <summary>The bits inside a partition that order keys.</summary>
    public (int From, int To)[] Order => [(0, bits), (64 - bits, 56)];

    /// <summary>The key of two texts.</summary>
    public ulong Of(int first, int second) => ((ulong)(uint)first << (64 - bits)) | (uint)second;

    /// <summary>The first text of a key.</summary>
    public int First(ulong key) => (int)(key >> (64 - bits));

    /// <summary>The second text of a key.</summary>
    public int Second(ulong key) => (int)(key & ((1UL << bits) - 1));
}
