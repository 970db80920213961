namespace JingJian.Text.Lexicons;

/// <summary>Turns dictionary, character model and document frequencies into the bytes that <see cref="Lexicon"/> loads.</summary>
/// <remarks>
/// <para><b>Guarantee.</b> The same source gives the same bytes. The file holds the logarithms, so words do not depend on
/// the mathematics library of the machine that loads it.</para>
/// </remarks>
public static class LexiconCompiler
{
    /// <summary>Compiles <paramref name="source"/>.</summary>
    public static byte[] Compile(LexiconSource source)
    {
        char[] alphabet = Alphabet(source);
        ushort[] codes = Codes(alphabet);
        long total = source.Total ?? source.Entries.Sum(entry => (long)entry.Frequency);
        int[] frequencies = [0, .. source.Entries.Select(entry => entry.Frequency).Where(f => f > 0).Distinct().Order()];
        string[] tags = ["", .. source.Entries.Select(entry => entry.Tag).Where(tag => tag.Length > 0).Distinct().Order(StringComparer.Ordinal)];
        double[] idfs = [.. source.Idf.Select(item => item.Idf).Distinct().Order()];

        var builder = new DoubleArrayBuilder();
        int[] entryNodes = [.. source.Entries.Select(entry => builder.Add(Encode(entry.Word, codes)))];
        int[] idfNodes = [.. source.Idf.Select(item => builder.Add(Encode(item.Word, codes)))];
        for (int i = 0; i < entryNodes.Length; i++)
        {
            builder.SetValue(entryNodes[i], Index(Array.BinarySearch(frequencies, source.Entries[i].Frequency)));
        }

        (ulong[] units, int[] unitOf) = builder.Build(alphabet.Length);
        byte[] tagOf = new byte[units.Length];
        for (int i = 0; i < entryNodes.Length; i++)
        {
            tagOf[unitOf[entryNodes[i]]] = checked((byte)Array.BinarySearch(tags, source.Entries[i].Tag, StringComparer.Ordinal));
        }

        ushort[] idfOf = new ushort[units.Length];
        for (int i = 0; i < idfNodes.Length; i++)
        {
            idfOf[unitOf[idfNodes[i]]] = Index(Array.BinarySearch(idfs, source.Idf[i].Idf) + 1);
        }

        return SectionedFile.Write([
            SectionedFile.Section<double>(LexiconSections.Totals, [MedianIdf(source), total]),
            SectionedFile.Section<char>(LexiconSections.Alphabet, alphabet),
            SectionedFile.Section<ulong>(LexiconSections.Units, units),
            SectionedFile.Section<int>(LexiconSections.Frequencies, frequencies),
            SectionedFile.Section<double>(LexiconSections.Scores, Scores(frequencies, total)),
            SectionedFile.Section<byte>(LexiconSections.TagOf, tagOf),
            SectionedFile.Section(LexiconSections.Tags, tags),
            SectionedFile.Section<ushort>(LexiconSections.IdfOf, idfOf),
            SectionedFile.Section<double>(LexiconSections.Idfs, [0, .. idfs]),
            SectionedFile.Section<double>(LexiconSections.Start, [.. source.Characters.Start]),
            SectionedFile.Section<double>(LexiconSections.Transition, [.. source.Characters.Transition]),
            SectionedFile.Section<double>(LexiconSections.Emission, Emission(source.Characters, alphabet)),
            SectionedFile.Section(LexiconSections.Divided, []),
            .. source.Tags is null ? [] : TagTables.Sections(source.Tags, alphabet),
        ]);
    }

    /// <summary>All characters, the most frequent trie letters first: small codes lie close together.</summary>
    private static char[] Alphabet(LexiconSource source)
    {
        var uses = new Dictionary<char, int>();
        foreach (string word in source.Entries.Select(entry => entry.Word).Concat(source.Idf.Select(item => item.Word)))
        {
            foreach (char letter in word)
            {
                uses[letter] = uses.GetValueOrDefault(letter) + 1;
            }
        }

        foreach (char letter in source.Characters.Emission.Keys.Concat(source.Tags?.Emission.Keys ?? []))
        {
            uses.TryAdd(letter, 0);
        }

        return [.. uses.OrderByDescending(use => use.Value).ThenBy(use => use.Key).Select(use => use.Key)];
    }

    /// <summary>The code of every UTF-16 unit: 1 for the first letter of the alphabet, 0 for what is not in it.</summary>
    internal static ushort[] Codes(ReadOnlySpan<char> alphabet)
    {
        ushort[] codes = new ushort[char.MaxValue + 1];
        for (int i = 0; i < alphabet.Length; i++)
        {
            codes[alphabet[i]] = Index(i + 1);
        }

        return codes;
    }

    /// <summary>The logarithm of each frequency's share of the total; 0 counts as 1.</summary>
    internal static double[] Scores(IEnumerable<int> frequencies, long total) =>
        [.. frequencies.Select(frequency => Math.Log(Math.Max(1, frequency)) - Math.Log(total))];

    private static ushort[] Encode(string word, ushort[] codes) => [.. word.Select(letter => codes[letter])];

    private static double[] Emission(CharacterModel model, char[] alphabet)
    {
        double[] table = new double[(alphabet.Length + 1) * 4];
        Array.Fill(table, CharacterModel.Impossible);
        for (int i = 0; i < alphabet.Length; i++)
        {
            if (model.Emission.TryGetValue(alphabet[i], out double[]? row))
            {
                row.CopyTo(table, (i + 1) * 4);
            }
        }

        return table;
    }

    /// <summary>The upper median over words, as jieba takes it for words without a document frequency.</summary>
    private static double MedianIdf(LexiconSource source)
    {
        double[] sorted = [.. source.Idf.Select(item => item.Idf).Order()];
        return sorted.Length == 0 ? 0 : sorted[sorted.Length / 2];
    }

    private static ushort Index(int index) => checked((ushort)index);
}
