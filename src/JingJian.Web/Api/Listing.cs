using JingJian.Text;

namespace JingJian.Web.Api;

/// <summary>A part of a list.</summary>
/// <param name="Total">How many there are in all.</param>
/// <param name="Offset">How many were passed over.</param>
/// <param name="Items">Those that follow.</param>
/// <param name="Next">What to give as cursor for those after them; null when there are none.</param>
internal sealed record Listing<T>(int Total, int Offset, IReadOnlyList<T> Items, string? Next = null)
{
    /// <summary>A whole list.</summary>
    public static Listing<T> All(IReadOnlyList<T> all) => new(all.Count, 0, all);

    /// <summary>A whole list, or why there is none.</summary>
    public static Result<Listing<T>> Of(Result<T[]> all) => all.TryGet(out T[]? items, out Fault? fault) ? All(items) : fault;
}
