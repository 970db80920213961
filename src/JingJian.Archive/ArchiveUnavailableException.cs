namespace JingJian.Archive;

/// <summary>The data folder, or the store in it, cannot be used: no permission, no space, something else in its place.</summary>
/// <remarks>The message is a sentence for the person at the program.</remarks>
public sealed class ArchiveUnavailableException : IOException
{
    internal ArchiveUnavailableException(string dataFolder, string reason, Exception inner)
        : base($"数据目录“{dataFolder}”无法使用：{reason}", inner)
    {
    }
}
