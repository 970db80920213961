namespace JingJian.Web.Api;

/// <summary>A part of a list.</summary>
/// <param name="Total">How many there are in all.</param>
/// <param name="Offset">How many were passed over.</param>
/// <param name="Items">Those that follow.</param>
internal sealed record Listing<T>(int Total, int Offset, IReadOnlyList<T> Items)
{
    /// <summary>A whole list.</summary>
    public static Listing<T> All(IReadOnlyList<T> all) => new(all.Count, 0, all);

    /// <summary>A part of a list that is in memory.</summary>
    public static Listing<T> Part(IReadOnlyList<T> all, Page page) => new(all.Count, page.Offset, [.. all.Skip(page.Offset).Take(page.Top)]);
}
