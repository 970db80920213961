using System.Text;
using JingJian.Text;

namespace JingJian.Ingest;

/// <summary>Turns the bytes of a text file into characters, or says why it will not.</summary>
/// <remarks>
/// <para><b>Guarantee.</b> Strict: every byte is accounted for by the encoding that is reported; nothing is replaced. A text that
/// is valid UTF-8 is never read as anything else, unless a mark of UTF-16 stands in front that its characters bear out. Marks are
/// dropped in front, and the mark of DOS (1A) at the end.</para>
/// <para><b>Source.</b> Ours. A mark or a declared charset is believed when the bytes do not belie it: programs put the mark of
/// UTF-8 in front of GB18030, and pages declare what their editor did not write.</para>
/// </remarks>
public static class TextDecoder
{
    /// <summary>There is nothing to decode.</summary>
    internal static readonly Fault Empty = new("ingest.empty", "文件是空的，没有内容可以入库。");

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Decodes a file.</summary>
    public static Result<DecodedText> Decode(ReadOnlySpan<byte> bytes) => Decode(bytes, declared: null);

    /// <summary>Decodes a file that may name its charset.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="declared"><c>GB18030</c> or <c>Big5</c> when the text says so of itself.</param>
    internal static Result<DecodedText> Decode(ReadOnlySpan<byte> bytes, string? declared)
    {
        if (bytes.IsEmpty)
        {
            return Empty;
        }

        if (FileSignature.Of(bytes) is { } format)
        {
            return new Fault("ingest.format", $"这是{format}，无法直接读出文字；请解压，或另存为文本、Word、PDF 文件后再入库。");
        }

        Result<DecodedText> decoded = bytes switch
        {
            [0xEF, 0xBB, 0xBF, .. var rest] => MarkedUtf8(rest, declared),
            [0xFF, 0xFE, .. var rest] => MarkedUtf16(rest, bigEndian: false, declared),
            [0xFE, 0xFF, .. var rest] => MarkedUtf16(rest, bigEndian: true, declared),
            _ => Guess(bytes, declared),
        };

        return decoded.TryGet(out DecodedText? text, out Fault? fault) ? Checked(text) : fault;
    }

    /// <summary>The characters, or null when there are bytes that mean none.</summary>
    internal static string? TryDecode(ReadOnlySpan<byte> bytes, Encoding encoding)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static Result<DecodedText> MarkedUtf8(ReadOnlySpan<byte> bytes, string? declared) =>
        TryDecode(bytes, Utf8) is { } text ? new DecodedText(text, "UTF-8", 1)
        : Guess(bytes, declared).TryGet(out DecodedText? guessed, out _) ? guessed
        : Belied("UTF-8");

    private static Result<DecodedText> MarkedUtf16(ReadOnlySpan<byte> bytes, bool bigEndian, string? declared)
    {
        DecodedText? marked = WideText.Marked(bytes, bigEndian);
        return marked is { Confidence: > WideText.Plausible } ? marked with { Confidence = 1 }
            : Guess(bytes, declared).TryGet(out DecodedText? guessed, out _) ? guessed
            : marked is not null ? marked
            : Belied(bigEndian ? "UTF-16BE" : "UTF-16LE");
    }

    private static Fault Belied(string name) => new("ingest.encoding", $"文件开头的标记说明它是 {name}，但其中有无效的字节，可能已损坏或被截断。");

    private static Result<DecodedText> Guess(ReadOnlySpan<byte> bytes, string? declared)
    {
        if (bytes.Contains((byte)0))
        {
            return WideText.Guess(bytes) is { } wide
                ? wide
                : new Fault("ingest.binary", "这不是文本文件（含有二进制数据），无法入库。");
        }

        if (TryDecode(bytes, Utf8) is { } text)
        {
            return new DecodedText(text, "UTF-8", 1);
        }

        bool isBrokenUtf8 = LooksLikeUtf8(bytes);
        if (!isBrokenUtf8 && DoubleByteText.Of(bytes, declared, out double share) is { } found)
        {
            return found.Decode(bytes) is { } chinese
                ? new DecodedText(chinese, found.Name, share)
                : new Fault("ingest.encoding", $"文件像是 {found.Name} 文本，但其中有无效的字节，可能已损坏或被截断。");
        }

        int valid = ValidUtf8Prefix(bytes);
        return isBrokenUtf8 || valid * 2L > bytes.Length
            ? new Fault("ingest.encoding", $"文件像是 UTF-8 文本，但第 {valid + 1} 个字节起有无效编码，可能已损坏或被截断。")
            : WideText.Guess(bytes) is { } wideWithoutBlanks ? wideWithoutBlanks
            : Binary;
    }

    private static Fault Binary => new("ingest.binary", "这不是文本文件，或不是支持的编码（UTF-8、UTF-16、GB18030、Big5），无法入库。");

    private static Result<DecodedText> Checked(DecodedText decoded)
    {
        string text = decoded.Text.TrimEnd('\u001A');
        return HasControlCharacters(text) ? Binary
            : string.IsNullOrWhiteSpace(text) ? new Fault("ingest.blank", "文件里只有空白，没有文字可以入库。")
            : decoded with { Text = text };
    }

    private static bool HasControlCharacters(string text) =>
        text.AsSpan().ContainsAnyInRange('\u0000', '\u0008') || text.AsSpan().ContainsAnyInRange('\u000E', '\u001A');

    private static int ValidUtf8Prefix(ReadOnlySpan<byte> bytes)
    {
        int at = 0;
        while (at < bytes.Length && Rune.DecodeFromUtf8(bytes[at..], out _, out int used) == System.Buffers.OperationStatus.Done)
        {
            at += used;
        }

        return at;
    }

    private static bool LooksLikeUtf8(ReadOnlySpan<byte> bytes)
    {
        int valid = 0, invalid = 0;
        for (int at = 0; at < bytes.Length;)
        {
            bool good = Rune.DecodeFromUtf8(bytes[at..], out _, out int used) == System.Buffers.OperationStatus.Done;
            if (used > 1 || !good)
            {
                _ = good ? valid++ : invalid++;
            }

            at += Math.Max(used, 1);
        }

        return valid > 9 * invalid;
    }
}
