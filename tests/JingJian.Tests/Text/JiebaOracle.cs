using System.Diagnostics;
using System.Text;

namespace JingJian.Tests.Text;

/// <summary>The real jieba, asked in a child process.</summary>
internal static class JiebaOracle
{
    private const string Python = "/usr/bin/python3";

    private const string Script = """
        import sys, json, logging, itertools
        import jieba
        jieba.setLogLevel(logging.ERROR)
        assert jieba.__version__ == '0.42.1', jieba.__version__
        mode = sys.argv[1]
        if len(sys.argv) > 2:
            import io
            jieba.load_userdict(io.StringIO(sys.argv[2]))
        if mode in ('tags', 'rank'):
            import jieba.analyse
        if mode.startswith('pos'):
            import jieba.posseg
        run = {
            'cut': lambda s: jieba.lcut(s),
            'no-hmm': lambda s: jieba.lcut(s, HMM=False),
            'search': lambda s: jieba.lcut_for_search(s),
            'full': lambda s: [w for w in jieba.lcut(s, cut_all=True) if w],
            'tags': lambda s: [w + ' ' + repr(x) for w, x in jieba.analyse.extract_tags(s, topK=20, withWeight=True)],
            'rank': lambda s: [w + ' ' + repr(x) for w, x in jieba.analyse.textrank(s, topK=20, withWeight=True)],
            'pos': lambda s: [w + '/' + f for w, f in jieba.posseg.lcut(s)],
            'pos-no-hmm': lambda s: [w + '/' + f for w, f in jieba.posseg.lcut(s, HMM=False)],
        }[mode]
        for line in sys.stdin.buffer:
            print(json.dumps(run(json.loads(line))))
        """;

    /// <summary>What jieba makes of each text; the calling test is skipped where python3-jieba is not installed.</summary>
    public static string[][] Ask(string mode, IReadOnlyList<string> texts, string? userDictionary = null)
    {
        Assert.SkipUnless(File.Exists(Python) && Run("-c", "import jieba", [], "").Exit == 0, "python3-jieba is not installed");
        string input = string.Join('\n', texts.Select(text => System.Text.Json.JsonSerializer.Serialize(text)));
        (int exit, string output, string error) = Run("-c", Script, userDictionary is null ? [mode] : [mode, userDictionary], input);
        Assert.True(exit == 0, error);
        return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => System.Text.Json.JsonSerializer.Deserialize<string[]>(line)!)];
    }

    private static (int Exit, string Output, string Error) Run(string option, string script, string[] arguments, string input)
    {
        var start = new ProcessStartInfo(Python)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = Encoding.UTF8,
        };
        start.ArgumentList.Add(option);
        start.ArgumentList.Add(script);
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        Task<string> error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        process.WaitForExit();
        return (process.ExitCode, output.Result, error.Result);
    }
}
