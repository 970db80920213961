using System.Diagnostics;
using System.Globalization;

namespace JingJian.Tools.Benchmarks;

/// <summary>jieba-rs through npm <c>@node-rs/jieba</c>, in a child process that keeps its dictionary loaded.</summary>
internal sealed class JiebaPeer : IDisposable
{
    // Lines go in as bytes, which is faster for this peer than strings; words come back as strings, it has no other form.
    private const string Script = """
        const { createRequire } = require('node:module');
        const fs = require('node:fs');
        const path = require('node:path');
        const load = createRequire(path.join(process.argv[1], 'x.js'));
        const begun = process.hrtime.bigint();
        const { Jieba } = load('@node-rs/jieba');
        const jieba = Jieba.withDict(load('@node-rs/jieba/dict').dict);
        jieba.cut('工会', true);
        console.log(Number(process.hrtime.bigint() - begun) / 1e9);
        const files = new Map();
        require('node:readline').createInterface({ input: process.stdin }).on('line', (command) => {
          const [mode, file] = command.split('\t');
          if (!files.has(file)) files.set(file, fs.readFileSync(file, 'utf8').split('\n').map((line) => Buffer.from(line)));
          const lines = files.get(file);
          const start = process.hrtime.bigint();
          let words = 0;
          if (mode === 'search') for (const line of lines) words += jieba.cutForSearch(line, true).length;
          else for (const line of lines) words += jieba.cut(line, mode === 'hmm').length;
          console.log(Number(process.hrtime.bigint() - start) / 1e9);
        });
        """;

    private readonly Process process;

    private JiebaPeer(Process process)
    {
        this.process = process;
        SecondsToFirstWord = ReadSeconds();
    }

    /// <summary>From loading the module to the first word.</summary>
    public double SecondsToFirstWord { get; }

    /// <summary>Starts the peer installed in <paramref name="folder"/>, or gives null where there is none.</summary>
    public static JiebaPeer? Start(string? folder)
    {
        if (folder is null || !Directory.Exists(Path.Combine(folder, "node_modules", "@node-rs", "jieba")))
        {
            return null;
        }

        var start = new ProcessStartInfo("node", ["-e", Script, Path.GetFullPath(folder)])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        return new JiebaPeer(Process.Start(start)!);
    }

    /// <summary>The seconds of one pass over the lines of <paramref name="file"/>.</summary>
    public double Run(string mode, string file)
    {
        process.StandardInput.WriteLine($"{mode}\t{file}");
        process.StandardInput.Flush();
        return ReadSeconds();
    }

    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
    }

    private double ReadSeconds() =>
        double.Parse(process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The peer ended."), CultureInfo.InvariantCulture);
}
