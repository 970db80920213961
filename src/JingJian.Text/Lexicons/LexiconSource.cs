namespace JingJian.Text.Lexicons;

/// <summary>A word of a dictionary.</summary>
/// <param name="Word">The word.</param>
/// <param name="Frequency">How often it was counted; 0 for none.</param>
/// <param name="Tag">Its part of speech in the notation of the dictionary, or empty.</param>
public readonly record struct LexiconEntry(string Word, int Frequency, string Tag);

/// <summary>What a lexicon is compiled from.</summary>
public sealed record LexiconSource
{
    /// <summary>The words; a word that comes twice keeps its last frequency and tag.</summary>
    public required IReadOnlyList<LexiconEntry> Entries { get; init; }

    /// <summary>The model for words that the dictionary lacks.</summary>
    public required CharacterModel Characters { get; init; }

    /// <summary>Inverse document frequencies of words, in the dictionary or not.</summary>
    public IReadOnlyList<(string Word, double Idf)> Idf { get; init; } = [];

    /// <summary>The model for words that the dictionary lacks, with their parts of speech; without it no <see cref="Segmentation.Tagger"/>.</summary>
    public TagModel? Tags { get; init; }

    /// <summary>The sum that frequencies are divided by. Default: the sum over <see cref="Entries"/>.</summary>
    /// <remarks>Set where the original dictionary counted a line twice that its copies carry once.</remarks>
    public long? Total { get; init; }
}

/// <summary>Log probabilities of a hidden Markov model over the four places a character has in a word.</summary>
/// <remarks>States are in the order begin, middle, end, single (B M E S). A missing probability is <see cref="Impossible"/>.</remarks>
public sealed record CharacterModel
{
    /// <summary>What jieba writes for the logarithm of zero.</summary>
    public const double Impossible = -3.14e100;

    /// <summary>Four values.</summary>
    public required IReadOnlyList<double> Start { get; init; }

    /// <summary>Sixteen values, from-state by from-state.</summary>
    public required IReadOnlyList<double> Transition { get; init; }

    /// <summary>Four values for each character.</summary>
    public required IReadOnlyDictionary<char, double[]> Emission { get; init; }
}
