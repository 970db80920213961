namespace JingJian.Tools.Samples;

/// <summary>One report of the plan.</summary>
/// <param name="Id">Unit key and year, for example <c>qhgh-2021</c>.</param>
/// <param name="Unit">Full name of the unit that reports.</param>
/// <param name="UnitType">union, school, hospital, township, bureau or enterprise.</param>
/// <param name="Year">The year it reports on.</param>
/// <param name="Document">summary, plan or personal.</param>
/// <param name="Title">Its own title, printed when the layout does not put another in its place.</param>
/// <param name="Lines">Its text; a copy names them by their number from 1.</param>
internal sealed record PlannedReport(
    string Id, string Unit, string UnitType, int Year, string Document, string Title, IReadOnlyList<PlannedLine> Lines);

/// <summary>One line of a planned report.</summary>
/// <param name="Kind">heading, paragraph or noise.</param>
/// <param name="Function">What it does in the report, or for a heading the section below it.</param>
/// <param name="Secondary">Another function strongly present, or null.</param>
/// <param name="Copy">What it was copied from, or null.</param>
/// <param name="Text">Its words.</param>
internal sealed record PlannedLine(string Kind, string Function, string? Secondary, PlannedCopy? Copy, string Text);

/// <summary>How a line came from earlier ones.</summary>
/// <param name="Kind">self, stale, cross, leftover, superior, slogan, merged, split, reordered, reworded, masked or exact.</param>
/// <param name="Sources">The lines it was made from, in order.</param>
internal sealed record PlannedCopy(string Kind, IReadOnlyList<LineReference> Sources);

/// <summary>A line of a planned report.</summary>
/// <param name="Report">Id of the report.</param>
/// <param name="Line">Number of the line in it, from 1.</param>
internal readonly record struct LineReference(string Report, int Line)
{
    public override string ToString() => $"{Report}#{Line}";
}
