using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using JingJian.Search.Indexing;
using JingJian.Text;
using JingJian.Text.Slots;

namespace JingJian.Search.Exemplars;

/// <summary>What in a text belongs to a person: names, telephone, identity and account numbers, addresses of mail; and the text without it.</summary>
/// <remarks>
/// <para>Example: <c>赵华立（13812345678）</c> becomes <c>赵××（138××××××××）</c>. Public figures whose names stand in set phrases stay.</para>
/// <para><b>Guarantee.</b> A masked text has the length of the text: spans of the one are spans of the other. Masking twice is masking once.
/// Numbers are found by their form, always; names as far as the recogniser of slots finds them.</para>
/// </remarks>
public static partial class PersonalData
{
    private const char Erased = '×';

    /// <summary>Leaders, thinkers and models of the press: their names are terms, not personal data.</summary>
    private static readonly FrozenSet<string> PublicFigures = new[]
    {
        "马克思", "恩格斯", "列宁", "斯大林", "毛泽东", "周恩来", "刘少奇", "朱德", "邓小平", "陈云", "江泽民", "胡锦涛", "习近平", "温家宝", "李克强", "李强",
        "孙中山", "雷锋", "焦裕禄", "孔繁森", "王进喜", "时传祥", "杨善洲", "黄大年", "廖俊波", "张富清", "黄文秀", "张桂梅", "郭明义", "鲁迅", "孔子",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly string[] DoubleSurnames = ["欧阳", "司马", "上官", "诸葛", "夏侯", "东方", "尉迟", "皇甫", "慕容", "令狐", "司徒", "司空", "端木", "公孙", "轩辕", "宇文", "长孙", "独孤", "南宫"];

    /// <summary>The numbers and addresses of persons, in order.</summary>
    public static ImmutableArray<TextSpan> Contacts(string text) =>
        [.. ContactPattern().Matches(Folding.Fold(text)).Select(match => match.Groups["c"]).Select(found => new TextSpan(found.Index, found.Length))];

    /// <summary>The names of persons among slots, public figures left out.</summary>
    public static IEnumerable<TextSpan> Names(string text, IEnumerable<Slot> slots) =>
        slots.Where(slot => slot.Type == SlotType.Person && !PublicFigures.Contains(slot.Span.In(text).ToString())).Select(slot => slot.Span);

    /// <summary>The text with all but the surname and the first three digits erased.</summary>
    public static string Mask(string text, IEnumerable<Slot> slots)
    {
        var masked = new StringBuilder(text);
        foreach (TextSpan name in Names(text, slots))
        {
            Erase(masked, TextSpan.Between(name.Start + SurnameLength(name.In(text)), name.End));
        }

        foreach (TextSpan contact in Contacts(text))
        {
            Erase(masked, TextSpan.Between(Math.Min(contact.End, contact.Start + 3), contact.End));
        }

        return masked.ToString();
    }

    private static void Erase(StringBuilder text, TextSpan span)
    {
        for (int i = span.Start; i < span.End; i++)
        {
            // 王某某 is masked already.
            text[i] = text[i] == '某' ? '某' : Erased;
        }
    }

    private static int SurnameLength(ReadOnlySpan<char> name)
    {
        int length = name.Length > 1 && char.IsHighSurrogate(name[0]) ? 2 : 1;
        foreach (string surname in DoubleSurnames)
        {
            length = name.Length > surname.Length && name.StartsWith(surname, StringComparison.Ordinal) ? surname.Length : length;
        }

        return Math.Min(length, name.Length);
    }

    [GeneratedRegex(
        "(?<![0-9a-z])(?<c>" +
        "1[3-9][0-9](?:[- ]?[0-9]{4}){2}(?![0-9])" +
        "|[1-9][0-9]{5}(?:(?:19|20)[0-9]{2})?[0-9]{2}(?:0[1-9]|1[0-2])(?:[0-2][0-9]|3[01])[0-9]{3}[0-9x]?(?![0-9a-z])" +
        "|[0-9]{15,19}(?![0-9])" +
        "|0[0-9]{2,3}[-—－ ]?[0-9]{7,8}(?![0-9])" +
        "|[a-z0-9._%+-]{2,64}@[a-z0-9-]{1,63}(?:[.][a-z0-9-]{1,63}){1,4}" +
        ")|(?:电话|手机|联系方式|微信|qq)(?:号码?)?[:为是]? ?(?<c>[0-9][0-9-]{5,14}[0-9])",
        RegexOptions.CultureInvariant)]
    private static partial Regex ContactPattern();
}
