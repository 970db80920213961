using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Globalization;

namespace JingJian.Cli.Output;

/// <summary>Help in Chinese: what a command does, how it is called, its arguments, options and commands.</summary>
internal sealed class HelpText : SynchronousCommandLineAction
{
    private const int MostTermColumns = 32;

    /// <summary>Puts it in the place of the library's help.</summary>
    public static void Install(RootCommand root)
    {
        HelpOption help = root.Options.OfType<HelpOption>().Single();
        help.Description = "显示用法";
        help.Action = new HelpText();
        root.Options.OfType<VersionOption>().Single().Description = "显示版本";
    }

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        Command command = parseResult.CommandResult.Command;
        TextWriter output = parseResult.InvocationConfiguration.Output;
        output.WriteLine(command.Description);
        output.WriteLine();
        output.WriteLine($"用法：{Usage(command)}");
        Write(output, "参数", command.Arguments.Select(argument => (Placeholder(argument), argument.Description ?? "")));
        Write(output, "选项", OptionsOf(command).Select(option => (Term(option), Description(option))));
        Write(output, "命令", command.Subcommands.Select(inner => (Call(inner), inner.Description ?? "")));
        return CommandContext.Done;
    }

    private static IEnumerable<Option> OptionsOf(Command command) =>
        command.Options.Concat(command.Parents.OfType<Command>().SelectMany(OptionsOf).Where(option => option.Recursive));

    private static string Usage(Command command) => command is RootCommand
        ? "jingjian 命令 [选项]"
        : $"jingjian {command.Parents.OfType<Command>().Select(PathOf).FirstOrDefault()}{Call(command)} [选项]";

    /// <summary>The names from below the program's own to this command's, each with a blank behind it.</summary>
    public static string PathOf(Command command) =>
        command is RootCommand ? "" : $"{command.Parents.OfType<Command>().Select(PathOf).FirstOrDefault()}{command.Name} ";

    private static string Call(Command command) =>
        string.Join(' ', command.Arguments.Select(Placeholder).Prepend(command.Name));

    private static string Placeholder(Argument argument)
    {
        string name = $"<{argument.Name}>{(argument.Arity.MaximumNumberOfValues > 1 ? "…" : "")}";
        return argument.Arity.MinimumNumberOfValues == 0 ? $"[{name}]" : name;
    }

    private static string Term(Option option) =>
        string.Join(", ", option.Aliases.Where(alias => alias.StartsWith('-')).Append(option.Name))
        + (option.HelpName is { } value ? $" <{value}>" : "");

    private static string Description(Option option)
    {
        string usual = option.HasDefaultValue && option.ValueType != typeof(bool)
            ? $"（默认 {Convert.ToString(option.GetDefaultValue(), CultureInfo.InvariantCulture)}）"
            : "";
        return option.Description + usual + (option.Required ? "（必需）" : "");
    }

    private static void Write(TextWriter output, string title, IEnumerable<(string Term, string Description)> rows)
    {
        List<(string Term, string Description)> all = [.. rows];
        if (all.Count == 0)
        {
            return;
        }

        int width = Math.Min(MostTermColumns, all.Max(row => Columns(row.Term)));
        output.WriteLine();
        output.WriteLine($"{title}：");
        foreach ((string term, string description) in all)
        {
            output.WriteLine($"  {term}{new string(' ', Math.Max(0, width - Columns(term)))}  {description}");
        }
    }

    /// <summary>A Chinese character takes two columns on a terminal.</summary>
    private static int Columns(string text) => text.Sum(c => c >= '\u2E80' ? 2 : 1);
}
