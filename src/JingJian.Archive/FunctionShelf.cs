using JingJian.Analysis.Functions;

namespace JingJian.Archive;

/// <summary>The function weights in use: those trained with the archive's own labels where there are any, otherwise those that travel with the program.</summary>
/// <remarks><b>Threads.</b> Safe. Weights that another process puts in place are used from the next question on.</remarks>
/// <param name="modelsFolder">The models that travel with the program.</param>
/// <param name="dataFolder">The archive's folder.</param>
public sealed class FunctionShelf(string modelsFolder, string dataFolder)
{
    private readonly Lock openLock = new();
    private (string Version, FunctionClassifier Classifier)? open;

    /// <summary>Whether the archive has weights of its own.</summary>
    public bool HasOwn => File.Exists(Path.Combine(OwnFolder, FunctionManifest.WeightsName));

    /// <summary>The checksum of the weights in use; empty when there are none.</summary>
    public string Version => HasOwn ? FunctionManifest.HashIn(OwnFolder) : ShippedVersion;

    /// <summary>The checksum of the weights that travel with the program; empty when there are none.</summary>
    public string ShippedVersion => File.Exists(Path.Combine(ShippedFolder, FunctionManifest.Name)) ? FunctionManifest.HashIn(ShippedFolder) : "";

    private string OwnFolder => Path.Combine(dataFolder, "functions");

    private string ShippedFolder => Path.Combine(modelsFolder, "functions");

    /// <summary>The classifier in use.</summary>
    /// <exception cref="Text.CorruptArtifactException">The weights are missing, damaged, of another version or of another training.</exception>
    public FunctionClassifier Current()
    {
        lock (openLock)
        {
            string version = Version;
            if (open?.Version != version || version.Length == 0)
            {
                open = (version, Models.OpenFunctionFile(Path.Combine(HasOwn ? OwnFolder : ShippedFolder, FunctionManifest.WeightsName)));
            }

            return open.Value.Classifier;
        }
    }

    /// <summary>The classifier that travels with the program.</summary>
    public FunctionClassifier Shipped() => Models.OpenFunctions(modelsFolder);

    /// <summary>Puts weights in place: a process that is killed leaves the old ones, the shipped ones or these.</summary>
    internal void Adopt(byte[] weights, IReadOnlyDictionary<string, object> facts)
    {
        string fresh = OwnFolder + ".new";
        if (Directory.Exists(fresh))
        {
            Directory.Delete(fresh, recursive: true);
        }

        FunctionManifest.Write(fresh, weights, facts);
        Forget();
        Directory.Move(fresh, OwnFolder);
    }

    /// <summary>Takes the archive's own weights away; false when there are none.</summary>
    internal bool Forget()
    {
        if (!Directory.Exists(OwnFolder))
        {
            return false;
        }

        Directory.Delete(OwnFolder, recursive: true);
        return true;
    }
}
