using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using JingJian.Text;

namespace JingJian.Archive;

/// <summary>The note beside a file of learned weights: its hash, what it was made from, what it reached.</summary>
public static class ModelManifest
{
    /// <summary>The name of the note.</summary>
    public const string Name = "manifest.json";

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes weights and their note into a folder.</summary>
    /// <param name="folder">Where; made when it is not there.</param>
    /// <param name="name">What to call the weights.</param>
    /// <param name="weights">The file.</param>
    /// <param name="facts">What else the note says, by name.</param>
    public static void Write(string folder, string name, byte[] weights, IReadOnlyDictionary<string, object> facts)
    {
        Directory.CreateDirectory(folder);
        var note = new Dictionary<string, object>
        {
            ["file"] = name,
            ["bytes"] = weights.Length,
            ["sha256"] = Convert.ToHexStringLower(SHA256.HashData(weights)),
        };
        foreach ((string about, object fact) in facts)
        {
            note[about] = fact;
        }

        File.WriteAllBytes(Path.Combine(folder, name), weights);
        File.WriteAllText(Path.Combine(folder, Name), JsonSerializer.Serialize(note, Readable) + "\n");
    }

    /// <summary>Holds weights against the note beside them.</summary>
    /// <exception cref="CorruptArtifactException">There is no note, or it is of other weights.</exception>
    public static void Verify(string path, ReadOnlySpan<byte> weights)
    {
        string found = Convert.ToHexStringLower(SHA256.HashData(weights));
        string note = Path.Combine(Path.GetDirectoryName(path)!, Name);
        string expected = HashAt(note);
        if (!string.Equals(expected, found, StringComparison.Ordinal))
        {
            throw new CorruptArtifactException(path, $"SHA-256 {expected}", found);
        }
    }

    /// <summary>The checksum that the note in a folder names.</summary>
    /// <exception cref="CorruptArtifactException">There is no note, or it cannot be read.</exception>
    public static string HashIn(string folder) => HashAt(Path.Combine(folder, Name));

    private static string HashAt(string note)
    {
        try
        {
            using var parsed = JsonDocument.Parse(File.ReadAllBytes(note));
            return parsed.RootElement.GetProperty("sha256").GetString() ?? "";
        }
        catch (Exception fault) when (fault is IOException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new CorruptArtifactException(note, "写有权重校验和的说明", fault.Message);
        }
    }
}
