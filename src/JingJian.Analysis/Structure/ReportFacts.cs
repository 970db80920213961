using JingJian.Text;

namespace JingJian.Analysis.Structure;

/// <summary>Something that a report says of itself, with the place that says so.</summary>
/// <param name="Value">What it says.</param>
/// <param name="Source">The stretch of the decoded source that says it.</param>
/// <param name="Confidence">How sure it is that the report speaks of itself there, from 0 to 1: a title is surer than an opening.</param>
public sealed record Statement<T>(T Value, TextSpan Source, double Confidence);

/// <summary>The part of a year that a report is about.</summary>
public enum PeriodPart
{
    /// <summary>The whole year, or not said.</summary>
    Year,

    /// <summary>上半年.</summary>
    FirstHalf,

    /// <summary>下半年.</summary>
    SecondHalf,

    /// <summary>一季度, 第三季度.</summary>
    Quarter,

    /// <summary>五年来, 三年总结.</summary>
    SeveralYears,
}

/// <summary>The time that a report is about.</summary>
/// <param name="Year">The year; null when it is masked or only its part is said.</param>
/// <param name="IsMasked">Whether a year stands there with its digits erased: 20_年.</param>
/// <param name="IsRelative">Whether it was worked out from 今年 or 去年 and the report's date.</param>
/// <param name="Part">The part of the year.</param>
public sealed record ReportPeriod(int? Year, bool IsMasked, bool IsRelative, PeriodPart Part);

/// <summary>What sort of unit reports.</summary>
public enum UnitType
{
    /// <summary>工会.</summary>
    Union,

    /// <summary>学校、幼儿园、大学.</summary>
    School,

    /// <summary>医院.</summary>
    Hospital,

    /// <summary>乡镇、街道、村、社区.</summary>
    Township,

    /// <summary>县级以上人民政府.</summary>
    Government,

    /// <summary>部、局、委、办.</summary>
    Bureau,

    /// <summary>公司、厂、矿、银行.</summary>
    Enterprise,

    /// <summary>法院、检察院.</summary>
    Court,

    /// <summary>党委、党支部.</summary>
    Party,

    /// <summary>None of these.</summary>
    Other,
}

/// <summary>How high a unit stands.</summary>
public enum UnitLevel
{
    /// <summary>国家.</summary>
    National,

    /// <summary>省、自治区、直辖市.</summary>
    Province,

    /// <summary>市、州.</summary>
    City,

    /// <summary>县、区.</summary>
    County,

    /// <summary>乡镇、街道.</summary>
    Township,

    /// <summary>A basic unit: 学校, 企业, 车间.</summary>
    Basic,
}

/// <summary>What a report says of itself. What it does not say is null.</summary>
/// <param name="Title">Its title, without a compilation's number.</param>
/// <param name="Period">The time it is about.</param>
/// <param name="Unit">The unit that reports, by a name of its own.</param>
/// <param name="UnitType">What sort of unit that is, named or not: 我校工会 is a union.</param>
/// <param name="Level">How high the unit stands.</param>
/// <param name="Place">The nearest named place.</param>
/// <param name="Author">Who signs or speaks.</param>
/// <param name="Date">When it was signed or delivered: 2021-12-28, 2021-12.</param>
public sealed record ReportFacts(
    Statement<string>? Title,
    Statement<ReportPeriod>? Period,
    Statement<string>? Unit,
    Statement<UnitType>? UnitType,
    Statement<UnitLevel>? Level,
    Statement<string>? Place,
    Statement<string>? Author,
    Statement<string>? Date);
