using System.Text;

namespace JingJian.Ingest;

/// <summary>Tells GB18030 (with GBK and GB2312 in it) from Big5, and both from what is neither.</summary>
/// <remarks>
/// <para><b>Source.</b> Ours. Nearly any bytes are valid in either, so the text also has to look Chinese: most of its two-byte
/// characters in the rows of punctuation and common characters of the encoding.</para>
/// <para>Measured on 60 documents of the open corpora, converted: simplified text in GB18030 has 0.99 and more of its characters
/// there, traditional text in GB18030 0.61 to 0.75, text in Big5 0.996 and more. Read as the other of the two, or UTF-8 read as
/// either, it has 0.63 and less, and as GB18030 0.35 and less.</para>
/// </remarks>
internal sealed class DoubleByteText
{
    private readonly Encoding encoding;
    private readonly double leastCommonShare;
    private readonly int lastCommonRow;
    private readonly bool hasLowTrails;

    private DoubleByteText(string name, double leastCommonShare, int lastCommonRow, bool hasLowTrails)
    {
        Name = name;
        encoding = CodePagesEncodingProvider.Instance.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;
        this.leastCommonShare = leastCommonShare;
        this.lastCommonRow = lastCommonRow;
        this.hasLowTrails = hasLowTrails;
    }

    /// <summary>Rows B0 to D7 hold the 3,755 common characters; the second byte of them and of punctuation is A1 or more.</summary>
    public static DoubleByteText Gb18030 { get; } = new("GB18030", 0.55, 0xD7, hasLowTrails: false);

    /// <summary>Rows A4 to C6 hold the 5,401 common characters.</summary>
    public static DoubleByteText Big5 { get; } = new("Big5", 0.9, 0xC6, hasLowTrails: true);

    /// <summary>As it is reported.</summary>
    public string Name { get; }

    /// <summary>Which of the two the bytes look like; null when neither.</summary>
    /// <param name="bytes">A text that is not UTF-8.</param>
    /// <param name="declared">What the text says of itself: believed unless the bytes look more like the other.</param>
    /// <param name="commonShare">The share of its two-byte characters that are common ones.</param>
    public static DoubleByteText? Of(ReadOnlySpan<byte> bytes, string? declared, out double commonShare)
    {
        double gb = Gb18030.CommonShare(bytes), big5 = Big5.CommonShare(bytes);
        bool looksGb = gb >= Gb18030.leastCommonShare, looksBig5 = big5 >= Big5.leastCommonShare;
        DoubleByteText? found =
            declared == Big5.Name && (!looksGb || big5 >= gb) ? Big5
            : declared == Gb18030.Name && (!looksBig5 || gb >= big5) ? Gb18030
            : looksGb && (!looksBig5 || gb >= big5) ? Gb18030
            : looksBig5 ? Big5
            : null;
        commonShare = found == Big5 ? big5 : gb;
        return found;
    }

    /// <summary>The characters, or null when there are bytes that mean none.</summary>
    public string? Decode(ReadOnlySpan<byte> bytes) => TextDecoder.TryDecode(bytes, encoding);

    private double CommonShare(ReadOnlySpan<byte> bytes)
    {
        // Row A1 to A3 is punctuation in both; GB18030 leaves the rows up to AF to rarer signs, Big5 begins its characters at A4.
        int firstRow = hasLowTrails ? 0xA4 : 0xB0;
        int pairs = 0, common = 0;
        for (int i = 0; i + 1 < bytes.Length; i++)
        {
            int row = bytes[i];
            if (row >= 0x81)
            {
                i++;
                pairs++;
                bool isCommonRow = row is >= 0xA1 and <= 0xA3 || (row >= firstRow && row <= lastCommonRow);
                common += isCommonRow && (bytes[i] >= 0xA1 || (hasLowTrails && bytes[i] is >= 0x40 and <= 0x7E)) ? 1 : 0;
            }
        }

        return pairs == 0 ? 0 : common / (double)pairs;
    }
}
