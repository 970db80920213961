using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace JingJian.Text.Lexicons;

/// <summary>A line of a user dictionary.</summary>
/// <param name="Word">The word.</param>
/// <param name="Frequency">Its frequency; 0 removes the word; null asks for one that makes it come out whole.</param>
/// <param name="Tag">Its part of speech, if the line names one.</param>
public readonly record struct UserWord(string Word, int? Frequency, string? Tag);

/// <summary>Words that an organisation adds to the lexicon or takes out of it.</summary>
/// <remarks>
/// <para><b>Source.</b> jieba 0.42.1, <c>load_userdict</c>: a word a line, then optionally a frequency and a part of
/// speech, separated by one space.</para>
/// <code>
/// 厂务公开
/// 工人先锋号 200 nz
/// 工会和 0
/// </code>
/// <para><b>Departures.</b> Lines that begin with <c>#</c> and a space are comments.</para>
/// </remarks>
public sealed partial class UserLexicon
{
    private const int MaxWords = 50_000;
    private const int MaxTags = 100;

    private UserLexicon(ImmutableArray<UserWord> words) => Words = words;

    /// <summary>The words in the order of their lines; a later line wins.</summary>
    public ImmutableArray<UserWord> Words { get; }

    /// <summary>Reads the text of a user dictionary.</summary>
    public static Result<UserLexicon> Parse(string text)
    {
        var words = ImmutableArray.CreateBuilder<UserWord>();
        int number = 0;
        foreach (string line in text.Split('\n').Select(line => line.Trim().TrimStart('\uFEFF')))
        {
            number++;
            if (line.Length == 0 || line.StartsWith("# ", StringComparison.Ordinal))
            {
                continue;
            }

            Match match = Line().Match(line);
            string frequency = match.Groups[2].Value.Trim();
            int value = 0;
            if (frequency.Length > 0 && !int.TryParse(frequency, NumberStyles.None, CultureInfo.InvariantCulture, out value))
            {
                return new Fault("lexicon.frequency", $"用户词典第 {number} 行的词频 {frequency} 太大，应为不超过 {int.MaxValue} 的整数。");
            }

            string tag = match.Groups[3].Value.Trim();
            words.Add(new UserWord(match.Groups[1].Value, frequency.Length > 0 ? value : null, tag.Length > 0 ? tag : null));
        }

        return words.Count > MaxWords ? new Fault("lexicon.too-many-words", $"用户词典有 {words.Count} 个词，最多 {MaxWords} 个。")
            : words.Select(word => word.Tag).Distinct().Count() > MaxTags ? new Fault("lexicon.too-many-tags", $"用户词典的词性超过 {MaxTags} 种。")
            : new UserLexicon(words.DrainToImmutable());
    }

    [GeneratedRegex("^(.+?)( [0-9]+)?( [a-z]+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Line();
}
