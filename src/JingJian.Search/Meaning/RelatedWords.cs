using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;
using JingJian.Search.Indexing;
using JingJian.Text;

namespace JingJian.Search.Meaning;

/// <summary>Which words stand in like surroundings: a vector for each word, learned from texts of the genre.</summary>
/// <remarks>
/// <para><b>Source.</b> Levy and Goldberg, "Neural Word Embedding as Implicit Matrix Factorization", NIPS 2014: positive pointwise
/// mutual information of neighbouring words, its largest singular directions; made by <c>tools words train</c>.</para>
/// <para><b>Format.</b> Little-endian: 8 bytes of magic, checksum of all that follows (long), version, number of words, dimensions
/// (int each); then each word (ushort length, UTF-8) in ordinal order; then a vector a word, one signed byte a direction.</para>
/// <para><b>Guarantee.</b> Whole numbers only: the same words everywhere. Equal nearness is ordered by word.</para>
/// <para><b>Threads.</b> Immutable.</para>
/// </remarks>
public sealed class RelatedWords
{
    private const int Version = 1;
    private const int CheckedFrom = 16;
    private const int HeaderSize = 28;
    private static readonly byte[] Magic = [0x8A, (byte)'J', (byte)'J', (byte)'W', (byte)'\r', (byte)'\n', 0x1A, (byte)'\n'];

    private readonly ImmutableArray<string> words;
    private readonly Dictionary<string, int> places;
    private readonly sbyte[] vectors;
    private readonly float[] lengths;

    private RelatedWords(ImmutableArray<string> words, sbyte[] vectors, int dimensions)
    {
        this.words = words;
        this.vectors = vectors;
        Dimensions = dimensions;
        places = new Dictionary<string, int>(words.Length, StringComparer.Ordinal);
        lengths = new float[words.Length];
        for (int word = 0; word < words.Length; word++)
        {
            places.Add(words[word], word);
            lengths[word] = LengthOf(VectorOf(word));
        }
    }

    /// <summary>How many words it knows.</summary>
    public int Count => words.Length;

    /// <summary>How many directions a vector has.</summary>
    public int Dimensions { get; }

    /// <summary>Reads a model.</summary>
    /// <param name="file">Its bytes.</param>
    /// <param name="name">What to call it when it is damaged.</param>
    /// <exception cref="CorruptArtifactException">It is truncated, altered, of another version, or something else.</exception>
    public static RelatedWords Load(ReadOnlySpan<byte> file, string name)
    {
        CorruptArtifactException Wrong(string found) => new(name, "近义词向量", found);
        if (file.Length < HeaderSize || !file.StartsWith(Magic))
        {
            throw Wrong("别的文件或不完整的文件");
        }

        if (Checksum.Of(file[CheckedFrom..]) != BinaryPrimitives.ReadUInt64LittleEndian(file[8..]))
        {
            throw Wrong("被改动过或不完整的文件");
        }

        int version = BinaryPrimitives.ReadInt32LittleEndian(file[16..]), count = BinaryPrimitives.ReadInt32LittleEndian(file[20..]);
        int dimensions = BinaryPrimitives.ReadInt32LittleEndian(file[24..]);
        ReadOnlySpan<byte> body = file[HeaderSize..];
        if (version != Version || count < 0 || dimensions <= 0 || (long)count * dimensions > body.Length)
        {
            throw Wrong($"第 {version} 版或不完整的文件");
        }

        ImmutableArray<string>.Builder words = ImmutableArray.CreateBuilder<string>(count);
        for (int at = 0; words.Count < count; at += 2 + BinaryPrimitives.ReadUInt16LittleEndian(body[at..]))
        {
            words.Add(Encoding.UTF8.GetString(body.Slice(at + 2, BinaryPrimitives.ReadUInt16LittleEndian(body[at..]))));
        }

        return new RelatedWords(words.MoveToImmutable(), MemoryMarshal.Cast<byte, sbyte>(body[^(count * dimensions)..]).ToArray(), dimensions);
    }

    /// <summary>Writes a model; the words get ordinal order.</summary>
    /// <param name="model">Words and vectors, all of one length.</param>
    public static byte[] Write(IEnumerable<(string Word, float[] Vector)> model)
    {
        (string Word, float[] Vector)[] ordered = [.. model.OrderBy(word => word.Word, StringComparer.Ordinal)];
        var body = new MemoryStream();
        using (var writer = new BinaryWriter(body, Encoding.UTF8, leaveOpen: true))
        {
            foreach ((string word, _) in ordered)
            {
                byte[] letters = Encoding.UTF8.GetBytes(word);
                writer.Write(checked((ushort)letters.Length));
                writer.Write(letters);
            }

            foreach ((_, float[] vector) in ordered)
            {
                float most = Math.Max(1e-9f, vector.Max(MathF.Abs));
                writer.Write([.. vector.Select(value => unchecked((byte)(sbyte)MathF.Round(value / most * sbyte.MaxValue)))]);
            }
        }

        var file = new byte[HeaderSize + body.Length];
        Magic.CopyTo(file, 0);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(16), Version);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(20), ordered.Length);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(24), ordered.Length == 0 ? 1 : ordered[0].Vector.Length);
        body.ToArray().CopyTo(file, HeaderSize);
        BinaryPrimitives.WriteUInt64LittleEndian(file.AsSpan(8), Checksum.Of(file.AsSpan(CheckedFrom)));
        return file;
    }

    /// <summary>The words nearest to some words taken together, nearest first, without these themselves.</summary>
    /// <param name="asked">The words with their weights; unknown ones are passed over.</param>
    /// <param name="count">How many to give at the most.</param>
    /// <param name="least">The least nearness, a cosine.</param>
    public ImmutableArray<(string Word, float Nearness)> Nearest(IEnumerable<(string Word, float Weight)> asked, int count, float least)
    {
        var known = asked.Where(word => places.ContainsKey(word.Word)).ToList();
        if (known.Count == 0)
        {
            return [];
        }

        sbyte[] sum = Direction(known);
        float length = LengthOf(sum);
        var skip = known.Select(word => word.Word).ToHashSet(StringComparer.Ordinal);
        var best = new PriorityQueue<int, (float, int)>();
        for (int word = 0; word < words.Length; word++)
        {
            float nearness = SignedBytes.Dot(VectorOf(word), sum) / (lengths[word] * length);
            if (nearness >= least && !skip.Contains(words[word]))
            {
                // Words are in ordinal order: of equal ones the later leaves first.
                best.Enqueue(word, (nearness, -word));
                if (best.Count > count)
                {
                    best.Dequeue();
                }
            }
        }

        var nearest = new (string, float)[best.Count];
        for (int i = nearest.Length - 1; best.TryDequeue(out int word, out (float Nearness, int) of); i--)
        {
            nearest[i] = (words[word], of.Nearness);
        }

        return [.. nearest];
    }

    /// <summary>Whether a word has a vector.</summary>
    internal bool Knows(string word) => places.ContainsKey(word);

    /// <summary>Where some words, all of them known, point together; words of no weight point nowhere.</summary>
    internal sbyte[] Direction(IEnumerable<(string Word, float Weight)> known)
    {
        var sum = new float[Dimensions];
        foreach ((string word, float weight) in known)
        {
            int place = places[word];
            ReadOnlySpan<sbyte> vector = VectorOf(place);
            for (int i = 0; i < sum.Length; i++)
            {
                sum[i] += weight * vector[i] / lengths[place];
            }
        }

        float most = Math.Max(1e-9f, sum.Max(MathF.Abs));
        return [.. sum.Select(value => (sbyte)MathF.Round(value / most * sbyte.MaxValue))];
    }

    /// <summary>The cosine of two directions; 0 where one points nowhere.</summary>
    internal static float Nearness(ReadOnlySpan<sbyte> one, ReadOnlySpan<sbyte> other) => SignedBytes.Dot(one, other) / (LengthOf(one) * LengthOf(other));

    private static float LengthOf(ReadOnlySpan<sbyte> vector) => MathF.Sqrt(Math.Max(1, SignedBytes.Dot(vector, vector)));

    private ReadOnlySpan<sbyte> VectorOf(int word) => vectors.AsSpan(word * Dimensions, Dimensions);
}
