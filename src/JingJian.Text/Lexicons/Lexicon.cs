using System.Collections.Frozen;

namespace JingJian.Text.Lexicons;

/// <summary>Words with frequency, part of speech and document frequency, and a model for the words it lacks.</summary>
/// <remarks>
/// <para><b>Guarantee.</b> Immutable. Loading copies nothing but a table of 128 KB: the bytes given are read in place,
/// so they may be a memory-mapped file and must not change while the lexicon lives.</para>
/// <para><b>Threads.</b> Shared freely.</para>
/// </remarks>
public sealed class Lexicon
{
    private readonly SectionedFile file;
    private readonly Section<char> alphabet;
    private readonly Section<ulong> units;
    private readonly Section<int> frequencies;
    private readonly Section<double> scores;
    private readonly Section<byte> tagOf;
    private readonly Section<ushort> idfOf;
    private readonly Section<double> idfs;
    private readonly Section<double> start;
    private readonly Section<double> transition;
    private readonly Section<double> emission;
    private readonly ushort[] codes;
    private readonly string[] tags;

    private Lexicon(SectionedFile file)
    {
        this.file = file;
        Divided = file.Lines(LexiconSections.Divided).ToFrozenSet(StringComparer.Ordinal);
        ReadOnlySpan<double> totals = file.Section<double>(LexiconSections.Totals).Span;
        MedianIdf = totals[0];
        alphabet = file.Section<char>(LexiconSections.Alphabet);
        codes = LexiconCompiler.Codes(alphabet.Span);
        units = file.Section<ulong>(LexiconSections.Units);
        frequencies = file.Section<int>(LexiconSections.Frequencies);
        scores = file.Section<double>(LexiconSections.Scores);
        tagOf = file.Section<byte>(LexiconSections.TagOf);
        tags = file.Lines(LexiconSections.Tags);
        idfOf = file.Section<ushort>(LexiconSections.IdfOf);
        idfs = file.Section<double>(LexiconSections.Idfs);
        start = file.Section<double>(LexiconSections.Start);
        transition = file.Section<double>(LexiconSections.Transition);
        emission = file.Section<double>(LexiconSections.Emission);
        TagTables = file.Has(LexiconSections.TagStates) ? new TagTables(file) : null;
    }

    /// <summary>The inverse document frequency that a word without one is given.</summary>
    public double MedianIdf { get; }

    /// <summary>Words that the character model must not put together.</summary>
    internal FrozenSet<string> Divided { get; }

    /// <summary>The model for unknown words with their parts of speech, where there is one.</summary>
    internal TagTables? TagTables { get; }

    internal ReadOnlySpan<char> Alphabet => alphabet.Span;

    internal ReadOnlySpan<ulong> Units => units.Span;

    internal ReadOnlySpan<ushort> Codes => codes;

    internal ReadOnlySpan<double> Scores => scores.Span;

    internal ReadOnlySpan<double> Start => start.Span;

    internal ReadOnlySpan<double> Transition => transition.Span;

    internal ReadOnlySpan<double> Emission => emission.Span;

    /// <summary>Opens a compiled lexicon.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="name">What to call it when it is damaged.</param>
    /// <exception cref="CorruptArtifactException">It is truncated, altered, of another version or byte order.</exception>
    public static Lexicon Load(ReadOnlyMemory<byte> bytes, string name = "models/lexicon/jieba.lexicon") =>
        new(SectionedFile.Open(bytes, name));

    /// <summary>A lexicon with the words of <paramref name="user"/> added, changed or removed; this one stays as it is.</summary>
    public Lexicon With(UserLexicon user)
    {
        var editor = new LexiconEditor(file);
        foreach (UserWord word in user.Words)
        {
            editor.Apply(word);
        }

        return Load(editor.Write());
    }

    /// <summary>How often the dictionary counted <paramref name="word"/>; 0 when it is no word.</summary>
    public int Frequency(ReadOnlySpan<char> word)
    {
        int at = DoubleArray.Find(units.Span, codes, word);
        return at < 0 ? 0 : frequencies.Span[DoubleArray.Value(units.Span[at])];
    }

    /// <summary>Whether the dictionary has <paramref name="word"/>.</summary>
    public bool Contains(ReadOnlySpan<char> word) => Frequency(word) > 0;

    /// <summary>The part of speech of <paramref name="word"/>, or null when it is no word.</summary>
    public string? Tag(ReadOnlySpan<char> word)
    {
        int at = DoubleArray.Find(units.Span, codes, word);
        return at < 0 || tagOf.Span[at] == 0 ? null : tags[tagOf.Span[at]];
    }

    /// <summary>All words, in no particular but always the same order.</summary>
    public IEnumerable<string> Words() => LexiconWords.All(this);

    /// <summary>The inverse document frequency of <paramref name="word"/>, or <see cref="MedianIdf"/>.</summary>
    public double Idf(ReadOnlySpan<char> word)
    {
        int at = DoubleArray.Find(units.Span, codes, word);
        return at < 0 || idfOf.Span[at] == 0 ? MedianIdf : idfs.Span[idfOf.Span[at]];
    }
}
