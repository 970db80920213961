using JingJian.Text;

namespace JingJian.Search.Meaning;

/// <summary>The words of a question that say that it is one, and nothing of what it is about.</summary>
/// <remarks>
/// <para>Example: <c>请问怎样让一线工人参与管理</c> leaves <c>一线工人参与管理</c>; <c>有哪些减负办法</c> leaves <c>减负</c>.</para>
/// </remarks>
internal static class QuestionWords
{
    /// <summary>Asking and politeness; longer ones first, so that 怎么办 goes before 怎么.</summary>
    private static readonly string[] Asking =
    [
        .. new[]
        {
            "有没有什么", "有什么办法", "有哪些办法", "有哪些做法", "有哪些举措", "有哪些措施", "能做点什么", "能做些什么", "是怎么做到的", "是怎样做到的",
            "怎么才能", "怎样才能", "如何才能", "为什么", "怎么办", "怎么样", "怎么做", "怎么", "怎样", "如何", "有什么", "有哪些", "有没有", "是什么", "什么",
            "哪些", "哪里", "哪儿", "由谁", "谁来", "多少", "能不能", "可不可以", "管不管", "是不是", "请问", "请教", "请给我", "帮我找", "帮我查", "帮我",
            "我想知道", "我想找", "我想查", "我要找", "想了解", "查一下", "找一下", "一下", "的段落", "的办法", "的做法", "吗", "呢", "吧",
        }.OrderByDescending(word => word.Length).ThenBy(word => word, StringComparer.Ordinal),
    ];

    /// <summary>Words that stand in any question and tell nothing apart.</summary>
    private static readonly HashSet<string> Empty = new(StringComparer.Ordinal)
    {
        "没有", "自己", "大家", "可以", "应该", "需要", "一下", "这个", "那个", "这些", "那些", "里面", "方面", "关于", "具体", "好几", "我们", "他们", "人家",
        "时候", "以后", "之后", "东西", "事情", "办法", "做法", "段落", "有人", "能够", "还是", "或者", "以及", "一年", "这一", "为了", "因为", "所以", "如果",
        // What a passage does, or that something was done: nearly every passage does.
        "开展", "取得", "成效", "成绩", "成果", "情况", "经验", "举措", "措施",
    };

    /// <summary>Whether a word of a cut question says nothing.</summary>
    public static bool IsEmpty(string word) => Empty.Contains(word);

    /// <summary>What is left of a typed text without the words that ask; the text itself when nothing would be left or nothing asks.</summary>
    public static IReadOnlyList<TextSpan> Rest(string text)
    {
        var rest = new List<TextSpan>();
        int start = 0, at = 0;
        while (at < text.Length)
        {
            string? asking = Array.Find(Asking, word => string.CompareOrdinal(text, at, word, 0, word.Length) == 0);
            if (asking is null)
            {
                at++;
                continue;
            }

            Add(rest, start, at);
            at += asking.Length;
            start = at;
        }

        Add(rest, start, text.Length);
        return rest.Count > 0 ? rest : [new TextSpan(0, text.Length)];
    }

    // A single letter between two asking words (的, 是) is no word to look for.
    private static void Add(List<TextSpan> rest, int start, int end)
    {
        if (end - start > 1)
        {
            rest.Add(TextSpan.Between(start, end));
        }
    }
}
