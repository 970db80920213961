using System.Collections.Frozen;

namespace JingJian.Analysis.Functions;

/// <summary>What a section or paragraph does in its report. Stored by number: never renumber.</summary>
public enum Function
{
    /// <summary>导语: who we are, under whose leadership, "现将…总结如下".</summary>
    Opening = 0,

    /// <summary>形势背景: situation, significance, policy, challenges of the environment.</summary>
    Background = 1,

    /// <summary>主要做法: what was done.</summary>
    Practice = 2,

    /// <summary>工作成效: the effect is the point.</summary>
    Result = 3,

    /// <summary>经验体会: lessons.</summary>
    Experience = 4,

    /// <summary>存在问题: own shortcomings.</summary>
    Problem = 5,

    /// <summary>下步计划: the reporter's own next steps.</summary>
    Plan = 6,

    /// <summary>对策建议: general recommendations and arguments.</summary>
    Proposal = 7,

    /// <summary>结尾: closing pledge, thanks, slogan.</summary>
    Closing = 8,

    /// <summary>其他: noise, metadata.</summary>
    Other = 9,
}

/// <summary>The function of one block.</summary>
/// <param name="Primary">What it mainly does.</param>
/// <param name="Secondary">Another function strongly present, or null.</param>
/// <param name="Confidence">How sure the classifier is of <paramref name="Primary"/>, 0 to 1.</param>
public readonly record struct FunctionLabel(Function Primary, Function? Secondary, double Confidence);

/// <summary>The English and Chinese names of the functions.</summary>
public static class FunctionNames
{
    private static readonly string[] English =
        ["opening", "background", "practice", "result", "experience", "problem", "plan", "proposal", "closing", "other"];

    private static readonly string[] Chinese =
        ["导语", "形势背景", "主要做法", "工作成效", "经验体会", "存在问题", "下步计划", "对策建议", "结尾", "其他"];

    private static readonly FrozenDictionary<string, Function> ByName = Enum.GetValues<Function>()
        .SelectMany(function => new[] { (English[(int)function], function), (Chinese[(int)function], function) })
        .Concat([("背景", Function.Background), ("做法", Function.Practice), ("成效", Function.Result), ("体会", Function.Experience),
            ("经验", Function.Experience), ("问题", Function.Problem), ("计划", Function.Plan), ("打算", Function.Plan),
            ("对策", Function.Proposal), ("建议", Function.Proposal)])
        .ToFrozenDictionary(pair => pair.Item1, pair => pair.Item2, StringComparer.OrdinalIgnoreCase);

    /// <summary>How many functions there are.</summary>
    public static int Count => English.Length;

    /// <summary>The name used in the command line and the API, for example <c>practice</c>.</summary>
    public static string ToEnglish(Function function) => English[(int)function];

    /// <summary>The name that people read, for example 主要做法.</summary>
    public static string ToChinese(Function function) => Chinese[(int)function];

    /// <summary>Reads a function by its English or Chinese name.</summary>
    public static bool TryParse(string name, out Function function) => ByName.TryGetValue(name, out function);
}
