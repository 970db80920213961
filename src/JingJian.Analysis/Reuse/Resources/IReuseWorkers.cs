namespace JingJian.Analysis.Reuse;

/// <summary>Does pieces of work: the threads of the caller, of whom the engine itself starts none.</summary>
public interface IReuseWorkers
{
    /// <summary>Does the pieces 0 to <paramref name="count"/> − 1, each once, in any order and several at a time; returns when all are done.</summary>
    void Run(int count, Action<int> piece);
}
