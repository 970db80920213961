using System.Runtime.InteropServices;

namespace JingJian.Text.Lexicons;

/// <summary>The tag model as it lies in a lexicon file.</summary>
internal sealed class TagTables
{
    private const ushort CandidateFlag = 0x8000;

    private readonly Section<double> start;
    private readonly Section<double> transition;
    private readonly Section<int> firstOf;
    private readonly Section<ushort> states;
    private readonly Section<double> scores;

    public TagTables(SectionedFile file)
    {
        string[] names = file.Lines(LexiconSections.TagStates);
        Places = [.. names.Select(name => name[0])];
        Tags = [.. names.Select(name => name[2..])];
        start = file.Section<double>(LexiconSections.TagStart);
        transition = file.Section<double>(LexiconSections.TagTransition);
        firstOf = file.Section<int>(LexiconSections.TagEmissionFirst);
        states = file.Section<ushort>(LexiconSections.TagEmissionStates);
        scores = file.Section<double>(LexiconSections.TagEmissionScores);
    }

    /// <summary>B, E, M or S by state.</summary>
    public char[] Places { get; }

    /// <summary>The part of speech by state.</summary>
    public string[] Tags { get; }

    public ReadOnlySpan<double> Start => start.Span;

    public ReadOnlySpan<double> Transition => transition.Span;

    /// <summary>Fills the score of the character with <paramref name="code"/> in every state, and lists the states to try.</summary>
    /// <returns>How many states to try; 0 where the model does not know the character.</returns>
    public int Emit(ushort code, Span<double> emission, Span<byte> candidates)
    {
        emission.Fill(CharacterModel.Impossible);
        ReadOnlySpan<int> first = firstOf.Span;
        ReadOnlySpan<ushort> stateAt = states.Span;
        int count = 0;
        for (int i = first[code]; i < first[code + 1]; i++)
        {
            byte state = unchecked((byte)stateAt[i]);
            emission[state] = scores.Span[i];
            if ((stateAt[i] & CandidateFlag) != 0)
            {
                candidates[count++] = state;
            }
        }

        return count;
    }

    /// <summary>The sections of <paramref name="model"/> for characters coded from 1 on as in <paramref name="alphabet"/>.</summary>
    public static IEnumerable<(string Tag, ReadOnlyMemory<byte> Payload)> Sections(TagModel model, char[] alphabet)
    {
        var first = new List<int> { 0, 0 };
        var emissions = new List<TagEmission>();
        foreach (char letter in alphabet)
        {
            emissions.AddRange(model.Emission.GetValueOrDefault(letter, []));
            first.Add(emissions.Count);
        }

        ushort[] states = [.. emissions.Select(emission => (ushort)(emission.State | (emission.IsCandidate ? CandidateFlag : 0)))];
        return
        [
            SectionedFile.Section(LexiconSections.TagStates, model.States),
            SectionedFile.Section<double>(LexiconSections.TagStart, [.. model.Start]),
            SectionedFile.Section<double>(LexiconSections.TagTransition, [.. model.Transition]),
            SectionedFile.Section<int>(LexiconSections.TagEmissionFirst, CollectionsMarshal.AsSpan(first)),
            SectionedFile.Section<ushort>(LexiconSections.TagEmissionStates, states),
            SectionedFile.Section<double>(LexiconSections.TagEmissionScores, [.. emissions.Select(emission => emission.Score)]),
        ];
    }
}
