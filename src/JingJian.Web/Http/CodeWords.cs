using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace JingJian.Web.Http;

/// <summary>What the code says of its types: the documentation files that lie beside the program.</summary>
/// <remarks>Without such a file nothing is known of its types.</remarks>
internal sealed partial class CodeWords
{
    private readonly Dictionary<string, Dictionary<string, XElement>> files = new(StringComparer.Ordinal);

    /// <summary>What a type says of itself; null when it says nothing.</summary>
    public string? Of(Type type) => Text(Member(type, $"T:{NameOf(type)}")?.Element("summary"));

    /// <summary>What a type says of one of its properties; a record says it of its parameters.</summary>
    public string? Of(Type type, PropertyInfo property)
    {
        Type declaring = property.DeclaringType ?? type;
        return Text(Member(declaring, $"P:{NameOf(declaring)}.{property.Name}")?.Element("summary"))
            ?? Text(Member(declaring, $"T:{NameOf(declaring)}")?.Elements("param").FirstOrDefault(one => (string?)one.Attribute("name") == property.Name));
    }

    private static string NameOf(Type type) => (type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName!.Replace('+', '.');

    private XElement? Member(Type type, string name)
    {
        string path = Path.ChangeExtension(type.Assembly.Location, ".xml");
        lock (files)
        {
            if (!files.TryGetValue(path, out Dictionary<string, XElement>? members))
            {
                files.Add(path, members = File.Exists(path)
                    ? XDocument.Load(path).Descendants("member").ToDictionary(member => (string)member.Attribute("name")!, StringComparer.Ordinal)
                    : []);
            }

            return members.GetValueOrDefault(name);
        }
    }

    private static string? Text(XElement? element) => element is null || Plain(element).Trim() is not { Length: > 0 } text ? null : Blanks().Replace(text, " ");

    private static string Plain(XElement element) => string.Concat(element.Nodes().Select(node => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "see" or "paramref" } named => ((string?)named.Attribute("cref") ?? (string?)named.Attribute("langword") ?? (string?)named.Attribute("name") ?? "").Split(':', '.')[^1],
        XElement inner => Plain(inner),
        _ => "",
    }));

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
