using JingJian.Text;

namespace JingJian.Ingest;

/// <summary>Holds a text against the limits on characters, lines and the length of a line.</summary>
/// <remarks>A file of ordinary size can hold millions of lines or one line of millions of characters: the stages that follow would
/// take a hundred times its size in memory.</remarks>
internal static class TextExtent
{
    /// <summary>Why a text is too long or has too many lines; null when it is neither.</summary>
    public static Fault? FaultIn(string text, IngestLimits limits)
    {
        if (text.Length > limits.MaxCharacters)
        {
            return new Fault("ingest.too-large", $"文字太多（{text.Length / 10_000} 万字），单个文件的上限是 {limits.MaxCharacters / 10_000} 万字；请拆分后再入库。");
        }

        int filled = 0, number = 0;
        foreach (Range line in text.AsSpan().SplitAny('\r', '\n'))
        {
            (int start, int length) = line.GetOffsetAndLength(text.Length);
            number++;
            if (length > limits.MaxLineCharacters)
            {
                return new Fault("ingest.line-too-long", $"第 {number} 行有 {length} 个字而没有换行，上限是 {limits.MaxLineCharacters} 个；请分段后再入库。");
            }

            filled += text.AsSpan(start, length).IsWhiteSpace() ? 0 : 1;
            if (filled > limits.MaxLines)
            {
                return new Fault("ingest.too-many-lines", $"文件的行数太多，上限是 {limits.MaxLines} 行（空行不计）；请拆分后再入库。");
            }
        }

        return null;
    }
}
