using System.Text;

namespace JingJian.Tools.Stress;

/// <summary>Puts a variant together from pieces of paragraphs and keeps the truth about each.</summary>
internal sealed class VariantBuilder(string kind)
{
    private readonly StringBuilder text = new();
    private readonly List<CopiedPassage> passages = [];

    /// <summary>Appends the part [<paramref name="start"/>, <paramref name="end"/>) of a paragraph.</summary>
    public VariantBuilder Copy(StressLine source, int start, int end, bool isHost = false) =>
        CopyChanged(source, start, end, source.Text[start..end], isHost);

    /// <summary>Appends a whole paragraph that is not what the variant is about.</summary>
    public VariantBuilder Host(StressLine source) => Copy(source, 0, source.Text.Length, isHost: true);

    /// <summary>Appends a part of a paragraph with small edits.</summary>
    public VariantBuilder CopyChanged(StressLine source, int start, int end, string changed, bool isHost = false)
    {
        passages.Add(new CopiedPassage(text.Length, text.Length + changed.Length, source, start, end, isHost));
        text.Append(changed);
        return this;
    }

    /// <summary>The variant.</summary>
    public Variant Build() => new(kind, text.ToString(), passages);
}
