using System.Text.RegularExpressions;
using JingJian.Analysis.Structure;

namespace JingJian.Analysis.Functions;

/// <summary>What sort of text a report is, as far as its functions depend on it. Part of the trained weights: never renumber.</summary>
internal enum Genre
{
    /// <summary>工作总结 of a unit.</summary>
    Summary = 0,

    /// <summary>工作计划.</summary>
    Plan = 1,

    /// <summary>An essay or article.</summary>
    Essay = 2,

    /// <summary>News.</summary>
    Press = 3,

    /// <summary>述职报告, 个人总结.</summary>
    Personal = 4,

    /// <summary>None of these.</summary>
    Other = 5,

    /// <summary>政府工作报告: reviews a year and plans the next, which is the year of its title.</summary>
    Government = 6,

    /// <summary>A summary by a single person who says 我.</summary>
    FirstPerson = 7,

    /// <summary>A regulation, opinion or notice.</summary>
    Rule = 8,
}

/// <summary>Tells genres apart by title and first words.</summary>
internal static partial class Genres
{
    public static Genre Of(ReportOutline report, IEnumerable<string> beginning)
    {
        string title = report.Title;
        string start = string.Join('\n', beginning);
        return report.Type switch
        {
            _ when GovernmentTitle().IsMatch(title) || Delegates().IsMatch(start) => Genre.Government,
            DocumentType.Personal => Genre.Personal,
            DocumentType.Plan => Genre.Plan,
            _ when RuleTitle().IsMatch(title) => Genre.Rule,
            _ when report.HasTitle && !SummaryWord().IsMatch(title) && !SummaryWord().IsMatch(start) => Genre.Essay,
            _ when FirstPerson().Count(start) > 2 => Genre.FirstPerson,
            _ => (Genre)report.Type,
        };
    }

    /// <summary>我 as a person stands this often in a thousand characters of what single persons write of themselves; half of
    /// the personal summaries of the training set have 8.8, nine in ten texts of other sorts less than 2.1.</summary>
    private const double PersonsPerThousand = 2.5;

    /// <summary>A text speaks of its own unit this often in a thousand characters when it is of one; most labelled parts of
    /// compilations about the work of units have 8 and more, nearly nine in ten texts of other sorts none.</summary>
    private const double OwnPerThousand = 5;

    /// <summary>Whether a unit, or somebody in charge of one, accounts for its work: no weblog, no speech, no essay, nothing of a country or province.</summary>
    public static bool IsOfUnit(Genre genre, ReportOutline report, IReadOnlyCollection<string> texts)
    {
        if (genre is Genre.Summary or Genre.Plan or Genre.Personal && report.Title.Contains("述职", StringComparison.Ordinal))
        {
            return true;
        }

        double thousands = texts.Sum(text => text.Length) / 1000.0;
        bool isNamedSo = genre is Genre.Summary or Genre.Plan or Genre.Personal && (!report.HasTitle || AccountTitle().IsMatch(report.Title));
        return genre is not (Genre.Government or Genre.Rule)
            && !WiderTitle().IsMatch(report.Title)
            && !WiderStart().IsMatch(string.Join('\n', texts.Take(FirstTexts)))
            && (isNamedSo || texts.Sum(text => OwnUnit().Count(text)) >= OwnPerThousand * thousands)
            && texts.Sum(text => FirstPerson().Count(text)) <= PersonsPerThousand * thousands;
    }

    private const int FirstTexts = 3;

    /// <summary>What reports of units are called.</summary>
    [GeneratedRegex("总结|述职|小结|汇报|报告|计划|打算|安排|要点|方案|情况|回顾")]
    private static partial Regex AccountTitle();

    [GeneratedRegex("我(?:局|镇|校|院|厂|矿|区|县|乡|处|站|公司|支行|单位|行|系统|中心)|本(?:局|校|院|厂|矿|公司|单位)|工会|车间|支行")]
    private static partial Regex OwnUnit();

    /// <summary>What parties, countries and provinces call theirs.</summary>
    [GeneratedRegex("代表大会|国务院|中央委员会|国民经济|五年(?:计划|规划)|报告会|全国委员会")]
    private static partial Regex WiderTitle();

    /// <summary>How speeches, news and accounts of whole provinces and countries begin.</summary>
    [GeneratedRegex("女士们|来宾|[上下]午好|大家好|相聚|国家元首|同胞|全国代表大会|中央委员会|记者|新华社|自治州|[我全]省(?:经济|国民)|市人大、市政协|省人大|省政协|国务院")]
    private static partial Regex WiderStart();

    [GeneratedRegex("政府工作(?:的)?报告")]
    private static partial Regex GovernmentTitle();

    [GeneratedRegex("各位代表|代表(?:省|市|自治区|区|县)?人民政府|请予审议")]
    private static partial Regex Delegates();

    [GeneratedRegex("(?:条例|规定|办法|意见|通知|决定|细则|准则|公报)(?:[（(].*[)）])?$")]
    private static partial Regex RuleTitle();

    [GeneratedRegex("总结|汇报|报告|回顾|述职|情况|小结")]
    private static partial Regex SummaryWord();

    [GeneratedRegex("我(?!们|[局镇校院厂会区县市乡处站国省部司行])")]
    private static partial Regex FirstPerson();
}
