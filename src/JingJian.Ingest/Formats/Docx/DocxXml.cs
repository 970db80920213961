using System.Xml;
using System.Xml.Linq;
using JingJian.Text;

namespace JingJian.Ingest.Formats.Docx;

/// <summary>Loads an XML part of a document, within the limits on elements and depth.</summary>
/// <remarks>No document type, no entity, nothing outside the part is ever read. Names are compared without their namespace: the
/// strict and the transitional form of the format differ in nothing else.</remarks>
internal static class DocxXml
{
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    /// <summary>The root element.</summary>
    public static Result<XElement> Load(byte[] bytes, IngestLimits limits)
    {
        try
        {
            // Counted before a tree is made of it.
            return Exceeds(bytes, limits)
                ? new Fault("ingest.too-large", "文档的内部结构过大或嵌套过深，已停止读取；请另存为纯文本后再入库。")
                : XElement.Load(ReaderOf(bytes));
        }
        catch (XmlException)
        {
            return DocxReader.Damaged;
        }
    }

    /// <summary>The first child of that name, or null.</summary>
    public static XElement? Child(this XElement element, string name) => element.Children(name).FirstOrDefault();

    /// <summary>The children of that name.</summary>
    public static IEnumerable<XElement> Children(this XElement element, string name) => element.Elements().Where(child => child.Name.LocalName == name);

    /// <summary>The attribute of that name, or null.</summary>
    public static string? Value(this XElement element, string name = "val") =>
        element.Attributes().FirstOrDefault(attribute => attribute.Name.LocalName == name)?.Value;

    /// <summary>The attribute of that name as a number, or null.</summary>
    public static int? Number(this XElement element, string name = "val") =>
        int.TryParse(element.Value(name), System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out int number) ? number : null;

    private static bool Exceeds(byte[] bytes, IngestLimits limits)
    {
        using XmlReader reader = ReaderOf(bytes);
        for (int elements = 0; reader.Read();)
        {
            elements += reader.NodeType == XmlNodeType.Element ? 1 + reader.AttributeCount : 0;
            if (elements > limits.MaxXmlElements || reader.Depth > limits.MaxXmlDepth)
            {
                return true;
            }
        }

        return false;
    }

    private static XmlReader ReaderOf(byte[] bytes) => XmlReader.Create(new MemoryStream(bytes, writable: false), Settings);
}
