namespace JingJian.Tools.Stress;

/// <summary>The eleven ways in which copies are disguised, each applied by rule and seed.</summary>
/// <remarks>Paragraphs have <see cref="StressPool.MinCharacters"/> characters or more, none outside the basic plane.</remarks>
internal sealed class Disguises(IReadOnlyList<StressLine> others, int seed)
{
    private const int LiftedCharacters = 40;
    private const double DeletedShare = 0.4;

    private readonly Random random = new(seed);

    /// <summary>The names of all disguises, in the order in which they are reported.</summary>
    public static IReadOnlyList<string> Kinds { get; } =
    [
        "3 spans swapped", "4 masks", "10 % replaced", "20 % replaced", "30 % replaced", "clauses shuffled", "40 % deleted",
        "half inside others", "40 characters inside others", "first half alone", "3 merged",
    ];

    /// <summary>Disguises a paragraph.</summary>
    public Variant Apply(string kind, StressLine source)
    {
        var variant = new VariantBuilder(kind);
        string text = source.Text;
        return (kind switch
        {
            "3 spans swapped" => Edited(variant, source, Repeat(3, text, one => Replaced(one, 4, Take(4)))),
            "4 masks" => Edited(variant, source, Repeat(4, text, one => Replaced(one, 3, "_"))),
            "10 % replaced" => Edited(variant, source, Noisy(text, 0.1)),
            "20 % replaced" => Edited(variant, source, Noisy(text, 0.2)),
            "30 % replaced" => Edited(variant, source, Noisy(text, 0.3)),
            "clauses shuffled" => Shuffled(variant, source),
            "40 % deleted" => Cut(variant, source),
            "half inside others" => variant.Host(Other()).Copy(source, 0, text.Length / 2).Host(Other()),
            "40 characters inside others" => Lifted(variant, source),
            "first half alone" => variant.Copy(source, 0, text.Length / 2),
            "3 merged" => variant.Host(Other()).Copy(source, 0, text.Length).Host(Other()),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        }).Build();
    }

    private static VariantBuilder Edited(VariantBuilder variant, StressLine source, string edited) =>
        variant.CopyChanged(source, 0, source.Text.Length, edited);

    private static string Repeat(int times, string text, Func<string, string> once) =>
        Enumerable.Range(0, times).Aggregate(text, (one, _) => once(one));

    private string Replaced(string text, int length, string by)
    {
        int at = random.Next(text.Length - length);
        return text.Remove(at, length).Insert(at, by);
    }

    /// <summary>Each character by itself with this probability: the hardest form, no two edits need be neighbours.</summary>
    private string Noisy(string text, double share) =>
        string.Concat(text.Select(character => random.NextDouble() < share ? Take(1)[0] : character));

    private VariantBuilder Shuffled(VariantBuilder variant, StressLine source)
    {
        var clauses = new List<(int Start, int End)>();
        for (int at = 0, start = 0; at < source.Text.Length; at++)
        {
            if (source.Text[at] is '，' or '。' or '；' or '：' || at == source.Text.Length - 1)
            {
                clauses.Add((start, at + 1));
                start = at + 1;
            }
        }

        (int Start, int End)[] order = [.. clauses];
        random.Shuffle(order);
        return order.Aggregate(variant, (building, clause) => building.Copy(source, clause.Start, clause.End));
    }

    private VariantBuilder Cut(VariantBuilder variant, StressLine source)
    {
        int length = (int)(source.Text.Length * DeletedShare);
        int at = random.Next(source.Text.Length - length);
        variant.Copy(source, 0, at);
        return variant.Copy(source, at + length, source.Text.Length);
    }

    private VariantBuilder Lifted(VariantBuilder variant, StressLine source)
    {
        int start = random.Next(source.Text.Length - LiftedCharacters);
        return variant.Host(Other()).Copy(source, start, start + LiftedCharacters).Host(Other());
    }

    private StressLine Other() => others[random.Next(others.Count)];

    private string Take(int length)
    {
        string other = Other().Text;
        return other.Substring(random.Next(other.Length - length), length);
    }
}
