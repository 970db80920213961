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
        names?.Add(new NamedFeature(template, value, null, key, weight));
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
        int hashed = NumberOf(template, kind);
        for (int i = 0; i < text.Length; i++)
        {
            ulong packed = text[i];
            AddGram(template, hashed, packed, text.Slice(i, 1), weight);
            for (int length = 2; length <= 3 && i + length <= text.Length; length++)
            {
                packed = (packed << 16) | text[i + length - 1];
                AddGram(template, hashed, packed, text.Slice(i, length), weight);
            }
        }
    }

    /// <summary>Adds all stretches of four characters.</summary>
    public void AddFours(FeatureTemplate template, ReadOnlySpan<char> text, float weight)
    {
        int hashed = NumberOf(template, kind);
        for (int i = 0; i + 4 <= text.Length; i++)
        {
            ulong packed = ((ulong)text[i] << 48) | ((ulong)text[i + 1] << 32) | ((ulong)text[i + 2] << 16) | text[i + 3];
            AddGram(template, hashed, packed, text.Slice(i, 4), weight);
        }
    }

    /// <summary>Adds all pairs of characters.</summary>
    public void AddPairs(FeatureTemplate template, ReadOnlySpan<char> text, float weight)
    {
        int hashed = NumberOf(template, kind);
        for (int i = 1; i < text.Length; i++)
        {
            AddGram(template, hashed, ((ulong)text[i - 1] << 16) | text[i], text.Slice(i - 1, 2), weight);
        }
    }

    private void AddGram(FeatureTemplate template, int hashed, ulong packed, ReadOnlySpan<char> gram, float weight)
    {
        ulong key = FeatureKey.Of(hashed, packed);
        features.Add(key, weight);
        names?.Add(new NamedFeature(template, packed, gram.ToString(), key, weight));
    }
}

/// <summary>A feature and what it stands for.</summary>
/// <param name="Template">Of which sort.</param>
/// <param name="Value">Which of that sort.</param>
/// <param name="Text">The characters, where it is made of characters.</param>
/// <param name="Key">Its key in the model.</param>
/// <param name="Weight">Its value.</param>
internal sealed record NamedFeature(FeatureTemplate Template, ulong Value, string? Text, ulong Key, float Weight);
