using JingJian.Archive.Views;
using JingJian.Text;

namespace JingJian.Archive.Exports;

/// <summary>Writes audits as files that stand by themselves: the format follows from the file's name.</summary>
/// <remarks><b>Guarantee.</b> No clock and no machine in it: the same archive gives the same words and figures, in .html, .csv
/// and .json the same bytes, so a second person can reproduce an audit and compare. (The container of .docx notes the time.)</remarks>
public static class AuditExport
{
    /// <summary>Writes the audits to a file; its ending says as what.</summary>
    /// <returns>Null, or a fault when the format is another.</returns>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static Fault? Write(IReadOnlyList<AuditView> audits, string path)
    {
        if (!ExportFormat.Parse(Path.GetExtension(path)).TryGet(out ExportFormat? format, out Fault? fault))
        {
            return fault;
        }

        // Written beside and put in place: a full disk leaves no half report under the wanted name.
        string temporary = path + ".writing";
        using (FileStream output = File.Create(temporary))
        {
            format.Write(audits, output);
        }

        File.Move(temporary, path, overwrite: true);
        return null;
    }
}
