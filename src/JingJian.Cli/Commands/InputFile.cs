using System.CommandLine;
using JingJian.Cli.Output;
using JingJian.Ingest;
using JingJian.Text;

namespace JingJian.Cli.Commands;

/// <summary>A single file that a command reads without storing it.</summary>
internal static class InputFile
{
    /// <summary>The argument that names it.</summary>
    public static Argument<string> Argument(string description) => new("文件") { Description = description };

    /// <summary>Reads it and goes on, or says why not.</summary>
    public static int Read(string path, Action<SourceText> goOn)
    {
        Result<SourceText> read = Directory.Exists(path)
            ? new Fault("ingest.folder", "这是一个文件夹，这里需要一个文件。")
            : SourceReader.ReadFile(new SourceFile(path, Path.GetFileName(path)), IngestLimits.Default);
        if (!read.TryGet(out SourceText? source, out Fault? fault))
        {
            Printer.Message($"{path}：{fault.Message}");
            return CommandContext.Refused;
        }

        goOn(source);
        return CommandContext.Done;
    }
}
