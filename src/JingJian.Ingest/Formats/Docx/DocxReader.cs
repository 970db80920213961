using System.Xml.Linq;
using JingJian.Ingest.Formats.Archives;
using JingJian.Text;

namespace JingJian.Ingest.Formats.Docx;

/// <summary>Reads .docx: the body in its order, footnotes and endnotes at the end; headers and footers are not text.</summary>
/// <remarks><b>Departures.</b> Read with the framework's XML reader rather than an object model of the format: depth and size of
/// hostile documents have to be bounded before anything is built from them.</remarks>
internal static class DocxReader
{
    /// <summary>The document is not what it should be.</summary>
    public static readonly Fault Damaged = new("ingest.damaged", "Word 文档已损坏或不完整，无法读出文字。");

    /// <summary>The text of the document.</summary>
    public static Result<DecodedText> Read(PackedFile packed, Allowance allowance)
    {
        if (!DocxParts.Load(packed, allowance).TryGet(out DocxParts? parts, out Fault? fault))
        {
            return fault;
        }

        string text = DocxText.Of(parts);
        return string.IsNullOrWhiteSpace(text)
            ? new Fault("ingest.no-text", "Word 文档里没有文字（可能只有图片）。")
            : new DecodedText(text, "docx", 1);
    }
}

/// <summary>The parts of a document that hold its text.</summary>
internal sealed record DocxParts(XElement Document, XElement? Numbering, XElement? Styles, XElement? Footnotes, XElement? Endnotes)
{
    /// <summary>Loads them by their relationships, as the names are free.</summary>
    public static Result<DocxParts> Load(PackedFile packed, Allowance allowance)
    {
        var loader = new Loader(packed, allowance);
        string main = (loader.Target("_rels/.rels", "officeDocument") ?? "word/document.xml").TrimStart('/');
        string folder = main[..(main.LastIndexOf('/') + 1)];
        string links = $"{folder}_rels/{main[folder.Length..]}.rels";
        XElement? Part(string type) => loader.Target(links, type) is { } target
            ? loader.Load(target.StartsWith('/') ? target[1..] : folder + target)
            : null;

        XElement? document = loader.Load(main);
        var parts = new DocxParts(document!, Part("numbering"), Part("styles"), Part("footnotes"), Part("endnotes"));
        return loader.Fault is { } fault ? fault : document is null ? DocxReader.Damaged : parts;
    }

    /// <summary>Keeps the first fault; a part that is not there is null.</summary>
    private sealed class Loader(PackedFile packed, Allowance allowance)
    {
        private readonly Dictionary<string, XElement?> loaded = [];

        public Fault? Fault { get; private set; }

        public XElement? Load(string name) => loaded.TryGetValue(name, out XElement? known) ? known : loaded[name] = LoadNew(name);

        public string? Target(string links, string type) => Load(links)?.Elements()
            .FirstOrDefault(link => link.Value("Type")?.EndsWith('/' + type, StringComparison.Ordinal) == true && link.Value("TargetMode") != "External")?.Value("Target");

        private XElement? LoadNew(string name)
        {
            if (packed.Find(name) is not { } entry)
            {
                return null;
            }

            XElement? root = null;
            if (packed.Read(entry).TryGet(out byte[]? bytes, out Fault? fault) && DocxXml.Load(bytes, allowance.Limits).TryGet(out root, out fault))
            {
                return root;
            }

            Fault ??= fault;
            return null;
        }
    }
}
