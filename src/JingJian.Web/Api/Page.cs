using System.ComponentModel;
using JingJian.Archive;
using JingJian.Text;
using JingJian.Web.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace JingJian.Web.Api;

/// <summary>Which part of a list is asked for.</summary>
internal interface IPage
{
    /// <summary>The request, for what else was asked.</summary>
    HttpRequest Request { get; }

    /// <summary>How many.</summary>
    int Top { get; }

    /// <summary>How many to pass over.</summary>
    int Offset { get; }

    /// <summary>What the page before gave as next; it goes before <see cref="Offset"/>.</summary>
    string? Cursor { get; }
}

/// <summary>A part of a long list.</summary>
internal sealed record Page(
    HttpRequest Request,
    [FromQuery(Name = "top")][property: Description("最多几条，1 到 1000。")] int Top = 100,
    [FromQuery(Name = "offset")][property: Description("跳过几条，0 到 10000；给了 cursor 则以 cursor 为准。")] int Offset = 0,
    [FromQuery(Name = "cursor")][property: Description("上一页给出的 next，原样传回；不给则从头。")] string? Cursor = null) : IPage;

/// <summary>A part of a list that is mostly short.</summary>
internal sealed record LongPage(
    HttpRequest Request,
    [FromQuery(Name = "top")][property: Description("最多几条，1 到 1000。")] int Top = 1000,
    [FromQuery(Name = "offset")][property: Description("跳过几条，0 到 10000；给了 cursor 则以 cursor 为准。")] int Offset = 0,
    [FromQuery(Name = "cursor")][property: Description("上一页给出的 next，原样传回；不给则从头。")] string? Cursor = null) : IPage;

/// <summary>Cuts lists into pages.</summary>
internal static class Pages
{
    /// <summary>Parameters that do not belong to the question.</summary>
    private static readonly string[] Paging = ["top", "offset", "cursor"];

    /// <summary>What is asked, whichever page of it.</summary>
    public static string Question(this HttpRequest request)
    {
        IEnumerable<string> asked = request.Query.Where(parameter => !Paging.Contains(parameter.Key, StringComparer.OrdinalIgnoreCase))
            .OrderBy(parameter => parameter.Key, StringComparer.Ordinal).Select(parameter => $"{parameter.Key}={parameter.Value}");
        return $"{request.Path}?{string.Join('&', asked)}";
    }

    /// <summary>Where a page begins, or what is wrong with it.</summary>
    public static Result<ListPlace> Start(this IPage page) =>
        (RequestLimits.Check(page.Top, page.Offset) ?? RequestLimits.Check("cursor", page.Cursor)) is { } fault ? fault
        : page.Cursor is { } cursor ? ListPlace.Read(cursor, page.Request.Question())
        : new ListPlace(page.Offset, "");

    /// <summary>The page of a list that is in memory.</summary>
    /// <param name="page">Which page.</param>
    /// <param name="all">The whole list.</param>
    /// <param name="key">What an item is known by, in the list.</param>
    public static Results<Ok<Listing<T>>, ProblemHttpResult> Of<T>(this IPage page, IReadOnlyList<T> all, Func<T, string> key)
    {
        if (!page.Start().TryGet(out ListPlace? place, out Fault? fault))
        {
            return Problems.From(fault);
        }

        int start = Math.Min(place.In(all, key), all.Count);
        T[] items = [.. all.Skip(start).Take(page.Top)];
        int end = start + items.Length;
        return TypedResults.Ok(new Listing<T>(all.Count, start, items, end < all.Count && items.Length > 0 ? new ListPlace(end, key(items[^1])).Write(page.Request.Question()) : null));
    }
}
