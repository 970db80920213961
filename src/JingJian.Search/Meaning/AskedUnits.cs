using System.Collections.Frozen;
using JingJian.Analysis.Structure;
using JingJian.Search.Queries;

namespace JingJian.Search.Meaning;

/// <summary>Whose reports a question is about: 医院开展新技术的成效 is asked of hospitals, 单位给大家买了什么保险 of whoever has staff.</summary>
internal static class AskedUnits
{
    /// <summary>How people call the unit where somebody works, whatever it is.</summary>
    private const string Workplace = "单位";

    // These report about a place and those who live there.
    private static readonly UnitType[] OfPlaces = [UnitType.Government, UnitType.Township];

    /// <summary>The sorts of units that a question names; none where it names none.</summary>
    public static FrozenSet<UnitType> In(string question) => KindNames.UnitTypesIn(question)
        .Concat(question.Contains(Workplace, StringComparison.Ordinal) ? Enum.GetValues<UnitType>().Except(OfPlaces) : [])
        .ToFrozenSet();
}
