using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;
using JingJian.Text;

namespace JingJian.Ingest.Formats.Converters;

/// <summary>An installed program that converts files, and its version.</summary>
/// <param name="Path">Where it lies.</param>
/// <param name="Name">Its name for people, with its version: <c>pdftotext 22.12.0</c>.</param>
internal sealed partial record Converter(string Path, string Name)
{
    private static readonly ConcurrentDictionary<string, string> Versions = new(StringComparer.Ordinal);

    /// <summary>Finds a program in the folders of the limits; null when it is not installed there.</summary>
    public static Converter? Find(string program, string shownName, string versionFlag, IngestLimits limits)
    {
        string? path = limits.ConverterFolders.Split(System.IO.Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Where(System.IO.Path.IsPathRooted)
            .SelectMany(folder => new[] { System.IO.Path.Combine(folder, program), System.IO.Path.Combine(folder, program + ".exe") })
            .FirstOrDefault(File.Exists);
        return path is null
            ? null
            : new Converter(path, $"{shownName} {Versions.GetOrAdd(path, found => VersionOf(found, versionFlag, limits))}".TrimEnd());
    }

    /// <summary>Runs it in a new folder with the input in it; what is left in the folder is read, then all of it removed.</summary>
    /// <param name="inputName">The name of the input in the folder: ours, never the sender's.</param>
    /// <param name="bytes">The input.</param>
    /// <param name="arguments">The arguments, given the folder.</param>
    /// <param name="allowance">What time may still be used.</param>
    /// <param name="read">Reads the result.</param>
    public Result<T> Convert<T>(
        string inputName, ReadOnlyMemory<byte> bytes, Func<string, string[]> arguments, Allowance allowance, Func<string, ChildResult, Result<T>> read)
        where T : notnull
    {
        TimeSpan time = allowance.ConverterTime < allowance.Limits.MaxConverterTime ? allowance.ConverterTime : allowance.Limits.MaxConverterTime;
        if (time <= TimeSpan.Zero)
        {
            return new Fault("ingest.converter-time", "这个压缩包里的文件转换用时过长，其余需要转换的文件没有读取；请拆分后再入库。");
        }

        string folder = Directory.CreateTempSubdirectory(SourceReader.ConverterFolderPrefix).FullName;
        try
        {
            using (FileStream input = File.Create(System.IO.Path.Combine(folder, inputName)))
            {
                input.Write(bytes.Span);
            }

            var watch = Stopwatch.StartNew();
            ChildResult result = ChildProgram.Run(Path, arguments(folder), folder, time, allowance.Limits);
            allowance.Use(watch.Elapsed);
            return result.End switch
            {
                ChildEnd.OutOfTime => new Fault("ingest.converter-time", $"用 {Name} 转换超过 {time.TotalSeconds:F0} 秒仍未完成，已停止；文件可能已损坏或过于复杂。"),
                ChildEnd.TooMuchOutput => new Fault("ingest.too-large", $"转换后的文字超过单个文件的上限（{allowance.Limits.MaxFileBytes / 1048576} MB）；请拆分后再入库。"),
                ChildEnd.NotStarted => new Fault("ingest.converter", $"无法启动 {Name}（系统提示：{result.Errors}）。"),
                _ => read(folder, result),
            };
        }
        finally
        {
            Remove(folder);
        }
    }

    private static void Remove(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // A child that is still dying may write once more; the system's own cleaning of temporary files takes the rest.
        }
    }

    private static string VersionOf(string path, string flag, IngestLimits limits)
    {
        string folder = Directory.CreateTempSubdirectory(SourceReader.ConverterFolderPrefix).FullName;
        try
        {
            ChildResult result = ChildProgram.Run(path, [flag], folder, limits.MaxConverterTime, limits);
            return Version().Match(System.Text.Encoding.UTF8.GetString(result.Output) + result.Errors).Value;
        }
        finally
        {
            Remove(folder);
        }
    }

    [GeneratedRegex(@"\d+(\.\d+)+", RegexOptions.CultureInvariant)]
    private static partial Regex Version();
}
