using System.Globalization;
using JingJian.Ingest;
using JingJian.Text;

namespace JingJian.Web.Http;

/// <summary>What a single request may ask.</summary>
internal static class RequestLimits
{
    /// <summary>Largest body of an ordinary request: a draft of <see cref="DraftCharacters"/> in JSON, escaped, with room.</summary>
    public const long BodyBytes = 4L << 20;

    /// <summary>Longest address: a query of <see cref="QueryCharacters"/> Chinese letters, each nine bytes there, and a few parameters of <see cref="WordCharacters"/>.</summary>
    public const int LineBytes = 64 << 10;

    /// <summary>Most files of one upload; each is held open until the ingest is done.</summary>
    public const int UploadFiles = 200;

    /// <summary>Longest draft: three times the longest compilation seen.</summary>
    public const int DraftCharacters = JingJian.Archive.Views.DraftWish.MostCharacters;

    /// <summary>Most items of one answer.</summary>
    public const int Top = 1000;

    /// <summary>Most items to pass over.</summary>
    public const int Offset = 10_000;

    /// <summary>Longest name, topic or other word in a parameter.</summary>
    public const int WordCharacters = 500;

    /// <summary>Longest query in an address: a page of text, which finds passages like it.</summary>
    public const int QueryCharacters = 5000;

    /// <summary>Longest query in a body.</summary>
    public const int PassageCharacters = 20_000;

    /// <summary>Largest upload, all files together: eight of the largest files.</summary>
    public static readonly long UploadBytes = 8 * IngestLimits.Default.MaxFileBytes;

    /// <summary>What is wrong with a page of results, or null.</summary>
    public static Fault? Check(int top, int offset, int most = Top) =>
        OutOfRange("top", top, 1, most) ?? OutOfRange("offset", offset, 0, Offset);

    /// <summary>What is wrong with a word in a parameter, or null.</summary>
    public static Fault? Check(string parameter, string? word, int most = WordCharacters) => word?.Length > most
        ? new Fault("request.too-long", $"参数 {parameter} 太长（{word.Length} 个字符），最多 {most} 个。")
        : null;

    private static Fault? OutOfRange(string parameter, int value, int least, int most) => value < least || value > most
        ? new Fault("request.range", string.Create(CultureInfo.InvariantCulture, $"参数 {parameter} 的值 {value} 超出范围，应在 {least} 到 {most} 之间。"))
        : null;
}
