using JingJian.Analysis.Functions;
using JingJian.Analysis.Structure;
using JingJian.Text;

namespace JingJian.Search.Queries;

/// <summary>What may stand before a colon.</summary>
internal enum QueryField
{
    Function,
    Year,
    Organisation,
    Source,
    Type,
    UnitType,
    Copies,
    Originality,
    Quantities,
    Damage,
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
        ["type"] = QueryField.Type,
        ["类型"] = QueryField.Type,
        ["文种"] = QueryField.Type,
        ["unittype"] = QueryField.UnitType,
        ["unit-type"] = QueryField.UnitType,
        ["单位类型"] = QueryField.UnitType,
        ["copies"] = QueryField.Copies,
        ["处数"] = QueryField.Copies,
        ["originality"] = QueryField.Originality,
        ["原创度"] = QueryField.Originality,
        ["quantities"] = QueryField.Quantities,
        ["数据"] = QueryField.Quantities,
        ["damaged"] = QueryField.Damage,
        ["损伤"] = QueryField.Damage,
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
        QueryField.Year => YearRange.TryParse(value.Text, out YearRange years) ? new YearFilter(years) : QueryFaults.BadYear(value.Text, value.At),
        QueryField.Organisation => new OrganisationFilter(value.Text),
        QueryField.Source => new SourceFilter(value.Text),
        QueryField.Type => KindNames.TryParse(value.Text, out DocumentType type) ? new TypeFilter(type) : QueryFaults.UnknownType(value.Text, value.At),
        QueryField.UnitType => KindNames.TryParse(value.Text, out UnitType type) ? new UnitTypeFilter(type) : QueryFaults.UnknownUnitType(value.Text, value.At),
        QueryField.Copies => NumberRange.TryParse(value.Text, out NumberRange copies) ? new CopiesFilter(copies) : QueryFaults.BadNumber("处数", value.Text, value.At),
        QueryField.Originality => NumberRange.TryParse(value.Text, out NumberRange percent) ? new OriginalityFilter(percent) : QueryFaults.BadNumber("原创度", value.Text, value.At),
        QueryField.Quantities => NumberRange.TryParse(value.Text, out NumberRange quantities) ? new QuantitiesFilter(quantities) : QueryFaults.BadNumber("数据", value.Text, value.At),
        QueryField.Damage => Damaged(value.Text) is { } damaged ? new DamageFilter(damaged) : QueryFaults.BadDamage(value.Text, value.At),
        _ => value,
    };

    private static bool? Damaged(string value) => value switch
    {
        "有" or "是" or "yes" or "true" => true,
        "无" or "没有" or "否" or "no" or "false" => false,
        _ => null,
    };
}
