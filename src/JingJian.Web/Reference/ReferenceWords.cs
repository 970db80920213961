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

/// <summary>What a type of values is.</summary>
/// <param name="Group">The Chinese title it stands under.</param>
/// <param name="Text">What it is.</param>
/// <param name="Properties">What its properties are, by name: those that no common words fit.</param>
internal sealed record TypeWords(string Group, string Text, IReadOnlyDictionary<string, string> Properties);

/// <summary>What the API says in Chinese: of its groups and operations (<c>operations.md</c>), of its types and their properties (<c>types.md</c>). Both lie in the program.</summary>
/// <remarks>
/// <code>
/// # Group 名称
/// What there is to say of the group.
/// ## Operation 摘要
/// The description.
/// - 404 what this answer says
/// </code>
/// <code>
/// # 通用
/// - property what it is in every type that has no words of its own for it
/// # 名称
/// ## Type what it is
/// - property what it is here
/// </code>
/// <para>A generic type stands there once, under its own name: what is said of <c>Listing</c> holds for <c>ListingOfReportView</c>.</para>
/// </remarks>
internal static class ReferenceWords
{
    private static readonly (Dictionary<string, GroupWords> Groups, Dictionary<string, OperationWords> Operations) Words = ReadOperations();
    private static readonly (Dictionary<string, string> Common, OrderedDictionary<string, TypeWords> Types) OfTypes = ReadTypes();

    /// <summary>By the tags of the document.</summary>
    public static IReadOnlyDictionary<string, GroupWords> Groups => Words.Groups;

    /// <summary>By the names of the operations.</summary>
    public static IReadOnlyDictionary<string, OperationWords> Operations => Words.Operations;

    /// <summary>By the names of the types, a generic one by its own; in the order of the file.</summary>
    public static IReadOnlyDictionary<string, TypeWords> Types => OfTypes.Types;

    /// <summary>What properties are in all types that have no words of their own for them, by name.</summary>
    public static IReadOnlyDictionary<string, string> CommonProperties => OfTypes.Common;

    /// <summary>The name under which a schema of the document is described: of <c>ListingOfReportView</c> it is <c>Listing</c>.</summary>
    public static string TypeOf(string schema) => Types.ContainsKey(schema) ? schema : schema.Split("Of")[0];

    private static (Dictionary<string, GroupWords>, Dictionary<string, OperationWords>) ReadOperations()
    {
        var groups = new Dictionary<string, GroupWords>(StringComparer.Ordinal);
        var operations = new Dictionary<string, OperationWords>(StringComparer.Ordinal);
        foreach (string[] parts in Sections("operations.md"))
        {
            // The tags of some groups have blanks in them: their titles are the words behind the last one.
            string head = parts[0].Split('\n')[0];
            groups.Add(head[..head.LastIndexOf(' ')], new GroupWords(head[(head.LastIndexOf(' ') + 1)..], Prose(parts[0])));
            foreach (string part in parts[1..])
            {
                string[] title = part.Split('\n')[0].Split(' ', 2);
                operations.Add(title[0], new OperationWords(title[1], Prose(part), Lines(part)));
            }
        }

        return (groups, operations);
    }

    private static (Dictionary<string, string>, OrderedDictionary<string, TypeWords>) ReadTypes()
    {
        string[][] sections = [.. Sections("types.md")];
        var types = new OrderedDictionary<string, TypeWords>(StringComparer.Ordinal);
        foreach (string[] parts in sections[1..])
        {
            foreach (string part in parts[1..])
            {
                string[] title = part.Split('\n')[0].Split(' ', 2);
                types.Add(title[0], new TypeWords(parts[0].Trim(), title[1], Lines(part)));
            }
        }

        return (Lines(sections[0][0]), types);
    }

    /// <summary>The sections of a file: the head of each, then its parts.</summary>
    private static IEnumerable<string[]> Sections(string name)
    {
        using var file = new StreamReader(typeof(ReferenceWords).Assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
        return ("\n" + file.ReadToEnd().ReplaceLineEndings("\n")).Split("\n# ")[1..].Select(section => section.Split("\n## "));
    }

    private static string Prose(string part) => string.Join('\n', part.Split('\n').Skip(1).Where(line => !line.StartsWith("- ", StringComparison.Ordinal))).Trim();

    /// <summary>What is listed in a part: <c>- name words</c>.</summary>
    private static Dictionary<string, string> Lines(string part) => part.Split('\n').Where(line => line.StartsWith("- ", StringComparison.Ordinal))
        .Select(line => line[2..].Split(' ', 2)).ToDictionary(line => line[0], line => line[1], StringComparer.Ordinal);
}
