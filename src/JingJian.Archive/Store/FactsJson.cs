using System.Collections.Immutable;
using System.Text.Json;
using JingJian.Analysis.Structure;
using JingJian.Archive.Views;

namespace JingJian.Archive.Store;

/// <summary>How the store keeps what a report says of itself: as the view that shows it.</summary>
internal static class FactsJson
{
    /// <summary>Writes the facts of a report.</summary>
    public static string Write(ReportOutline report, ImmutableArray<Topic> topics) => JsonSerializer.Serialize(FactsView.Of(report, topics), JsonSerializerOptions.Web);

    /// <summary>Reads them back.</summary>
    public static FactsView? Read(string json) => JsonSerializer.Deserialize<FactsView>(json, JsonSerializerOptions.Web);
}
