namespace JingJian.Archive;

/// <summary>The note beside a file of function weights.</summary>
public static class FunctionManifest
{
    /// <summary>The name of the weights in their folder.</summary>
    public const string WeightsName = "functions.model";

    /// <summary>The name of the note.</summary>
    public const string Name = ModelManifest.Name;

    /// <summary>Writes weights and their note into a folder.</summary>
    /// <param name="folder">Where; made when it is not there.</param>
    /// <param name="weights">The file.</param>
    /// <param name="facts">What else the note says, by name.</param>
    public static void Write(string folder, byte[] weights, IReadOnlyDictionary<string, object> facts) => ModelManifest.Write(folder, WeightsName, weights, facts);

    /// <summary>The checksum that the note in a folder names.</summary>
    /// <exception cref="JingJian.Text.CorruptArtifactException">There is no note, or it cannot be read.</exception>
    public static string HashIn(string folder) => ModelManifest.HashIn(folder);
}
