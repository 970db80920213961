namespace JingJian.Archive.Views;

/// <summary>How the title of a report is written in a sentence.</summary>
public static class ReportTitles
{
    private static readonly char[] LooseStarts = ['：', ':', '—', '-', '，', '。', '；', '、', ' ', '\u3000'];

    /// <summary>A title in book quotes; the first words of a report whose title is lost as the quotation that they are.</summary>
    public static string Quoted(string title)
    {
        ArgumentNullException.ThrowIfNull(title);
        return title.EndsWith('…') ? $"“{title.TrimStart(LooseStarts).Replace('“', '‘').Replace('”', '’')}”（无标题）" : $"《{title}》";
    }
}
