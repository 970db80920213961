namespace JingJian.Tests;

/// <summary>Where the checkout lies, and the material beside it that may be absent.</summary>
internal static class Repository
{
    /// <summary>The folder that holds <c>JingJian.slnx</c>.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>A path inside the checkout.</summary>
    public static string At(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>A path inside <c>../shared</c>; the calling test is skipped where that is absent.</summary>
    public static string Shared(params string[] parts)
    {
        string path = Path.GetFullPath(Path.Combine([Root, "..", "shared", .. parts]));
        Assert.SkipUnless(Path.Exists(path), $"../shared/{string.Join('/', parts)} is not beside this checkout");
        return path;
    }

    private static string FindRoot()
    {
        for (string? folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "JingJian.slnx")))
            {
                return folder;
            }
        }

        throw new InvalidOperationException("The tests run outside a checkout: no JingJian.slnx above " + AppContext.BaseDirectory);
    }
}
