namespace JingJian.Text;

/// <summary>Cuts texts short, never through a letter that takes two UTF-16 units.</summary>
public static class Shortening
{
    private const string Ellipsis = "…";

    /// <summary>The beginning of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="most">How many UTF-16 units at most; 1 or more.</param>
    public static string Beginning(string text, int most) =>
        text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];

    /// <summary>The beginning of a text, with an ellipsis behind it where something was left out.</summary>
    /// <param name="text">The text.</param>
    /// <param name="most">How many UTF-16 units of the text at most; 1 or more.</param>
    public static string Excerpt(string text, int most) => text.Length <= most ? text : Beginning(text, most) + Ellipsis;
}
