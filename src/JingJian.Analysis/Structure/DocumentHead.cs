using System.Text.RegularExpressions;

namespace JingJian.Analysis.Structure;

/// <summary>Reads what stands in front of the body at the top of a source: its title, and what a site or an editor put around it.</summary>
/// <remarks>
/// <para><b>Source.</b> Ours; measured on labelled documents in <c>corpus/labels</c>. Only at the top of a source may a line be a
/// title by its place alone: the first line that is neither residue nor a sentence. It may come again below a byline or a
/// rule, and may have a line of its own below it (——……).</para>
/// </remarks>
internal static partial class DocumentHead
{
    /// <summary>Front matter of a page or a post; the labelled documents have up to 14 lines.</summary>
    private const int LongestHead = 24;

    /// <summary>From this length on a line with a full stop is body.</summary>
    private const int ShortestBody = 50;

    private const int LongestTitle = 60;

    /// <summary>A shorter line may be part of a title by chance.</summary>
    private const int ShortestRepeatedTitle = 6;

    /// <summary>The kinds of the lines of the head; null where a line is left to the rules for any line.</summary>
    public static BlockKind?[] Read(IReadOnlyList<LogicalLine> lines)
    {
        int end = 0;
        while (end < Math.Min(lines.Count, LongestHead) && !IsBody(lines[end]))
        {
            end++;
        }

        // Where nothing follows, or nothing that looks like a body, there is no head.
        return end == 0 || end == lines.Count || end == LongestHead ? [] : Kinds(lines, end);
    }

    private static BlockKind?[] Kinds(IReadOnlyList<LogicalLine> lines, int end)
    {
        var kinds = new BlockKind?[Math.Min(lines.Count, LongestHead)];
        int trail = LastTrail(lines, end);
        int title = -1;
        bool expected = true;
        bool inList = false;
        for (int i = 0; i < end; i++)
        {
            string text = lines[i].Text.Text;
            if (IsFrontMatter(lines, i, end) && !FrontMatterTitle().IsMatch(text))
            {
                kinds[i] = BlockKind.Noise;
                continue;
            }

            inList = text[0] == '-' && (inList || FrontMatterList().IsMatch(lines[Math.Max(0, i - 1)].Text.Text));
            if (inList || (i > title && i < trail && title >= 0) || (Residue.IsHead(text) && !FrontMatterTitle().IsMatch(text)))
            {
                kinds[i] = BlockKind.Noise;
                expected |= i == trail || Residue.AnnouncesText(text);
            }
            else if (IsTitle(lines, i, end) && (expected || IsTitleAgain(lines, title, i) || IsSubtitle(lines, kinds, i)))
            {
                kinds[i] = BlockKind.Title;
                title = title < 0 || TitleLine.IsUnitAlone(lines[title].Text.Text) ? i : title;
                expected = TitleLine.IsUnitAlone(text) || (i + 1 < end && lines[i + 1].Text.Text is ['—' or '-', '—' or '-', ..]);
            }
            else
            {
                expected = false;
            }
        }

        // Below an editor's note the title may come again.
        for (int i = end; title >= 0 && i < kinds.Length; i++)
        {
            kinds[i] = lines[i].Text.Text.Length >= ShortestRepeatedTitle && IsTitleAgain(lines, title, i) && IsTitle(lines, i, kinds.Length)
                // The unit that the title names signs at the end.
                && !TitleLine.IsUnitAlone(lines[i].Text.Text)
                ? BlockKind.Title
                : null;
        }

        return kinds;
    }

    /// <summary>Whether a line stands between the rules around what a page's own tools keep at its top.</summary>
    private static bool IsFrontMatter(IReadOnlyList<LogicalLine> lines, int i, int end)
    {
        const string Rule = "---";
        if (lines[0].First.Number > 1 || lines[0].Text.Text != Rule)
        {
            return false;
        }

        int close = 1;
        while (close < end && lines[close].Text.Text != Rule)
        {
            close++;
        }

        return close < end && i <= close;
    }

    /// <summary>A numbered heading or running text.</summary>
    private static bool IsBody(LogicalLine line) =>
        line.Mark.Scheme is (>= MarkScheme.Part and <= MarkScheme.ChineseInParentheses) || line.Mark.Quoted || line.Mark.Depth > 1
        || (line.Text.Text.Length >= ShortestBody && line.Text.Text.AsSpan().Contains('。') && !Residue.IsHead(line.Text.Text));

    /// <summary>The place of the line that says where on a site the page stands: what is above it is the site's.</summary>
    private static int LastTrail(IReadOnlyList<LogicalLine> lines, int end)
    {
        for (int i = end - 1; i > 0; i--)
        {
            if (Residue.IsTrail(lines[i].Text.Text))
            {
                return i;
            }
        }

        return -1;
    }

    private static bool IsTitle(IReadOnlyList<LogicalLine> lines, int i, int end)
    {
        string text = lines[i].Text.Text;
        if (text.Length > LongestTitle || text[^1] is '。' or '；' or '，' or ';' or ',' or '、' or '：' or ':' || !text.Any(char.IsLetterOrDigit))
        {
            return false;
        }

        // A title with a clause of its own stands apart; a list of clauses does not.
        return !text.AsSpan().ContainsAny('，', ',', '。') || i + 1 == end || lines[i + 1].First.Number > lines[i].Lines[^1].Number + 1;
    }

    private static bool IsTitleAgain(IReadOnlyList<LogicalLine> lines, int title, int i) =>
        title >= 0 && TitleLine.WithoutNote(lines[i].Text.Text) is var text && TitleLine.WithoutNote(lines[title].Text.Text) is var first
        && (first.Contains(text, StringComparison.Ordinal) || text.Contains(first, StringComparison.Ordinal));

    private static bool IsSubtitle(IReadOnlyList<LogicalLine> lines, BlockKind?[] kinds, int i) =>
        i > 0 && kinds[i - 1] == BlockKind.Title && lines[i].Text.Text is ['—' or '-', '—' or '-', ..] or ['及' or '和' or '与' or '暨' or '的', ..];

    [GeneratedRegex("^(?:tags|categories|keywords):$")]
    private static partial Regex FrontMatterList();

    [GeneratedRegex(@"^title:\s*\S")]
    private static partial Regex FrontMatterTitle();
}
