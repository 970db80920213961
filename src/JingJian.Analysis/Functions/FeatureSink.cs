using JingJian.Text.Sequences;

namespace JingJian.Analysis.Functions;

/// <summary>Receives the features of units, and remembers what they were when somebody asks for reasons.</summary>
/// <param name="features">Receives keys and values.</param>
/// <param name="kind">Headings and paragraphs share templates but not weights.</param>
/// <param name="names">Receives a name for each feature, or null.</param>
internal readonly struct FeatureSink(SequenceFeatures features, int kind, List<NamedFeature>? names)
{
    private const int Kinds = 4;

    public void Add(FeatureTemplate template, ulong value, float weight = 1)
    {
        ulong key = KeyOf(template, kind, value);
        features.Add(key, weight);
        names?.Add(new NamedFeature(template, value, 0, key, weight));
    }

    /// <summary>The key by which a model knows a feature.</summary>
    public static ulong KeyOf(FeatureTemplate template, int kind, ulong value) => FeatureKey.Of(NumberOf(template, kind), value);

    private static int NumberOf(FeatureTemplate template, int kind) => ((int)template * Kinds) + kind;

    /// <summary>Adds the numbers of a vector, each times a weight.</summary>
    public void AddVector(FeatureTemplate template, ReadOnlySpan<float> vector, float weight)
    {
        for (int direction = 0; direction < vector.Length; direction++)
        {
            Add(template, (ulong)direction, weight * vector[direction]);
        }
    }

    /// <summary>Adds all stretches of one to three characters, each with the same weight.</summary>
    public void AddGrams(FeatureTemplate template, ReadOnlySpan<char> text, float weight)
    {
        int hashed = NumberOf(template, kind), at = 0;
        Span<ulong> keys = features.AddAll(text.Length + Math.Max(0, text.Length - 1) + Math.Max(0, text.Length - 2), weight);
        for (int i = 0; i < text.Length; i++)
        {
            ulong packed = 0;
            for (int length = 1; length <= 3 && i + length <= text.Length; length++)
            {
                packed = (packed << 16) | text[i + length - 1];
                keys[at] = FeatureKey.Of(hashed, packed);
                names?.Add(new NamedFeature(template, packed, length, keys[at], weight));
                at++;
            }
        }
    }

    /// <summary>Adds all stretches of four characters.</summary>
    public void AddFours(FeatureTemplate template, ReadOnlySpan<char> text, float weight) => AddStretches(template, text, 4, weight);

    /// <summary>Adds all pairs of characters.</summary>
    public void AddPairs(FeatureTemplate template, ReadOnlySpan<char> text, float weight) => AddStretches(template, text, 2, weight);

    private void AddStretches(FeatureTemplate template, ReadOnlySpan<char> text, int length, float weight)
    {
        int hashed = NumberOf(template, kind);
        ulong kept = ulong.MaxValue >> (64 - (16 * length)), packed = 0;
        Span<ulong> keys = features.AddAll(Math.Max(0, text.Length - length + 1), weight);
        for (int i = 0; i < text.Length; i++)
        {
            packed = ((packed << 16) | text[i]) & kept;
            if (i >= length - 1)
            {
                ulong key = keys[i - length + 1] = FeatureKey.Of(hashed, packed);
                names?.Add(new NamedFeature(template, packed, length, key, weight));
            }
        }
    }
}

/// <summary>A feature and what it stands for.</summary>
/// <param name="Template">Of which sort.</param>
/// <param name="Value">Which of that sort: a number, or the characters, the last of them in the lowest digits.</param>
/// <param name="Length">How many characters it is made of; 0 where it is made of none.</param>
/// <param name="Key">Its key in the model.</param>
/// <param name="Weight">Its value.</param>
internal readonly record struct NamedFeature(FeatureTemplate Template, ulong Value, int Length, ulong Key, float Weight)
{
    /// <summary>The characters, where it is made of characters.</summary>
    public string? Text => Length == 0 ? null : string.Create(Length, Value, static (text, value) =>
    {
        for (int i = text.Length - 1; i >= 0; i--, value >>= 16)
        {
            text[i] = (char)(value & 0xFFFF);
        }
    });
}
