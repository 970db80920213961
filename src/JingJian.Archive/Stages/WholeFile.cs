namespace JingJian.Archive.Stages;

/// <summary>Writes a file that is there whole or not at all.</summary>
internal static class WholeFile
{
    /// <summary>Ends the names of files that are being written.</summary>
    public const string Unfinished = ".building";

    /// <summary>Writes beside, waits until the disk has it, and puts it in place; what cannot be written whole leaves nothing.</summary>
    public static void Write(string path, Action<Stream> write)
    {
        string temporary = path + Unfinished;
        try
        {
            using (FileStream output = File.Create(temporary))
            {
                write(output);
                output.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch (IOException)
        {
            File.Delete(temporary);
            throw;
        }
    }
}
