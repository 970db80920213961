using JingJian.Text;

namespace JingJian.Tests;

/// <summary>What became of a wish, where a test knows which way it must go.</summary>
internal static class Outcome
{
    /// <summary>The value; fails when the wish was refused.</summary>
    public static T Accepted<T>(Result<T> result)
        where T : notnull => result.TryGet(out T? value, out Fault? fault) ? value : throw new InvalidOperationException(fault.Message);

    /// <summary>The refusal; fails when the wish was granted.</summary>
    public static Fault Refused<T>(Result<T> result)
        where T : notnull => result.TryGet(out _, out Fault? fault) ? throw new InvalidOperationException("It was accepted.") : fault;
}
