using JingJian.Tools;
using JingJian.Tools.Evaluation;

return args switch
{
    ["evaluate", .. var rest] => EvaluateCommand.Run(rest),
    ["lexicon", .. var rest] => LexiconCommand.Run(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: jingjian-tools VERB ...");
    Console.Error.WriteLine("  evaluate          measure a stage against labels");
    Console.Error.WriteLine("  lexicon compile   dictionary, character model and IDF into one file");
    return 2;
}
