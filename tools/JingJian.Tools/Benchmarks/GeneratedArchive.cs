using System.Text;
using JingJian.Analysis.Reuse;

namespace JingJian.Tools.Benchmarks;

/// <summary>An archive of made-up paragraphs of which it is known who copied whom.</summary>
/// <remarks>
/// Half of the paragraphs are copies of families of four, each with six characters changed at random places; the others
/// are new text. Every third paragraph opens with one of forty formulas. Characters follow Zipf's law, sentences
/// have the lengths of the genre: 164 characters a paragraph, 20 paragraphs a report.
/// </remarks>
internal sealed class GeneratedArchive
{
    private const int FamilySize = 4;
    private const int Changed = 6;
    private const int Formulas = 40;
    private const int ParagraphsPerReport = 20;
    private const int Alphabet = 3000;

    private readonly Random random;
    private readonly string[] formulas;
    private readonly int[] originals;

    private GeneratedArchive(int size)
    {
        random = new Random(size);
        formulas = [.. Enumerable.Range(0, Formulas).Select(_ => Sentences(44))];
        Paragraphs = new ReuseParagraph[size];
        originals = new int[size];
        int[] places = [.. Enumerable.Range(0, size)];
        random.Shuffle(places);
        for (int i = 0; i < size;)
        {
            int copies = i < size / 2 ? Math.Min(FamilySize, size - i) : 1;
            string original = NewParagraph();
            for (int copy = 0; copy < copies; copy++, i++)
            {
                Paragraphs[places[i]] = new ReuseParagraph(places[i] / ParagraphsPerReport, copies == 1 ? original : Edited(original));
                originals[places[i]] = copies == 1 ? -1 : i - copy;
            }
        }
    }

    /// <summary>The paragraphs.</summary>
    public ReuseParagraph[] Paragraphs { get; }

    /// <summary>The archive of a size; the same every time.</summary>
    public static GeneratedArchive Make(int size) => new(size);

    /// <summary>Share of the planned links that were found, and pairs that were not planned.</summary>
    public (double Recall, int Wrong) Judge(ReuseFindings findings)
    {
        long planned = originals.Where(original => original >= 0).CountBy(original => original).Sum(family => (long)family.Value * (family.Value - 1) / 2);
        int right = findings.Pairs.Count(pair => originals[pair.A] >= 0 && originals[pair.A] == originals[pair.B]);
        return ((double)right / planned, findings.Pairs.Length - right);
    }

    /// <summary>Paragraphs of a report that came in: half of them edited copies.</summary>
    public string[] NewReport(int paragraphs) =>
        [.. Enumerable.Range(0, paragraphs).Select(i => i % 2 == 0 ? Edited(Paragraphs[random.Next(Paragraphs.Length)].Text) : NewParagraph())];

    private string NewParagraph() => random.Next(3) == 0 ? formulas[random.Next(Formulas)] + Sentences(120) : Sentences(164);

    private string Sentences(int length)
    {
        var text = new StringBuilder();
        int untilStop = 12;
        while (text.Length < length - 1)
        {
            text.Append(Character());
            untilStop--;
            if (untilStop == 0)
            {
                text.Append('，');
                untilStop = random.Next(6, 15);
            }
        }

        return text.Append('。').ToString();
    }

    private string Edited(string original)
    {
        var text = new StringBuilder(original);
        for (int change = 0; change < Changed; change++)
        {
            text[random.Next(text.Length)] = Character();
        }

        return text.ToString();
    }

    /// <summary>Zipf's law: the logarithm of the rank is uniform.</summary>
    private char Character() => (char)(0x4E00 + (int)Math.Exp(random.NextDouble() * Math.Log(Alphabet)));
}
