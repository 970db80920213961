namespace JingJian.Text.Sequences;

/// <summary>The mean of the weights of several trainings on the same set.</summary>
internal sealed class OnlineMean(int labels, int weights)
{
    private readonly double[] sums = new double[weights];
    private readonly double[] start = new double[labels];
    private readonly double[] end = new double[labels];
    private readonly double[] transitions = new double[labels * labels];
    private int count;

    /// <summary>Adds a training.</summary>
    public void Add(OnlineRun run)
    {
        Rows.Add(sums, run.MeanWeights(), 1);
        ChainWeights chain = run.MeanChain();
        Rows.Add(start, chain.Start, 1);
        Rows.Add(end, chain.End, 1);
        Rows.Add(transitions, chain.Transitions, 1);
        count++;
    }

    /// <summary>The mean of the weights of the chain, as it will be read from the file.</summary>
    public ChainWeights Chain()
    {
        return new ChainWeights(labels, Mean(start), Mean(end), Mean(transitions));

        double[] Mean(double[] sum) => Array.ConvertAll(sum, total => (double)(float)(total / count));
    }

    /// <summary>The mean of the weights of the features.</summary>
    public double[] Weights() => Array.ConvertAll(sums, total => total / count);
}
