using System.Globalization;
using JingJian.Analysis.Functions;
using JingJian.Text;

namespace JingJian.Search.Queries;

/// <summary>What may stand before a colon.</summary>
internal enum QueryField
{
    Function,
    Year,
    Organisation,
    Source,
    Text,
    Heading,
}

/// <summary>The names of the fields, and what their values mean.</summary>
internal static class QueryFields
{
    private static readonly Dictionary<string, QueryField> ByName = new(StringComparer.Ordinal)
    {
        ["function"] = QueryField.Function,
        ["功能"] = QueryField.Function,
        ["year"] = QueryField.Year,
        ["年份"] = QueryField.Year,
        ["年"] = QueryField.Year,
        ["organisation"] = QueryField.Organisation,
        ["organization"] = QueryField.Organisation,
        ["unit"] = QueryField.Organisation,
        ["单位"] = QueryField.Organisation,
        ["source"] = QueryField.Source,
        ["来源"] = QueryField.Source,
        ["text"] = QueryField.Text,
        ["正文"] = QueryField.Text,
        ["heading"] = QueryField.Heading,
        ["标题"] = QueryField.Heading,
    };

    public static bool TryFind(ReadOnlySpan<char> name, out QueryField field) =>
        ByName.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out field);

    /// <summary>The filter for a field with a value, or the word itself where the field is one that is searched.</summary>
    public static Result<QueryNode> Filter(QueryField field, QueryWord value) => field switch
    {
        QueryField.Function => FunctionNames.TryParse(value.Text, out Function function)
            ? new FunctionFilter(function)
            : QueryFaults.UnknownFunction(value.Text, value.At),
        QueryField.Year => TryYears(value.Text, out YearRange years) ? new YearFilter(years) : QueryFaults.BadYear(value.Text, value.At),
        QueryField.Organisation => new OrganisationFilter(value.Text),
        QueryField.Source => new SourceFilter(value.Text),
        _ => value,
    };

    /// <summary>Reads 2020, 2019..2021, 2019.. and ..2021; a dash or 至 does as well as the dots.</summary>
    private static bool TryYears(string typed, out YearRange years)
    {
        string value = typed.Replace("-", "..", StringComparison.Ordinal).Replace("至", "..", StringComparison.Ordinal);
        int dots = value.IndexOf("..", StringComparison.Ordinal);
        string first = dots < 0 ? value : value[..dots], last = dots < 0 ? value : value[(dots + 2)..];
        int from = 1, to = 9999;
        bool valid = first.Length + last.Length > 0 && (first.Length == 0 || TryYear(first, out from)) && (last.Length == 0 || TryYear(last, out to));
        years = new YearRange(from, to);
        return valid && from <= to;
    }

    private static bool TryYear(string text, out int year) =>
        int.TryParse(text.AsSpan().TrimEnd('年'), NumberStyles.None, CultureInfo.InvariantCulture, out year) && year is >= 1000 and <= 9999;
}
