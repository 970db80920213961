using System.Collections.Frozen;
using System.Security.Cryptography;
using JingJian.Archive.Views;

namespace JingJian.Web.Hosting;

/// <summary>The invented files that an empty archive begins with; they lie beside the program.</summary>
internal static class SampleFiles
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "samples");

    private static readonly Lazy<FrozenSet<string>> Hashes = new(() => Paths().Select(path => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)))).ToFrozenSet());

    /// <summary>Their paths, in order; none where the program came without them.</summary>
    public static string[] Paths()
    {
        string[] files = Directory.Exists(Folder) ? Directory.GetFiles(Folder, "*.txt") : [];
        Array.Sort(files, StringComparer.Ordinal);
        return files;
    }

    /// <summary>Whether a source is one of them, to the byte.</summary>
    public static bool Has(SourceView source) => Hashes.Value.Contains(source.Hash);
}
