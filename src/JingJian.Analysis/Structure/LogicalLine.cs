using System.Collections.Immutable;
using JingJian.Text;

namespace JingJian.Analysis.Structure;

/// <summary>One logical line: a line of the source, or several that a hard line break had cut in mid-sentence.</summary>
/// <param name="Lines">The source lines, in order.</param>
/// <param name="Text">Their contents joined.</param>
/// <param name="Mark">The numbering mark at its start.</param>
/// <param name="LooksLikeTitle">Whether it looks like a report's title, wherever it stands.</param>
internal sealed record LogicalLine(ImmutableArray<SourceLine> Lines, MappedText Text, HeadingMark Mark, bool LooksLikeTitle)
{
    /// <summary>Recognises what the joined lines begin with and look like. A second-level heading of Markdown titles no report, unless a
    /// compilation numbers it.</summary>
    public static LogicalLine Of(ImmutableArray<SourceLine> lines, MappedText text) => new(
        lines, text, HeadingMark.Of(text.Text) with { Depth = lines[0].Depth },
        lines[0].Depth <= 1 ? TitleLine.Looks(text.Text) : TitleLine.IsNumbered(text.Text));

    /// <summary>Its first line.</summary>
    public SourceLine First => Lines[0];

    /// <summary>The stretch of the source from its first to its last character, marks of Markdown included.</summary>
    public TextSpan Source => TextSpan.Between(Lines[0].Whole.Start, Lines[^1].Whole.End);
}
