using System.Collections.Immutable;
using JingJian.Text;

namespace JingJian.Analysis.Reuse;

/// <summary>Finds what a report has from earlier ones of its own organisation: stated to be so, or so by what the report that states none calls itself.</summary>
internal sealed class SelfReuse
{
    private readonly AuditRequest request;
    private readonly IReadOnlyList<AuditedPair> pairs;
    private readonly Lazy<SelfNames> names;
    private readonly Dictionary<int, (string Organisation, string Words)?> seemingly = [];

    /// <summary>Among the pairs of a report.</summary>
    public SelfReuse(AuditRequest request, IReadOnlyList<AuditedPair> pairs)
    {
        this.request = request;
        this.pairs = pairs;
        names = new Lazy<SelfNames>(() => new SelfNames(request.Origins.Select(origin => origin.Organisation).OfType<string>()));
    }

    /// <summary>The finding about a pair; none when the two organisations do not seem to be one, or nothing is shared but stock phrases.</summary>
    public IEnumerable<AuditFinding> In(NormalizedText text, AuditedPair pair)
    {
        string? words = AuditFigures.SourceOf(request, pair.OtherReport) switch
        {
            ReuseSource.OwnOrganisation => "",
            ReuseSource.Unknown => SeemsOwn(pair),
            _ => null,
        };
        if (words is not null && HasOwnWords(text, pair))
        {
            yield return new AuditFinding(
                FindingKind.SelfReuse, pair.Own, new TextSpan(0, text.Text.Length),
                [.. pair.Pair.Spans.Select(pair.Shown)], words);
        }
    }

    /// <summary>What the one that states no organisation calls itself, when that is the end of the other's name.</summary>
    private string? SeemsOwn(AuditedPair pair) => (request.Origins[request.Report].Organisation, request.Origins[pair.OtherReport].Organisation) switch
    {
        (null, { } stated) => Words(request.Report, stated),
        ({ } stated, null) => Words(pair.OtherReport, stated),
        _ => null,
    };

    private string? Words(int report, string stated)
    {
        if (!seemingly.TryGetValue(report, out (string Organisation, string Words)? found))
        {
            found = names.Value.In(OwnParagraphs(report));
            seemingly.Add(report, found);
        }

        return found is { } seems && seems.Organisation == stated ? seems.Words : null;
    }

    /// <summary>The paragraphs of a report that it shares with none here: in the others it may speak with somebody else's words.</summary>
    private IEnumerable<string> OwnParagraphs(int report)
    {
        bool isAudited = report == request.Report;
        HashSet<int> shared = [.. pairs.Where(pair => isAudited || pair.OtherReport == report).Select(pair => isAudited ? pair.Own : pair.Other)];
        IEnumerable<(int Paragraph, string Text)> paragraphs = isAudited
            ? request.Paragraphs.Select(paragraph => (paragraph.Paragraph, paragraph.Text))
            : request.ParagraphsOf(report);
        return paragraphs.Where(paragraph => !shared.Contains(paragraph.Paragraph)).Select(paragraph => paragraph.Text);
    }

    /// <summary>Whether more is shared than stock phrases: every report opens with the same sentence.</summary>
    private bool HasOwnWords(NormalizedText text, AuditedPair pair)
    {
        ImmutableArray<TextSpan> stock = request.Paragraphs.First(paragraph => paragraph.Paragraph == pair.Own).Stock;
        int letters = 0;
        foreach (TextSpan span in pair.Pair.Spans.Select(pair.InOwn))
        {
            for (int letter = text.LettersBefore(span.Start); letter < text.LettersBefore(span.End); letter++)
            {
                int at = text.OffsetOf(letter);
                letters += stock.Any(phrase => phrase.Start <= at && at < phrase.End) ? 0 : 1;
            }
        }

        return letters >= ReuseOptions.RunLength;
    }
}
