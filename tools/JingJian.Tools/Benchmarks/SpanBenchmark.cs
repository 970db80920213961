using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.NoEmit;
using JingJian.Archive;
using JingJian.Text;
using JingJian.Text.Segmentation;
using JingJian.Text.Slots;

namespace JingJian.Tools.Benchmarks;

/// <summary><c>bench spans</c>: time and allocation of the span API, with BenchmarkDotNet.</summary>
/// <remarks>A megabyte of UTF-8 in lines of 30 dictionary words drawn evenly; the baseline makes a string of each word.</remarks>
[MemoryDiagnoser]
public class SpanBenchmark
{
    private readonly List<TextSpan> spans = new(1 << 20);
    private readonly List<TaggedWord> tagged = new(1 << 20);
    private readonly List<string> strings = new(1 << 20);
    private string[] lines = [];
    private Segmenter segmenter = null!;
    private Tagger tagger = null!;
    private SlotRecognizer recognizer = null!;

    /// <summary>Runs all, and says what the loaded lexicon takes.</summary>
    public static int RunAll()
    {
        long before = GC.GetTotalMemory(forceFullCollection: true);
        Segmenter loaded = Models.OpenSegmenter(Models.DefaultFolder);
        loaded.Cut("工会", []);
        long after = GC.GetTotalMemory(forceFullCollection: true);
        Console.WriteLine($"loaded lexicon: {(after - before) / 1e6:F1} MB on the heap; the rest is its mapped file");
        GC.KeepAlive(loaded);

        // In the process itself: the build that BenchmarkDotNet would make elsewhere does not find the models.
        IConfig config = DefaultConfig.Instance.WithArtifactsPath(Path.Combine("artifacts", "benchmarks")).AddJob(Job.ShortRun.WithToolchain(InProcessNoEmitToolchain.Instance));
        BenchmarkRunner.Run<SpanBenchmark>(config);
        return 0;
    }

    /// <summary>Makes the text.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        segmenter = Models.OpenSegmenter(Models.DefaultFolder);
        tagger = new Tagger(segmenter.Lexicon);
        recognizer = new SlotRecognizer(segmenter.Lexicon);
        lines = SegmentBenchmark.RandomWords(segmenter.Lexicon, 1_000_000);
    }

    /// <summary>Words as strings, as most segmenters give them.</summary>
    [Benchmark(Baseline = true)]
    public int Strings()
    {
        strings.Clear();
        foreach (string line in lines)
        {
            spans.Clear();
            segmenter.Cut(line, spans);
            foreach (TextSpan span in spans)
            {
                strings.Add(span.In(line).ToString());
            }
        }

        return strings.Count;
    }

    /// <summary>Words as spans.</summary>
    [Benchmark]
    public int Spans()
    {
        spans.Clear();
        foreach (string line in lines)
        {
            segmenter.Cut(line, spans);
        }

        return spans.Count;
    }

    /// <summary>Words as spans, search mode.</summary>
    [Benchmark]
    public int SearchSpans()
    {
        spans.Clear();
        foreach (string line in lines)
        {
            segmenter.CutForSearch(line, spans);
        }

        return spans.Count;
    }

    /// <summary>Words with their parts of speech.</summary>
    [Benchmark]
    public int Tags()
    {
        tagged.Clear();
        foreach (string line in lines)
        {
            tagger.Cut(line, tagged);
        }

        return tagged.Count;
    }

    /// <summary>Slots, tagging included.</summary>
    [Benchmark]
    public int Slots() => lines.Sum(line => recognizer.Find(line).Length);
}
