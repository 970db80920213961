using System.Globalization;
using System.Text;

namespace JingJian.Text.Normalisation;

/// <summary>The plain form of one character.</summary>
/// <remarks>
/// <para><b>Source.</b> Unicode NFKC of single characters, in the ranges where Chinese documents meet compatibility forms:
/// blanks, widths, radicals, ligatures, ㈠, ㎡, Ⅱ, ℃, compatibility ideographs.</para>
/// <para><b>Departures.</b> Characters are not composed with each other. Circled numbers (①) and … stay: they are marks
/// of a list and an ellipsis, and <c>①3个</c> must not become <c>13个</c>. All double quotes become <c>"</c>, all single
/// ones <c>'</c>; format characters, control characters and variation selectors vanish.</para>
/// </remarks>
internal static class PlainForms
{
    private const string DoubleQuotes = "“”„‟〝〞〟＂「」";
    private const string SingleQuotes = "‘’‚‛＇『』";

    /// <summary>Whether a unit is its own plain form, decided without looking further; most units are.</summary>
    public static bool IsPlain(char unit) => unit is (>= ' ' and <= '~') or (>= '\u4E00' and <= '\u9FFF') or '、' or '。' or '《' or '》' or '\n';

    /// <summary>What stands for <paramref name="character"/>; empty when it is not to be seen.</summary>
    public static string Of(Rune character)
    {
        string self = character.ToString();
        return DoubleQuotes.Contains(self, StringComparison.Ordinal) ? "\""
            : SingleQuotes.Contains(self, StringComparison.Ordinal) ? "'"
            : IsInvisible(character) ? ""
            : HasCompatibilityForm(character.Value) ? self.Normalize(NormalizationForm.FormKC)
            : self;
    }

    private static bool IsInvisible(Rune character) =>
        Rune.GetUnicodeCategory(character) is UnicodeCategory.Format
        || (Rune.GetUnicodeCategory(character) is UnicodeCategory.Control && !Rune.IsWhiteSpace(character))
        || character.Value is (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF);

    private static bool HasCompatibilityForm(int character) => character is
        0x00A0 or (>= 0x2000 and <= 0x200A) or 0x202F or 0x205F or 0x3000
        or (>= 0x2100 and <= 0x218F)
        or (>= 0x2E80 and <= 0x2FDF)
        or (>= 0x3200 and <= 0x33FF)
        or (>= 0xF900 and <= 0xFAFF) or (>= 0xFB00 and <= 0xFB06)
        or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF00 and <= 0xFFEF)
        or (>= 0x2F800 and <= 0x2FA1F);
}
