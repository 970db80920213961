namespace JingJian.Archive.Views;

/// <summary>What practices to look for.</summary>
public sealed record CardWish
{
    /// <summary>What they are about; null for anything.</summary>
    public string? Topic { get; init; }

    /// <summary>The sort of unit that writes, English or Chinese: practices of its like lead. Null for no difference.</summary>
    public string? UnitType { get; init; }

    /// <summary>How many, 1 to 20.</summary>
    public int Top { get; init; } = 5;

    /// <summary>Whether to show the names, telephone and identity numbers of persons, for which the asker needs a permission.</summary>
    public bool ShowPersons { get; init; }
}

/// <summary>Words of a report, with where they stand.</summary>
/// <param name="Text">The words; what belongs to persons is masked unless it was asked for.</param>
/// <param name="Hash">SHA-256 of the source.</param>
/// <param name="Place">Where they stand: offsets in the decoded source.</param>
/// <param name="Damage">Flags of the paragraph; damaged words are no evidence.</param>
public sealed record CitedView(string Text, string Hash, PlaceView Place, IReadOnlyList<string> Damage);

/// <summary>A unit that has a practice.</summary>
/// <param name="Organisation">The unit, when it is known.</param>
/// <param name="Year">The year of its report.</param>
/// <param name="Report">Title of the report.</param>
/// <param name="Place">Where it tells of it.</param>
/// <param name="First">Whether no report with a known year that tells of it is earlier.</param>
/// <param name="Same">copy for a text of the same family, name for the same named mechanism in other words.</param>
/// <param name="Figures">The figures that it reports.</param>
/// <param name="Damage">Flags of the paragraph; figures of a damaged one are no evidence.</param>
public sealed record CardUnitView(
    string? Organisation, int? Year, string Report, PlaceView Place, bool First, string Same, IReadOnlyList<string> Figures, IReadOnlyList<string> Damage);

/// <summary>A practice: what was needed, what was done, what came of it, all from one report.</summary>
/// <param name="Rank">From 1.</param>
/// <param name="Name">The named mechanism, or the heading above it.</param>
/// <param name="Organisation">The unit, when it is known.</param>
/// <param name="Year">The year of the report.</param>
/// <param name="Report">Title of the report.</param>
/// <param name="Score">The exemplar's score.</param>
/// <param name="Need">需求; empty where the report does not say.</param>
/// <param name="Measure">做法.</param>
/// <param name="Effect">成效.</param>
/// <param name="Units">Every unit that has it, the earliest first.</param>
public sealed record CardView(
    int Rank, string Name, string? Organisation, int? Year, string Report, double Score,
    IReadOnlyList<CitedView> Need, IReadOnlyList<CitedView> Measure, IReadOnlyList<CitedView> Effect, IReadOnlyList<CardUnitView> Units);

/// <summary>The practices found.</summary>
/// <param name="Notes">What a person should know, in Chinese.</param>
/// <param name="Cards">The best first.</param>
public sealed record CardsView(IReadOnlyList<string> Notes, IReadOnlyList<CardView> Cards);
