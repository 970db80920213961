using JingJian.Tools.Evaluation;

return args switch
{
    ["evaluate", .. var rest] => EvaluateCommand.Run(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: jingjian-tools VERB ...");
    return 2;
}
