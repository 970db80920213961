using JingJian.Text.Lexicons;
using JingJian.Text.Normalisation;

namespace JingJian.Text.Slots;

/// <summary>《Titles》 and “programmes”.</summary>
internal static class QuotedRules
{
    private const int LongestTitle = 120;
    private const int LongestProgramme = 32;
    private const int LongestName = 10;
    private const string SentenceMarks = "。!?;…";

    /// <summary>What a quotation names when it stands before one of these.</summary>
    private static readonly string[] NamedKinds =
    [
        "活动", "工程", "行动", "竞赛", "计划", "战略", "机制", "制度", "称号", "工作法", "工作", "模式", "平台", "项目", "精神", "思想", "大赛",
        "培训", "评选", "创建", "建设", "要求", "教育", "改革", "规划", "载体", "主题", "体系", "战术", "专项", "攻势", "服务", "示范", "任务", "任",
    ];

    public static void Find(PlainText plain, Lexicon lexicon, FoundSlots found)
    {
        string text = plain.Text;
        for (int at = 0; at < text.Length;)
        {
            int end = text[at] switch
            {
                '《' => EndOfTitle(text, at),
                '"' or '\'' => EndOfQuotation(plain, at),
                _ => at,
            };
            if (end == at)
            {
                at++;
            }
            else if (text[at] == '《')
            {
                found.Add(SlotType.Title, at, end);
                at = end;
            }
            else
            {
                at = AddProgramme(text, at, end, lexicon, found);
            }
        }
    }

    private static int EndOfTitle(string text, int start)
    {
        int depth = 0;
        for (int at = start; at < text.Length && at < start + LongestTitle && text[at] != '\n'; at++)
        {
            depth += text[at] == '《' ? 1 : text[at] == '》' ? -1 : 0;
            if (depth == 0)
            {
                return at + 1;
            }
        }

        return start;
    }

    /// <summary>The end of a quotation that opens here; <paramref name="start"/> when none opens or none closes nearby.</summary>
    private static int EndOfQuotation(PlainText plain, int start)
    {
        string text = plain.Text;
        char quote = text[start];
        if (quote == '\'' && SourceOf(plain, start) == '\'')
        {
            return start;
        }

        char opening = SourceOf(plain, start);
        for (int at = start + 1; at < text.Length && at < start + LongestProgramme + 4 && text[at] != '\n'; at++)
        {
            if (text[at] == quote && Closes(opening, SourceOf(plain, at)))
            {
                return at + 1;
            }

            if (text[at] == quote && SourceOf(plain, at) == opening)
            {
                return start;
            }
        }

        return start;
    }

    /// <summary>Whether one mark closes what the other opened; straight and wrongly turned marks close each other.</summary>
    private static bool Closes(char opening, char closing) => opening switch
    {
        '“' => closing is '”' or '"',
        '‚' => closing is '‛',
        '‘' => closing is '’',
        _ => closing is not ('“' or '‚' or '‘'),
    };

    /// <summary>Adds the quotation if it names something, and says where to go on.</summary>
    private static int AddProgramme(string text, int start, int end, Lexicon lexicon, FoundSlots found)
    {
        bool escaped = start > 0 && text[start - 1] == '\\';
        int last = end - 1;
        int contentEnd = escaped && text[last - 1] == '\\' ? last - 1 : last;
        ReadOnlySpan<char> content = text.AsSpan(start + 1, Math.Max(0, contentEnd - start - 1));
        if (content.Contains('《'))
        {
            return start + 1;
        }

        if (IsProgramme(content, text.AsSpan(0, start), text.AsSpan(end), lexicon))
        {
            found.Add(SlotType.Programme, escaped ? start - 1 : start, end);
        }

        return end;
    }

    private static bool IsProgramme(ReadOnlySpan<char> content, ReadOnlySpan<char> before, ReadOnlySpan<char> after, Lexicon lexicon)
    {
        if (content.Length is < 2 or > LongestProgramme || content.ContainsAny(SentenceMarks))
        {
            return false;
        }

        if (after is ['字' or '节', ..] || (content.Length > LongestName && (content.Contains('是') || before is [.., ':' or ',' or '说' or '道' or '谓'])))
        {
            return false;
        }

        if (HasNumeral(content))
        {
            return content is not ("五一" or "三八" or "六一" or "七一" or "八一" or "十一" or "四人帮") && content is not [.., '大'] and not [.., '全', '会'];
        }

        bool unusual = content.Length >= 3 && !lexicon.Contains(content);
        return unusual || (content.Length >= 3 && (IsNamedKind(after) || IsThing(content[^1])));
    }

    /// <summary>Whether a word ends in something that one sets up or awards: 意见箱, 连心桥, 迎春杯.</summary>
    private static bool IsThing(char last) => last is '箱' or '栏' or '桥' or '杯' or '号' or '日' or '岗' or '卡' or '网' or '线' or '奖';

    private static bool IsNamedKind(ReadOnlySpan<char> after)
    {
        ReadOnlySpan<char> word = after is ['的', .. var rest] ? rest : after;
        return word.StartsWithAny(NamedKinds);
    }

    private static bool HasNumeral(ReadOnlySpan<char> content) => content.ContainsAny(Numerals.Digits) || content.ContainsAnyInRange('0', '9');

    private static char SourceOf(PlainText plain, int at) => plain.Source[plain.ToSource(new TextSpan(at, 1)).Start];
}
