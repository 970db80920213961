using System.Buffers;
using System.Text.RegularExpressions;
using JingJian.Text;

namespace JingJian.Analysis.Reuse;

/// <summary>Marks that stand for what somebody erased or has yet to fill in: 20_年, ××, ***, xx.</summary>
/// <remarks>The marks of Markdown around _a few words_ stand for nothing; they touch no letter outside (CommonMark 0.31, section 6.2).</remarks>
public static partial class Placeholders
{
    private static readonly SearchValues<char> YearUnits = SearchValues.Create("0123456789０１２３４５６７８９〇零○一二三四五六七八九");

    /// <summary>Where they stand in a text, in order; of a year the whole year.</summary>
    public static IEnumerable<TextSpan> In(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        TextSpan[] emphasis = [.. Emphasis().Matches(text).SelectMany(words => words.Groups["mark"].Captures).Select(mark => new TextSpan(mark.Index, mark.Length))];
        return new NormalizedText(text).Slots.Where(slot => IsMasked(text, slot)).Select(slot => TextSpan.Between(slot.Start, slot.End))
            .Where(gap => !Array.Exists(emphasis, mark => mark.Start <= gap.Start && gap.End <= mark.End));
    }

    private static bool IsMasked(string text, Slot slot) => slot.Kind == SlotKind.Mask
        || (slot.Kind == SlotKind.Year && text.AsSpan(slot.Start, slot.End - slot.Start).ContainsAnyExcept(YearUnits));

    [GeneratedRegex(
        @"(?<![\p{L}\p{N}_*])(?<mark>(?<run>_{1,2}|\*{1,3}))(?=[\p{L}\p{N}“《])(?!年)[^_*。！？\n]{1,60}(?<=[\p{L}\p{N}”》%％])(?<mark>\k<run>)(?![\p{L}\p{N}_*])",
        RegexOptions.CultureInvariant)]
    private static partial Regex Emphasis();
}
