using System.Text;

namespace JingJian.Ingest.Formats;

/// <summary>Text as it flows into lines: one line a block, one line a row of a table.</summary>
/// <remarks>
/// <para>A row whose cells hold one line each becomes one line with tabs. When a cell of it holds more, the table serves as a
/// layout (a page beside its navigation, a form filled with prose): then every cell has lines of its own.</para>
/// <para>White space is drawn together as a browser does, unless <see cref="KeepsBlanks"/>. A line end of the markup between two
/// Chinese characters is no blank (CSS Text 4, segment break transformation): pages are wrapped in mid-sentence. No-break and
/// full-width spaces stay, they indent.</para>
/// </remarks>
internal sealed class FlowingText
{
    private readonly StringBuilder text = new();
    private readonly List<int> tabs = [];
    private Gap gap;
    private bool isLayout;

    /// <summary>What stands between the last character and the next; a later one is stronger.</summary>
    private enum Gap
    {
        None,
        Blank,
        LineEnd,
        Line,
        Cell,
        Row,
    }

    /// <summary>Whether blanks and line ends are kept as they stand.</summary>
    public bool KeepsBlanks { get; set; }

    /// <summary>Adds characters.</summary>
    public void Append(string characters)
    {
        foreach (char c in characters)
        {
            if (KeepsBlanks ? c is not ('\r' or '\n') : c is not (' ' or '\t' or '\r' or '\n' or '\f'))
            {
                Write(c);
            }
            else if (KeepsBlanks)
            {
                Break();
            }
            else
            {
                Widen(c is '\r' or '\n' ? Gap.LineEnd : Gap.Blank);
            }
        }
    }

    /// <summary>Ends the line, if it holds anything.</summary>
    public void Break() => Widen(Gap.Line);

    /// <summary>Begins or ends a row of a table, or a table.</summary>
    public void NextRow() => Widen(Gap.Row);

    /// <summary>Begins a cell.</summary>
    public void NextCell()
    {
        // A line that ends with its cell is no second line of it.
        gap = gap == Gap.Row ? Gap.Row : Gap.Cell;
    }

    /// <inheritdoc/>
    public override string ToString() => text.ToString();

    private void Widen(Gap wider) => gap = gap < wider ? wider : gap;

    private void Write(char c)
    {
        if (text.Length > 0)
        {
            WriteGap(c);
        }

        gap = Gap.None;
        text.Append(c);
    }

    private void WriteGap(char next)
    {
        switch (gap)
        {
            case Gap.Blank:
            case Gap.LineEnd when !(IsChinese(text[^1]) && IsChinese(next)):
                text.Append(' ');
                break;
            case Gap.Cell when !isLayout:
                tabs.Add(text.Length);
                text.Append('\t');
                break;
            case Gap.Line or Gap.Cell:
                MakeLayout();
                text.Append('\n');
                break;
            case Gap.Row:
                isLayout = false;
                tabs.Clear();
                text.Append('\n');
                break;
        }
    }

    /// <summary>A second line in a cell: what was joined in this row is parted again.</summary>
    private void MakeLayout()
    {
        isLayout = true;
        foreach (int tab in tabs)
        {
            text[tab] = '\n';
        }

        tabs.Clear();
    }

    private static bool IsChinese(char c) => c is (>= '\u2E80' and <= '\uA4CF') or (>= '\uF900' and <= '\uFAFF') or (>= '\uFE30' and <= '\uFE4F')
        or (>= '\uFF00' and <= '\uFFEF') or (>= '\uD800' and <= '\uDFFF') or '“' or '”' or '‘' or '’' or '—' or '…';
}
