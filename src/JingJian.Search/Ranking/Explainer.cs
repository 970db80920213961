using System.Globalization;
using JingJian.Search.Indexing;
using JingJian.Search.Queries;

namespace JingJian.Search.Ranking;

/// <summary>Says in words where the score of a hit comes from.</summary>
internal sealed class Explainer(RankedIndex index, QueryPlan plan, Nearness nearness, SecondLook? secondLook)
{
    public Explanation Explain(Candidate hit)
    {
        var parts = new List<Explanation>();
        var concepts = new Dictionary<int, (double Best, double Sum)>();
        foreach (Atom atom in plan.Atoms.Concat(plan.Added))
        {
            int before = parts.Count;
            parts.AddRange(Of(atom, hit.Document));
            if (atom.Concept is { } concept)
            {
                double its = parts.Skip(before).Sum(part => (double)part.Score);
                (double best, double sum) = concepts.GetValueOrDefault(concept);
                concepts[concept] = (Math.Max(best, its), sum + its);
            }
        }

        foreach ((double best, double sum) in concepts.Values.Where(concept => concept.Sum > concept.Best))
        {
            parts.Add(Part("同一个意思的几种说法，最好的一种全算，其余只算一部分", (float)DocumentScore.Held(best, sum, index.Options)));
        }

        foreach (AtomPair pair in nearness.Pairs)
        {
            float near = nearness.Of(pair, index.Reader.Texts.TextOf(hit.Document));
            if (near > 0)
            {
                parts.Add(Part($"“{pair.First.Atom.Text}”与“{pair.Second.Atom.Text}”在正文中靠得很近", near));
            }
        }

        if (secondLook?.GivenTo(hit.Document) is > 0 and var besides)
        {
            parts.Add(Part(secondLook.Reason, besides));
        }

        return new Explanation("总分", hit.Score, [.. parts]);
    }

    private IEnumerable<Explanation> Of(Atom atom, int document)
    {
        bool inText = TryOccurrences(atom, document, out int occurrences);
        float textScore = inText ? atom.TextScore(index.Texts, occurrences, index.Reader.Texts.Lengths[document]) : 0;
        if (inText)
        {
            yield return Part(TextReason(atom, occurrences, document), textScore);
        }

        float inHeadings = atom.HeadingScore(index.Reader.Columns.HeadingOf[document], textScore);
        if (inHeadings > 0)
        {
            yield return Part($"{(atom.Origin == WordOrigin.Typed ? "" : NameOf(atom.Origin))}“{atom.Text}”出现在上级标题中", inHeadings);
        }

        if ((inText || inHeadings > 0) && atom.Presence > 0)
        {
            yield return Part($"含有所查词语“{atom.Text}”", atom.Presence);
        }
    }

    private string TextReason(Atom atom, int occurrences, int document)
    {
        string spread = $"全库 {atom.InText.Count} 段有它";
        if (atom.Word.Match == WordMatch.Prefix)
        {
            return $"正文有以“{atom.Text}”开头的词，{spread}";
        }

        int times = StringFinder.CountIn(index.Reader.Texts.TextOf(document), atom.Text);
        if (atom.Origin != WordOrigin.Typed)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{NameOf(atom.Origin)}“{atom.Text}”在正文出现 {times} 次，{spread}");
        }

        return occurrences == 0 && atom.PrefersWords
            ? $"“{atom.Text}”在正文中只作为其他词的一部分出现 {times} 次，{spread}"
            : string.Create(CultureInfo.InvariantCulture, $"“{atom.Text}”在正文出现 {times} 次，{spread}");
    }

    private static string NameOf(WordOrigin origin) => origin switch
    {
        WordOrigin.Part => "其中的词",
        WordOrigin.Synonym => "近义词",
        WordOrigin.Saying => "公文说法",
        _ => "相关词",
    };

    private static bool TryOccurrences(Atom atom, int document, out int occurrences)
    {
        DocumentCursor cursor = atom.InText.Open();
        bool found = cursor.MoveTo(document) == document;
        occurrences = found ? cursor.OccurrencesAt(cursor.FirstPlace + cursor.Place) : 0;
        return found;
    }

    private static Explanation Part(string reason, float score) => new(reason, score, []);
}
