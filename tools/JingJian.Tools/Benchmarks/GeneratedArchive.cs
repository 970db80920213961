using System.Text;
using JingJian.Analysis.Reuse;
using JingJian.Archive.Stages;

namespace JingJian.Tools.Benchmarks;

/// <summary>An archive of made-up paragraphs of which it is known who copied whom.</summary>
/// <remarks>
/// Half of the paragraphs are copies of families of four, each with six characters changed at random places; the others
/// are new text. Every third paragraph opens with one of forty formulas. Characters follow Zipf's law, sentences
/// have the lengths of the genre: 164 characters a paragraph, 20 paragraphs a report.
/// </remarks>
internal sealed class GeneratedArchive : IDisposable
{
    private const int FamilySize = 4;
    private const int Changed = 6;
    private const int Formulas = 40;
    private const int ParagraphsPerReport = 20;
    private const int Alphabet = 3000;
    private const int TextsAtATime = 1 << 16;

    private static readonly char[] Characters = [.. Enumerable.Range(0, 1 << 16).Select(i => (char)(0x4E00 + (int)Math.Exp(i / 65536.0 * Math.Log(Alphabet))))];

    private readonly string[] formulas;
    private readonly int[] originals;
    private readonly int size;
    private readonly ParagraphFile? disk;

    private GeneratedArchive(int size, string? folder)
    {
        this.size = size;
        var random = new Random(size);
        formulas = [.. Enumerable.Range(0, Formulas).Select(_ => Sentences(44, random))];
        originals = new int[size];
        int[] places = [.. Enumerable.Range(0, size)];
        random.Shuffle(places);
        for (int i = 0; i < size; i++)
        {
            originals[places[i]] = i < size / 2 ? i / FamilySize * FamilySize : -1;
        }

        Paragraphs = folder is null
            ? Enumerable.Range(0, size).Select(place => new ReuseParagraph(place / ParagraphsPerReport, TextAt(place))).ToArray()
            : disk = InFile(folder);
    }

    /// <summary>The paragraphs.</summary>
    public IReadOnlyList<ReuseParagraph> Paragraphs { get; }

    /// <summary>The archive of a size; the same every time.</summary>
    public static GeneratedArchive Make(int size) => new(size, null);

    /// <summary>The same archive in a file of a folder instead of memory.</summary>
    public static GeneratedArchive MakeOnDisk(int size, string folder) => new(size, folder);

    /// <summary>How many pairs of copies there are.</summary>
    public long Planned => originals.Where(original => original >= 0).CountBy(original => original).Sum(family => (long)family.Value * (family.Value - 1) / 2);

    /// <summary>Whether a pair was planned.</summary>
    public bool IsPlanned(int a, int b) => originals[a] >= 0 && originals[a] == originals[b];

    /// <summary>Paragraphs of a report that came in: half of them edited copies.</summary>
    public string[] NewReport(int paragraphs)
    {
        var random = new Random(size + 1);
        return [.. Enumerable.Range(0, paragraphs).Select(i => i % 2 == 0 ? Edited(Paragraphs[random.Next(size)].Text, random) : NewParagraph(random))];
    }

    /// <inheritdoc/>
    public void Dispose() => disk?.Dispose();

    /// <summary>Texts are made on all processors, some at a time.</summary>
    private ParagraphFile InFile(string folder)
    {
        var file = new ParagraphFile(folder);
        var texts = new string[TextsAtATime];
        for (int start = 0; start < size; start += TextsAtATime)
        {
            int first = start;
            int count = Math.Min(TextsAtATime, size - first);
            Parallel.For(0, count, i => texts[i] = TextAt(first + i));
            for (int i = 0; i < count; i++)
            {
                file.Add(new ReuseParagraph((first + i) / ParagraphsPerReport, texts[i]));
            }
        }

        file.Flush();
        return file;
    }

    /// <summary>From its place alone, so that places can be written in any order.</summary>
    private string TextAt(int place) => originals[place] < 0
        ? NewParagraph(new Random(place))
        : Edited(NewParagraph(new Random(size + originals[place])), new Random(place));

    private string NewParagraph(Random random) => random.Next(3) == 0 ? formulas[random.Next(Formulas)] + Sentences(120, random) : Sentences(164, random);

    private static string Sentences(int length, Random random)
    {
        var text = new StringBuilder();
        int untilStop = 12;
        while (text.Length < length - 1)
        {
            text.Append(Characters[random.Next(Characters.Length)]);
            untilStop--;
            if (untilStop == 0)
            {
                text.Append('，');
                untilStop = random.Next(6, 15);
            }
        }

        return text.Append('。').ToString();
    }

    private static string Edited(string original, Random random)
    {
        var text = new StringBuilder(original);
        for (int change = 0; change < Changed; change++)
        {
            text[random.Next(text.Length)] = Characters[random.Next(Characters.Length)];
        }

        return text.ToString();
    }
}
