using System.Text.RegularExpressions;
using JingJian.Text;

namespace JingJian.Analysis.Structure;

/// <summary>Finds the unit that reports, and its place, with the stretch of the source that names them.</summary>
internal static partial class UnitFacts
{
    /// <summary>From this confidence on a name is taken for the report's organisation: a wrong one would count copies within a
    /// unit as copies between units.</summary>
    public const double LeastForOrganisation = 0.6;

    /// <summary>How many blocks of the body are searched for a name.</summary>
    private const int BlocksRead = 12;

    /// <summary>How far into the body a speaker says whom he speaks for.</summary>
    private const int OpeningBlocks = 2;

    /// <summary>The unit by its name: of the title, of a byline or signature, of the opening, of the body; null when it is not named.</summary>
    public static Statement<string>? Name(ReportParts parts) =>
        InTitles(parts)
        ?? InLines(parts)
        ?? InOpening(parts)
        ?? OfDelivery(parts)
        ?? parts.Body.Take(BlocksRead).Select(block => Named(block, OrganisationName.InBodyText(ReportMetadata.Start(block.Text.Text)), 0.5)).FirstOrDefault(name => name is not null);

    /// <summary>The nearest named place: of the unit's name, of the assembly that the report was delivered to, of the opening.</summary>
    public static Statement<string>? Place(ReportParts parts, Statement<string>? unit) =>
        (unit is not null && LeadingPlace().Match(unit.Value) is { Success: true } match
            ? unit with { Value = match.Groups["p"].Value, Source = new TextSpan(unit.Source.Start, Math.Min(unit.Source.Length, match.Groups["p"].Index + match.Groups["p"].Length)) }
            : null)
        ?? parts.Head.Concat(parts.Body.Take(BlocksRead)).Select(PlaceIn).FirstOrDefault(place => place is not null);

    private static Statement<string>? PlaceIn(Block block) =>
        AssemblyPlace().Match(ReportMetadata.Start(block.Text.Text)) is { Success: true } match ? FactsReader.State(match.Groups["p"].Value, block, match.Groups["p"], 0.6) : null;

    private static Statement<string>? InTitles(ReportParts parts)
    {
        foreach (Block block in parts.Titles.OrderBy(block => block == parts.TitleBlock ? 0 : 1))
        {
            string title = TitleLine.WithoutNumber(block.Text.Text);
            int offset = block.Text.Text.IndexOf(title, StringComparison.Ordinal);
            Group? group = OrganisationName.InTitleLine(title) ?? TitledUnit(title);
            if (group is not null && offset >= 0)
            {
                return Named(block, group, 0.9, offset);
            }
        }

        return null;
    }

    /// <summary>教育部关于……的意见 · 某市政府工作报告.</summary>
    private static Group? TitledUnit(string title) => IssuingUnit().Match(title) is { Success: true } match ? match.Groups["o"] : null;

    private static Statement<string>? InLines(ReportParts parts) =>
        parts.Ending.Select(block => Named(block, OrganisationName.InSignatureLine(block.Text.Text), 0.85))
            .Concat(parts.Ending.Concat(parts.Head).Select(block => Named(block, Decree().Match(block.Text.Text) is { Success: true } match ? match.Groups["o"] : null, 0.85)))
            .FirstOrDefault(name => name is not null);

    private static Statement<string>? InOpening(ReportParts parts) =>
        parts.Body.Where(block => block.Kind == BlockKind.Paragraph).Take(3)
            .Select((block, i) => Named(block, Spoken().Match(ReportMetadata.Start(block.Text.Text)) is { Success: true } match ? match.Groups["o"]
                : i == 0 ? OrganisationName.InOpeningText(ReportMetadata.Start(block.Text.Text)) : null, 0.75))
            .FirstOrDefault(name => name is not null);

    /// <summary>A government's report names its place by the assembly that it was delivered to.</summary>
    private static Statement<string>? OfDelivery(ReportParts parts) =>
        (parts.Title.Contains("政府工作报告", StringComparison.Ordinal) || parts.Body.Take(OpeningBlocks).Any(block => SpokenForGovernment().IsMatch(ReportMetadata.Start(block.Text.Text)))) && parts.Head.Select(PlaceIn).FirstOrDefault(place => place is not null) is { } place
            ? place with { Value = place.Value + "人民政府" }
            : null;

    private static Statement<string>? Named(Block block, Group? group, double confidence, int offset = 0) =>
        group is null ? null : FactsReader.State(OrganisationName.WithoutPart(group.Value), block, group, confidence, offset);

    // 青禾县 of 青禾县总工会, 崇川区 of 崇川区教育工会, 石潭镇 of 青禾县石潭镇人民政府.
    [GeneratedRegex(@"^(?<p>(?:[\u4E00-\u9FFF]{2,5}?(?:省|自治区|特别行政区))?(?:[\u4E00-\u9FFF]{2,5}?[市州盟])?(?:[\u4E00-\u9FFF]{1,5}?[县区旗])?(?:[\u4E00-\u9FFF]{1,4}?[乡镇](?=人民政府|政府|党委|$))?)(?<=[省市州盟县区旗乡镇])")]
    private static partial Regex LeadingPlace();

    // 在某市第五届人民代表大会上 · 某省总工会第六次代表大会 · 建设和谐某某
    [GeneratedRegex(@"(?:^|[，。]|日在?|上午，|下午，|深入|来到|在)(?<p>(?![全我各本]|[^，。]{0,5}(?:组织|委|推选))[\u4E00-\u9FFF]{2,5}?[省市县区州])(?=第[一二三四五六七八九十]{1,3}(?:届|次)|总工会第|人民政府|(?:市|城)?区及)")]
    private static partial Regex AssemblyPlace();

    [GeneratedRegex(@"^(?<o>[\u4E00-\u9FFF]{1,20}?(?:部|委|局|厅|办公厅|人民政府))关于|(?:^|年)(?<o>[\u4E00-\u9FFF]{2,8}?[省市县区州](?:人民)?政府)(?:20\d\d年)?(?:政府)?工作报告")]
    private static partial Regex IssuingUnit();

    [GeneratedRegex(@"^(?:中华人民共和国)?(?<o>[\u4E00-\u9FFF]{3,20}(?:部|委员会|总局|局))令$|^作者单位[：:](?<o>[\u4E00-\u9FFF]{4,24})$")]
    private static partial Regex Decree();

    // 我代表市人民政府……
    [GeneratedRegex("我(?:谨)?代表(?:自治)?[省市县区州镇乡](?:人民)?政府")]
    private static partial Regex SpokenForGovernment();

    [GeneratedRegex(@"我(?:谨)?代表(?<o>[\u4E00-\u9FFF]{2,8}?[省市县区州镇乡](?:人民)?政府)")]
    private static partial Regex Spoken();
}
