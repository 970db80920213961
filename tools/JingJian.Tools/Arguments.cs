using System.Globalization;

namespace JingJian.Tools;

/// <summary>The options of a verb: a name, and behind it the value.</summary>
internal static class Arguments
{
    /// <summary>The value of an option; null where it is not given.</summary>
    public static string? Option(string[] args, string name) =>
        Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;

    /// <summary>The same, with what stands for it where it is not given.</summary>
    public static string Option(string[] args, string name, string fallback) => Option(args, name) ?? fallback;

    /// <summary>The same of a number.</summary>
    public static int Number(string[] args, string name, int fallback) =>
        Option(args, name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : fallback;
}
