using JingJian.Text;

namespace JingJian.Archive.Exports;

/// <summary>Writes reports as files that stand by themselves: the format follows from the file's name.</summary>
public static class ExportFile
{
    /// <summary>Writes a file; its ending says as what.</summary>
    /// <param name="path">The file.</param>
    /// <param name="write">Writes what is wanted in a format.</param>
    /// <returns>Null, or a fault when the format is another.</returns>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static Fault? Write(string path, Action<ExportFormat, Stream> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        if (!ExportFormat.Parse(Path.GetExtension(path)).TryGet(out ExportFormat? format, out Fault? fault))
        {
            return fault;
        }

        // Written beside and put in place: a full disk leaves no half report under the wanted name.
        string temporary = path + ".writing";
        using (FileStream output = File.Create(temporary))
        {
            write(format, output);
        }

        File.Move(temporary, path, overwrite: true);
        return null;
    }
}
