using System.Collections.Frozen;
using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;

namespace JingJian.Ingest.Formats.Html;

/// <summary>The text of a page as a browser would show it, one line a block.</summary>
/// <remarks>
/// <para><b>Source.</b> AngleSharp's tokenizer (the HTML standard, section 13.2.5). No tree is built: the text does not need one,
/// and a tree of hostile markup takes quadratic time and any depth.</para>
/// <para><b>Guarantee.</b> Every character outside scripts, styles, comments and tags is kept, navigation as well; only white
/// space is drawn together. Linear time.</para>
/// </remarks>
internal static class HtmlText
{
    private static readonly FrozenSet<string> Blocks = FrozenSet.Create(StringComparer.Ordinal,
        "address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd", "details", "dialog", "dir", "div", "dl",
        "dt", "fieldset", "figcaption", "figure", "footer", "form", "frame", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header",
        "hr", "html", "iframe", "legend", "li", "main", "menu", "nav", "noscript", "ol", "optgroup", "option", "p", "pre", "section",
        "select", "summary", "textarea", "title", "ul");

    /// <summary>The text between the tags.</summary>
    public static string Of(string html)
    {
        using var source = new TextSource(html);
        var tokenizer = new HtmlTokenizer(source, HtmlEntityProvider.ResolverExtended) { SkipComments = true };
        var lines = new FlowingText();
        string? dropped = null;
        for (HtmlToken token = tokenizer.Get(); token.Type != HtmlTokenType.EndOfFile; token = tokenizer.Get())
        {
            switch (token.Type)
            {
                case HtmlTokenType.Character when dropped is null:
                    lines.Append(token.Data);
                    break;
                case HtmlTokenType.StartTag:
                    tokenizer.State = ContentOf(token.Name);
                    dropped = token.Name is "script" or "style" ? token.Name : null;
                    Mark(token.Name, opens: true, lines);
                    break;
                case HtmlTokenType.EndTag:
                    dropped = null;
                    Mark(token.Name, opens: false, lines);
                    break;
            }
        }

        return lines.ToString();
    }

    private static void Mark(string name, bool opens, FlowingText lines)
    {
        if (name == "pre")
        {
            lines.KeepsBlanks = opens;
        }

        switch (name)
        {
            case "table" or "thead" or "tbody" or "tfoot" or "tr":
                lines.NextRow();
                break;
            case "td" or "th" when opens:
                lines.NextCell();
                break;
            default:
                if (Blocks.Contains(name))
                {
                    lines.Break();
                }

                break;
        }
    }

    private static HtmlParseMode ContentOf(string name) => name switch
    {
        "script" => HtmlParseMode.Script,
        "style" => HtmlParseMode.Rawtext,
        "title" or "textarea" => HtmlParseMode.RCData,
        _ => HtmlParseMode.PCData,
    };
}
