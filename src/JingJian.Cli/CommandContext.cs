using System.CommandLine;
using System.Globalization;
using JingJian.Archive;
using JingJian.Cli.Output;

namespace JingJian.Cli;

/// <summary>What every command shares: the common options, and how an action runs.</summary>
internal static class CommandContext
{
    /// <summary>Everything went well.</summary>
    public const int Done = 0;

    /// <summary>Something was refused, all else was done.</summary>
    public const int Refused = 1;

    /// <summary>The command was not understood.</summary>
    public const int Usage = 2;

    /// <summary>The person at the machine, as the log names them.</summary>
    public static string Person => $"本机用户 {Environment.UserName}";

    /// <summary>Where the archive lies.</summary>
    public static readonly Option<string> Data = new("--data")
    {
        Description = "数据目录",
        HelpName = "目录",
        DefaultValueFactory = _ => "./data",
        Recursive = true,
    };

    /// <summary>Data for programs.</summary>
    public static readonly Option<bool> Json = new("--json") { Description = "输出 JSON Lines（每行一个对象），供程序使用", Recursive = true };

    /// <summary>How many results.</summary>
    public static Option<int> Top(int usual) => new("--top")
    {
        Description = "最多显示多少条",
        HelpName = "条数",
        DefaultValueFactory = _ => usual,
        CustomParser = result =>
        {
            string value = result.Tokens[0].Value;
            if (!int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int top) || top < 1)
            {
                result.AddError($"选项 --top 的值“{value}”应是不小于 1 的整数。");
            }

            return top;
        },
    };

    /// <summary>Makes a command's action: it gets the parsed line and a printer, and returns the exit code.</summary>
    public static Command Does(this Command command, Func<ParseResult, Printer, CancellationToken, int> action)
    {
        // On a thread of the pool: signals cancel only once the call has returned.
        command.SetAction((result, cancellationToken) => Task.Run(
            () =>
            {
                using var printer = new Printer(result.GetValue(Json));
                return action(result, printer, cancellationToken);
            },
            CancellationToken.None));
        return command;
    }

    /// <summary>Opens the archive of the command line, and says what was mended.</summary>
    public static ReportArchive OpenArchive(ParseResult result)
    {
        ReportArchive archive = ReportArchive.Open(new ArchiveOptions { DataFolder = result.GetValue(Data)! }, TimeProvider.System);
        if (archive.Recovery is { } recovery)
        {
            Printer.Message(recovery.Message);
        }

        return archive;
    }

    /// <summary>Whether an archive has nothing that could be found, which is said then: other words would find no more.</summary>
    public static bool SaysItIsEmpty(ReportArchive archive)
    {
        bool isEmpty = archive.Catalogue.Stats().Paragraphs == 0;
        if (isEmpty)
        {
            Printer.Message("档案库还是空的。请先用 jingjian ingest 把历年的工作总结入库。");
        }

        return isEmpty;
    }
}
