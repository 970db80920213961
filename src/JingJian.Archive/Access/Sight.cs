using System.Collections.Immutable;
using System.Globalization;

namespace JingJian.Archive.Access;

/// <summary>Which collections somebody sees.</summary>
/// <remarks><c>default</c> and <see cref="Nothing"/> see none: who forgets to say what somebody sees shows nothing.</remarks>
public readonly record struct Sight
{
    private const string All = "*";

    private readonly string? key;

    private Sight(string key) => this.key = key;

    /// <summary>The whole archive, collections that will be made included.</summary>
    public static Sight Everything { get; } = new(All);

    /// <summary>No collection at all.</summary>
    public static Sight Nothing => default;

    /// <summary>Whether the whole archive is seen.</summary>
    public bool IsWhole => key == All;

    /// <summary>The numbers of the collections, in order; none when the whole archive is seen.</summary>
    public ImmutableArray<long> Collections => IsWhole ? [] : Read(Key);

    /// <summary>The same as a word: <c>*</c>, or numbers with commas between them.</summary>
    public string Key => key ?? "";

    /// <summary>Some collections.</summary>
    public static Sight Of(IEnumerable<long> collections) =>
        new(string.Join(',', collections.Distinct().Order().Select(number => number.ToString(CultureInfo.InvariantCulture))));

    /// <summary>The sight of a <see cref="Key"/>; nothing where it is none.</summary>
    public static Sight Parse(string? key) => key == All ? Everything : Of(Read(key ?? ""));

    private static ImmutableArray<long> Read(string key) =>
    [
        .. key.Split(',', StringSplitOptions.RemoveEmptyEntries)
            .Select(number => long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out long collection) ? collection : 0)
            .Where(collection => collection > 0),
    ];
}
