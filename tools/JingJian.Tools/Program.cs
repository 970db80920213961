using JingJian.Tools;
using JingJian.Tools.Benchmarks;
using JingJian.Tools.Evaluation;
using JingJian.Tools.Exemplars;
using JingJian.Tools.Faults;
using JingJian.Tools.Names;
using JingJian.Tools.Readings;
using JingJian.Tools.Samples;
using JingJian.Tools.Services;
using JingJian.Tools.Stress;
using JingJian.Tools.Words;

return args switch
{
    ["bench", "drafts", .. var rest] => DraftBenchmark.Run(rest),
    ["bench", "functions", .. var rest] => FunctionBenchmark.Run(rest),
    ["bench", "intake", .. var rest] => IntakeBenchmark.Run(rest),
    ["bench", "page", .. var rest] => PageBenchmark.Run(rest),
    ["bench", "readers", .. var rest] => ReadersBenchmark.Run(rest),
    ["bench", "reuse", .. var rest] => ReuseBenchmark.Run(rest),
    ["bench", "search", .. var rest] => SearchBenchmark.Run(rest),
    ["bench", "segment", .. var rest] => SegmentBenchmark.Run(rest),
    ["bench", "service", .. var rest] => ServiceBenchmark.Run(rest),
    ["bench", "spans"] => SpanBenchmark.RunAll(),
    ["bench", "structure", .. var rest] => StructureBenchmark.Run(rest),
    ["evaluate", .. var rest] => EvaluateCommand.Run(rest),
    ["exemplars", .. var rest] => ExemplarsCommand.Run(rest),
    ["faults", "requests", .. var rest] => RequestFaults.Run(rest),
    ["faults", "search", .. var rest] => SearchFaults.Run(rest),
    ["faults", "service", .. var rest] => ServiceFaults.Run(rest),
    ["functions", .. var rest] => FunctionsCommand.Run(rest),
    ["lexicon", .. var rest] => LexiconCommand.Run(rest),
    ["stress", .. var rest] => StressCommand.Run(rest),
    ["names", .. var rest] => NamesCommand.Run(rest),
    ["readings", .. var rest] => ReadingsCommand.Run(rest),
    ["words", .. var rest] => WordsCommand.Run(rest),
    ["samples", "build"] => SampleArchive.Write(Environment.CurrentDirectory),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: jingjian-tools VERB ...");
    Console.Error.WriteLine("  bench drafts      milliseconds for the check of a draft against an archive");
    Console.Error.WriteLine("  bench functions   paragraphs labelled with their functions in a second, and how long the model takes to open");
    Console.Error.WriteLine("  bench intake      files read in a second, and seconds from files to searchable");
    Console.Error.WriteLine("  bench page        milliseconds until a browser has painted hits, a report, the overview of an archive");
    Console.Error.WriteLine("  bench readers     sixteen readers of an archive, alone and beside an ingest");
    Console.Error.WriteLine("  bench reuse N     seconds for archives of up to N made-up paragraphs, evidence included");
    Console.Error.WriteLine("  bench search      an index of N paragraphs, built and searched, beside Lucene and FTS5");
    Console.Error.WriteLine("  bench segment     megabytes cut in a second, beside jieba-rs");
    Console.Error.WriteLine("  bench service     many clients of the service over HTTP, while files come in");
    Console.Error.WriteLine("  bench spans       time and allocation of the span API, with BenchmarkDotNet");
    Console.Error.WriteLine("  bench structure   megabytes of a folder read into reports and labelled in a second");
    Console.Error.WriteLine("  evaluate          measure a stage against labels: structure, functions, samples, search");
    Console.Error.WriteLine("  exemplars train   learn what makes a passage a useful model, from graded paragraphs");
    Console.Error.WriteLine("  faults requests   bad requests to every operation of the service: no 5xx, no refusal without a reason");
    Console.Error.WriteLine("  faults search     ingests that are killed, and disks that are full: is anything lost, is any answer wrong?");
    Console.Error.WriteLine("  faults service    a service that is killed while people work with it, backed up, out of disk: is anything lost?");
    Console.Error.WriteLine("  lexicon compile   dictionary, character model and IDF into one file");
    Console.Error.WriteLine("  names train       learn names of organisations, places and persons; names validate: test that on documents in turn");
    Console.Error.WriteLine("  readings compile  how characters are read, from the table of npm pinyin-pro");
    Console.Error.WriteLine("  samples build     corpus/samples from corpus/plan, in the current checkout");
    Console.Error.WriteLine("  stress            make copies in disguise and measure how many are found: generate, evaluate, negatives");
    Console.Error.WriteLine("  words             learn which words stand in like surroundings: train, near");
    return 2;
}
