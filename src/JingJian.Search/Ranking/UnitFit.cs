using System.Collections.Frozen;
using JingJian.Analysis.Structure;

namespace JingJian.Search.Ranking;

/// <summary>Lets the reports of those lead whom a question is about.</summary>
/// <remarks>
/// <para><b>Source.</b> Ours. What a unit did for its people is written there once and in few words, while governments write of everything:
/// their long paragraphs have the words of such a question oftener. Measured on the judged needs (<c>tools evaluate search</c>).</para>
/// </remarks>
internal sealed class UnitFit(RankedIndex index, FrozenSet<UnitType> asked) : SecondLook(reach: 100, reason: "出自所问的那类单位的报告")
{
    private float best;

    protected override float Of(int document) =>
        index.Reader.Columns.UnitTypeOf(document) is { } unit && asked.Contains(unit) ? index.Options.UnitWeight * best : 0;

    protected override void Learn(IReadOnlyList<Candidate> hits) => best = hits.Count > 0 ? hits[0].Score : 0;
}
