using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace JingJian.Tests.Cli;

/// <summary>The real program, run in a child process.</summary>
internal static class CommandLine
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The program beside the tests, else the one that was built in the same configuration.</summary>
    public static string Program { get; } = FindProgram();

    /// <summary>The command that starts it.</summary>
    public static string Dotnet { get; } = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    /// <summary>Runs it to its end.</summary>
    public static Finished Run(params string[] arguments) => Finish(Start(arguments));

    /// <summary>Runs it with an archive in <paramref name="data"/>.</summary>
    public static Finished On(string data, params string[] arguments) => Run([.. arguments, "--data", data]);

    /// <summary>Runs it with something on its standard input.</summary>
    public static Finished RunWithInput(string input, params string[] arguments)
    {
        Process process = Start(arguments);
        process.StandardInput.Write(input);
        return Finish(process);
    }

    /// <summary>Runs a line of bash in which <c>jingjian</c> is the program.</summary>
    public static Finished Bash(string line) =>
        Finish(Start("bash", ["-c", $"jingjian() {{ '{Dotnet}' '{Program}' \"$@\"; }}; {line}"]));

    /// <summary>Runs another copy of the program, or under another program.</summary>
    public static Finished RunAs(string file, params string[] arguments) => Finish(Start(file, arguments));

    /// <summary>Starts it; the caller ends it.</summary>
    public static Process Start(params string[] arguments) => Start(Dotnet, [Program, .. arguments]);

    /// <summary>Starts it so that SIGINT reaches it: tests that a shell runs in the background inherit an ignored one.</summary>
    public static Process StartInterruptible(params string[] arguments) => Start("/usr/bin/env", ["--default-signal=INT", Dotnet, Program, .. arguments]);

    /// <summary>Reads what it prints until it ends.</summary>
    public static Finished Finish(Process process)
    {
        using (process)
        {
            process.StandardInput.Close();
            Task<string> error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return new Finished(process.ExitCode, output, error.Result);
        }
    }

    private static Process Start(string file, string[] arguments)
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = Utf8,
            StandardOutputEncoding = Utf8,
            StandardErrorEncoding = Utf8,
        };
        return Process.Start(start)!;
    }

    private static string FindProgram()
    {
        string configuration = Path.GetFileName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        string[] places =
        [
            Path.Combine(AppContext.BaseDirectory, "jingjian.dll"),
            Repository.At("artifacts", "bin", "JingJian.Cli", configuration, "jingjian.dll"),
        ];
        return places.FirstOrDefault(place => File.Exists(place) && File.Exists(Path.ChangeExtension(place, ".runtimeconfig.json")))
            ?? throw new InvalidOperationException("The program is not built: " + string.Join(", ", places));
    }
}

/// <summary>What a run of the program left behind.</summary>
internal sealed record Finished(int Exit, string Output, string Error)
{
    /// <summary>The objects on standard output; fails when a line is something else.</summary>
    public IReadOnlyList<JsonElement> Objects { get; } = Parsed(Output);

    /// <summary>Fails unless the run ended with this code, without a stack trace.</summary>
    public Finished Ends(int exit)
    {
        Assert.True(Exit == exit && !Error.Contains("   at ", StringComparison.Ordinal), $"exit {Exit}, expected {exit}\n{Error}\n{Output}");
        return this;
    }

    /// <summary>Fails unless the run refused something in a Chinese sentence on standard error and printed nothing.</summary>
    public string Refuses(int exit)
    {
        Ends(exit);
        Assert.Equal("", Output);
        Assert.Matches("[\u4E00-\u9FFF]{4,}.*。", Error);
        return Error;
    }

    private static IReadOnlyList<JsonElement> Parsed(string output) => output.StartsWith('{')
        ? [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)]
        : [];
}
