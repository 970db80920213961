using System.CommandLine;
using System.CommandLine.Parsing;

namespace JingJian.Cli.Output;

/// <summary>Says in Chinese what in a command line was not understood.</summary>
internal static class UsageErrors
{
    /// <summary>One sentence an error; none when all was understood.</summary>
    public static IReadOnlyList<string> In(ParseResult parsed)
    {
        List<string> sentences = [.. UnknownOptions(parsed).Select(name => $"没有 {name} 这个选项。")];
        if (sentences.Count == 0 && parsed.UnmatchedTokens.Count > 0)
        {
            sentences.Add(parsed.CommandResult.Command is RootCommand
                ? $"没有“{parsed.UnmatchedTokens[0]}”这个命令。"
                : $"多出了“{string.Join(' ', parsed.UnmatchedTokens)}”；含空格的内容请放在引号里。");
        }

        return sentences.Count > 0 ? sentences : [.. parsed.Errors.Select(Sentence).Distinct()];
    }

    /// <summary>What looks like an option but is none is taken for an argument by the library. Behind <c>--</c> it is one.</summary>
    private static IEnumerable<string> UnknownOptions(ParseResult parsed)
    {
        bool literal = parsed.Tokens.Any(token => token.Type == TokenType.DoubleDash);
        IEnumerable<string> arguments = parsed.CommandResult.Command.Arguments
            .Select(parsed.GetResult).OfType<ArgumentResult>().SelectMany(argument => argument.Tokens).Select(token => token.Value);
        return literal ? [] : arguments.Concat(parsed.UnmatchedTokens).Where(value => value.StartsWith("--", StringComparison.Ordinal));
    }

    private static string Sentence(ParseError error) => error.SymbolResult switch
    {
        OptionResult { IdentifierToken: null } option => $"缺少选项 {option.Option.Name}。",
        OptionResult { Tokens.Count: 0 } option => $"选项 {option.Option.Name} 后面缺少值。",
        OptionResult { Tokens: { Count: > 1 } } option => $"选项 {option.Option.Name} 只能给一次。",
        ArgumentResult { Tokens.Count: 0 } argument => $"缺少参数 <{argument.Argument.Name}>。",
        CommandResult { Command: { Subcommands.Count: > 0 } } => "请给出一个命令。",
        CommandResult command => $"命令 {command.Command.Name} 缺少参数 {string.Join(' ', command.Command.Arguments.Select(argument => $"<{argument.Name}>"))}。",
        _ => error.Message,
    };
}
