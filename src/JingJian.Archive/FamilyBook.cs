using System.Collections.Immutable;
using JingJian.Analysis.Reuse;
using JingJian.Archive.Stages;
using JingJian.Archive.Store;
using JingJian.Archive.Views;
using Microsoft.Data.Sqlite;

namespace JingJian.Archive;

/// <summary>Shows one family: its members, what varies between them, how it went through the years.</summary>
internal sealed class FamilyBook
{
    private readonly SqliteConnection connection;
    private readonly NameChanges typing;
    private readonly StoredParagraph[] members;
    private readonly Func<string?, string?> unit;

    /// <summary>Opens a family.</summary>
    /// <param name="connection">The store.</param>
    /// <param name="family">Its key.</param>
    /// <param name="typing">Tells names among changed words.</param>
    /// <param name="unit">The canonical name of an organisation.</param>
    public FamilyBook(SqliteConnection connection, long family, NameChanges typing, Func<string?, string?> unit)
    {
        this.unit = unit;
        this.connection = connection;
        this.typing = typing;
        List<long> keys = connection.Rows(
            $"SELECT b.id FROM family_member m JOIN block b ON b.id = m.block JOIN source s ON s.id = b.source WHERE m.family = $1 ORDER BY {ReuseInput.Order}",
            row => row.GetInt64(0), family);
        Dictionary<long, StoredParagraph> paragraphs = StoredParagraph.ByKey(connection, keys);
        members = [.. keys.Select(key => paragraphs[key])];
    }

    /// <summary>The family as it is shown.</summary>
    public FamilyDetailView Detail(FamilyView family, long medoidKey)
    {
        StoredParagraph medoid = members.First(member => member.Key == medoidKey);
        StoredParagraph first = members.OrderBy(member => member.Year ?? int.MaxValue).First();
        Dictionary<long, Against> fromMedoid = ComparedWith(medoid);
        return new FamilyDetailView(
            family,
            [.. members.Select(View)],
            FamilyTemplate.Of(medoid.Text.Text, [.. members.Where(member => fromMedoid.ContainsKey(member.Key)).Select(member => fromMedoid[member.Key].Changes)]),
            View(first),
            Timeline(first, first == medoid ? fromMedoid : ComparedWith(first)));

        FamilyMemberView View(StoredParagraph member) => new(
            member.Place, member.ReportTitle, member.Year, member.Organisation, member.Text.Text,
            fromMedoid.TryGetValue(member.Key, out Against? compared) ? [.. compared.Changes.Select(change => SourcePlace.Of(change, medoid.Text, member.Text))] : []);
    }

    private IReadOnlyList<FamilyYearView> Timeline(StoredParagraph first, Dictionary<long, Against> fromFirst) =>
    [
        .. members.GroupBy(member => member.Year).OrderBy(year => year.Key ?? int.MaxValue).Select(year =>
        {
            Against[] compared = [.. year.Where(member => fromFirst.ContainsKey(member.Key)).Select(member => fromFirst[member.Key])];
            double[] ratios = [.. compared.Select(one => one.Ratio), .. year.Where(member => member == first).Select(_ => 1.0)];
            return new FamilyYearView(
                year.Key, year.Count(), year.Select(member => member.Place.Report).Distinct().Count(),
                [.. year.Select(member => unit(member.Organisation)).OfType<string>().Distinct().Order(StringComparer.Ordinal)],
                ratios.Length == 0 ? null : Math.Round(ratios.Average(), 4),
                new SortedDictionary<string, int>(compared.SelectMany(one => one.Changes).CountBy(change => Names.Of(change.Type)).ToDictionary(), StringComparer.Ordinal));
        }),
    ];

    /// <summary>The members that were compared with one of them, with what they changed in it.</summary>
    private Dictionary<long, Against> ComparedWith(StoredParagraph one)
    {
        Dictionary<long, Against> compared = [];
        foreach (StoredPair pair in StoredPair.Of(connection, one.Key))
        {
            bool isFirst = pair.A == one.Key;
            if (members.FirstOrDefault(member => member.Key == (isFirst ? pair.B : pair.A)) is { } other)
            {
                ImmutableArray<ReuseChange> changes = isFirst
                    ? typing.Typed(pair.Changes, one.Text.Text, other.Text.Text)
                    : [.. typing.Typed(pair.Changes, other.Text.Text, one.Text.Text).Select(change => change.Turned()).OrderBy(change => change.A.Start)];
                compared[other.Key] = new Against(pair.Ratio, changes);
            }
        }

        return compared;
    }

    private sealed record Against(double Ratio, ImmutableArray<ReuseChange> Changes);
}
