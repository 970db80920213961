namespace JingJian.Text.Lexicons;

/// <summary>How likely a character is in a state of the tag model.</summary>
/// <param name="State">Index of the state.</param>
/// <param name="Score">Logarithm of the probability, or <see cref="CharacterModel.Impossible"/>.</param>
/// <param name="IsCandidate">Whether the state is tried for this character; the others count only where all states are tried.</param>
public readonly record struct TagEmission(byte State, double Score, bool IsCandidate);

/// <summary>Log probabilities of a hidden Markov model whose states are a place in a word and a part of speech.</summary>
public sealed record TagModel
{
    /// <summary>How many states there may be at most.</summary>
    public const int MaxStates = 256;

    /// <summary>Place (B, E, M or S), comma, part of speech, for example <c>B,nr</c>; ordinally sorted, because ties go to the last.</summary>
    public required IReadOnlyList<string> States { get; init; }

    /// <summary>One value for each state.</summary>
    public required IReadOnlyList<double> Start { get; init; }

    /// <summary>From-state by from-state; negative infinity where there is no transition.</summary>
    public required IReadOnlyList<double> Transition { get; init; }

    /// <summary>For each character its states in ascending order.</summary>
    public required IReadOnlyDictionary<char, IReadOnlyList<TagEmission>> Emission { get; init; }
}
