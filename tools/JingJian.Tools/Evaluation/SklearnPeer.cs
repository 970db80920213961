using System.Diagnostics;

namespace JingJian.Tools.Evaluation;

/// <summary>The linear support vector machine of scikit-learn, from Debian's <c>python3-sklearn</c>, in a child process.</summary>
internal static class SklearnPeer
{
    private const string Python = "/usr/bin/python3";

    /// <summary>Answers on the same units and parts; null, with the reason in <paramref name="missing"/>, where it is not installed.</summary>
    /// <param name="program">The program that trains and answers.</param>
    /// <param name="table">The units, as <see cref="FunctionBaselines.Export"/> writes them.</param>
    /// <param name="missing">Why there is no answer.</param>
    public static Confusion? Answer(string program, string table, out string missing)
    {
        missing = "";
        if (!File.Exists(Python))
        {
            missing = $"{Python} is not there";
            return null;
        }

        using Process process = Process.Start(new ProcessStartInfo(Python, [program, table]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            missing = error.Result.Contains("No module named", StringComparison.Ordinal) ? "python3-sklearn is not installed" : error.Result.Trim();
            return null;
        }

        var confusion = new Confusion();
        foreach (string[] pair in output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')))
        {
            confusion.Add(pair[0], pair[1]);
        }

        return confusion;
    }
}
