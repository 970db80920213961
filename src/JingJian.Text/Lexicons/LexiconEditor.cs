using System.Runtime.InteropServices;

namespace JingJian.Text.Lexicons;

/// <summary>Applies a user dictionary to a lexicon file, giving another lexicon file.</summary>
/// <remarks>
/// <para><b>Source.</b> jieba 0.42.1, <c>add_word</c>: each word in turn gets its frequency, which also enters the total;
/// a word of frequency 0 is never put together from characters again.</para>
/// <para><b>Cost.</b> A copy of the file, and a little for each word.</para>
/// </remarks>
internal sealed class LexiconEditor
{
    private readonly SectionedFile file;
    private readonly DoubleArrayEditor trie;
    private readonly List<int> frequencies;
    private readonly Dictionary<int, ushort> valueOf;
    private readonly List<string> tags;
    private readonly HashSet<string> beginnings = new(StringComparer.Ordinal);
    private readonly SortedSet<string> divided;
    private readonly double medianIdf;
    private long total;

    public LexiconEditor(SectionedFile file)
    {
        this.file = file;
        ReadOnlySpan<double> totals = file.Section<double>(LexiconSections.Totals).Span;
        medianIdf = totals[0];
        total = (long)totals[1];
        frequencies = [.. file.Section<int>(LexiconSections.Frequencies).Span];
        valueOf = frequencies.Select((frequency, i) => (frequency, i)).ToDictionary(pair => pair.frequency, pair => (ushort)pair.i);
        tags = [.. file.Lines(LexiconSections.Tags)];
        divided = new SortedSet<string>(file.Lines(LexiconSections.Divided), StringComparer.Ordinal);
        trie = new DoubleArrayEditor(
            file.Section<ulong>(LexiconSections.Units).Span,
            file.Section<byte>(LexiconSections.TagOf).Span,
            file.Section<ushort>(LexiconSections.IdfOf).Span,
            file.Section<char>(LexiconSections.Alphabet).Span);
    }

    /// <summary>Applies one line.</summary>
    public void Apply(UserWord word)
    {
        int frequency = word.Frequency ?? SuggestedFrequency.Of(word.Word, FrequencyOf, total);
        trie.SetValue(word.Word, ValueOf(frequency));
        total += frequency;
        for (int length = 1; length <= word.Word.Length; length++)
        {
            beginnings.Add(word.Word[..length]);
        }

        if (frequency == 0)
        {
            divided.Add(word.Word);
        }

        if (word.Tag is not null)
        {
            trie.SetTag(word.Word, TagOf(word.Tag));
        }
    }

    /// <summary>The edited file.</summary>
    public byte[] Write()
    {
        int added = trie.Alphabet.Count - file.Section<char>(LexiconSections.Alphabet).Span.Length;
        return SectionedFile.Write([.. file.Sections().Select(section => section.Tag switch
        {
            LexiconSections.Totals => SectionedFile.Section<double>(section.Tag, [medianIdf, total]),
            LexiconSections.Alphabet => SectionedFile.Section<char>(section.Tag, trie.Alphabet.ToArray()),
            LexiconSections.Units => SectionedFile.Section(section.Tag, trie.Units),
            LexiconSections.Frequencies => SectionedFile.Section<int>(section.Tag, CollectionsMarshal.AsSpan(frequencies)),
            LexiconSections.Scores => SectionedFile.Section<double>(section.Tag, LexiconCompiler.Scores(frequencies, total)),
            LexiconSections.TagOf => SectionedFile.Section(section.Tag, trie.TagOf),
            LexiconSections.Tags => SectionedFile.Section(section.Tag, tags),
            LexiconSections.IdfOf => SectionedFile.Section(section.Tag, trie.IdfOf),
            LexiconSections.Divided => SectionedFile.Section(section.Tag, divided),
            LexiconSections.Emission => (section.Tag, Repeated(section.Payload, CharacterModel.Impossible, 4 * added)),
            LexiconSections.TagEmissionFirst => (section.Tag, Repeated(section.Payload, MemoryMarshal.Cast<byte, int>(section.Payload.Span)[^1], added)),
            _ => section,
        })]);
    }

    /// <summary>Rows for letters that the models have never seen.</summary>
    private static ReadOnlyMemory<byte> Repeated<T>(ReadOnlyMemory<byte> payload, T value, int count)
        where T : unmanaged
    {
        T[] more = new T[count];
        Array.Fill(more, value);
        return (byte[])[.. payload.Span, .. MemoryMarshal.AsBytes<T>(more)];
    }

    private int? FrequencyOf(string word) =>
        trie.ValueOf(word) is ushort value ? frequencies[value] : beginnings.Contains(word) ? 0 : null;

    private ushort ValueOf(int frequency)
    {
        if (!valueOf.TryGetValue(frequency, out ushort value))
        {
            value = checked((ushort)frequencies.Count);
            frequencies.Add(frequency);
            valueOf.Add(frequency, value);
        }

        return value;
    }

    private byte TagOf(string tag)
    {
        if (!tags.Contains(tag))
        {
            tags.Add(tag);
        }

        return checked((byte)tags.IndexOf(tag));
    }
}
