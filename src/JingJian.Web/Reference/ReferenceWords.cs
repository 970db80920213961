using System.Text;

namespace JingJian.Web.Reference;

/// <summary>What a group of operations is for.</summary>
/// <param name="Title">What it is called in Chinese.</param>
/// <param name="Text">What there is to say of all of it; may be empty.</param>
internal sealed record GroupWords(string Title, string Text);

/// <summary>What an operation does.</summary>
/// <param name="Summary">In a few words.</param>
/// <param name="Description">In sentences: what it answers, costs and promises.</param>
/// <param name="Answers">What its answers say, by status.</param>
internal sealed record OperationWords(string Summary, string Description, IReadOnlyDictionary<string, string> Answers);

/// <summary>What the API says of its groups and operations, in Chinese: <c>operations.md</c>, which lies in the program.</summary>
/// <remarks>
/// <code>
/// # Group 名称
/// What there is to say of the group.
/// ## Operation 摘要
/// The description.
/// - 404 what this answer says
/// </code>
/// </remarks>
internal static class ReferenceWords
{
    private static readonly (Dictionary<string, GroupWords> Groups, Dictionary<string, OperationWords> Operations) Words = Read();

    /// <summary>By the tags of the document.</summary>
    public static IReadOnlyDictionary<string, GroupWords> Groups => Words.Groups;

    /// <summary>By the names of the operations.</summary>
    public static IReadOnlyDictionary<string, OperationWords> Operations => Words.Operations;

    private static (Dictionary<string, GroupWords>, Dictionary<string, OperationWords>) Read()
    {
        using var file = new StreamReader(typeof(ReferenceWords).Assembly.GetManifestResourceStream("operations.md")!, Encoding.UTF8);
        string words = file.ReadToEnd().ReplaceLineEndings("\n");
        var groups = new Dictionary<string, GroupWords>(StringComparer.Ordinal);
        var operations = new Dictionary<string, OperationWords>(StringComparer.Ordinal);
        foreach (string section in ("\n" + words).Split("\n# ")[1..])
        {
            string[] parts = section.Split("\n## ");
            // The tags of some groups have blanks in them: their titles are the words behind the last one.
            string head = parts[0].Split('\n')[0];
            groups.Add(head[..head.LastIndexOf(' ')], new GroupWords(head[(head.LastIndexOf(' ') + 1)..], Prose(parts[0])));
            foreach (string part in parts[1..])
            {
                string[] title = part.Split('\n')[0].Split(' ', 2);
                operations.Add(title[0], new OperationWords(title[1], Prose(part), Answers(part)));
            }
        }

        return (groups, operations);
    }

    private static string Prose(string part) => string.Join('\n', part.Split('\n').Skip(1).Where(line => !line.StartsWith("- ", StringComparison.Ordinal))).Trim();

    private static Dictionary<string, string> Answers(string part) => part.Split('\n').Where(line => line.StartsWith("- ", StringComparison.Ordinal))
        .Select(line => line[2..].Split(' ', 2)).ToDictionary(answer => answer[0], answer => answer[1], StringComparer.Ordinal);
}
