using System.Diagnostics.CodeAnalysis;

namespace JingJian.Text;

/// <summary>Why an input was not accepted.</summary>
/// <param name="Code">Stable and public, for example <c>query.unbalanced-quote</c>.</param>
/// <param name="Message">One Chinese sentence for the person whose input it was; it names what was found and what is allowed.</param>
/// <param name="At">The place in the input, when there is one.</param>
public sealed record Fault(string Code, string Message, TextSpan? At = null);

/// <summary>Exactly one of a value and a <see cref="Fault"/>.</summary>
/// <remarks>Made by implicit conversion, opened by <see cref="TryGet"/>. A class, so that no empty default exists.</remarks>
public sealed class Result<T>
    where T : notnull
{
    private readonly T? value;
    private readonly Fault? fault;

    private Result(T? value, Fault? fault)
    {
        this.value = value;
        this.fault = fault;
    }

    /// <summary>An accepted input.</summary>
    public static implicit operator Result<T>(T value) => new(value, null);

    /// <summary>A refusal.</summary>
    public static implicit operator Result<T>(Fault fault) => new(default, fault);

    /// <summary>Opens the result: true gives the value, false the fault.</summary>
    public bool TryGet([NotNullWhen(true)] out T? accepted, [NotNullWhen(false)] out Fault? refused)
    {
        accepted = value;
        refused = fault;
        return fault is null;
    }
}

/// <summary>A file that the product made or ships is not what it should be: truncated, altered, of another version.</summary>
/// <param name="artifact">Which file, for example <c>models/lexicon/jieba.lexicon</c>.</param>
/// <param name="expected">What should have been there.</param>
/// <param name="found">What was there.</param>
public sealed class CorruptArtifactException(string artifact, string expected, string found)
    : Exception($"{artifact} 已损坏或版本不符：应为 {expected}，实际为 {found}。")
{
    /// <summary>Which file.</summary>
    public string Artifact { get; } = artifact;
}
