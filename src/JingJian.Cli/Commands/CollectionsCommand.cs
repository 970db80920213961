using System.CommandLine;
using JingJian.Archive;
using JingJian.Archive.Views;
using JingJian.Cli.Output;
using JingJian.Text;

namespace JingJian.Cli.Commands;

/// <summary><c>collections [list | add NAME | rename COLLECTION NAME | remove COLLECTION | move COLLECTION SOURCE…]</c></summary>
internal static class CollectionsCommand
{
    private static readonly Argument<string> Name = new("名称") { Description = "分库的名称" };
    private static readonly Argument<string> Which = new("分库") { Description = "分库的编号或名称" };
    private static readonly Argument<string[]> Sources = new("来源") { Description = "来源文件名或来源编号，可以给多个", Arity = ArgumentArity.OneOrMore };

    public static Command Create()
    {
        Command list = new Command("list", "列出分库").Does((result, printer, _) => Print(Desk(result).All(), printer));
        Command add = new Command("add", "新建分库") { Name }.Does((result, printer, _) => Print(Desk(result).Add(result.GetValue(Name)!, CommandContext.Person), printer));
        Command rename = new Command("rename", "分库改名") { Which, Name }
            .Does((result, printer, _) => Print(Desk(result).Rename(result.GetValue(Which)!, result.GetValue(Name)!, CommandContext.Person), printer));
        Command remove = new Command("remove", "删除空的分库") { Which }.Does((result, printer, _) => Print(Desk(result).Remove(result.GetValue(Which)!, CommandContext.Person), printer));
        Command move = new Command("move", "把来源文件移到一个分库") { Which, Sources }
            .Does((result, printer, _) => Print(Desk(result).Move(result.GetValue(Which)!, result.GetValue(Sources)!, CommandContext.Person), printer));
        return new Command("collections", "分库：每个来源文件在一个分库里，帐号和密钥可以只授予其中一些") { list, add, rename, remove, move }
            .Does((result, printer, _) => Print(Desk(result).All(), printer));
    }

    private static CollectionDesk Desk(ParseResult result) => CommandContext.OpenArchive(result).Collections;

    private static int Print(Result<CollectionView> changed, Printer printer)
    {
        if (changed.TryGet(out CollectionView? view, out Fault? fault))
        {
            return Print([view], printer);
        }

        Printer.Message(fault.Message);
        return CommandContext.Refused;
    }

    private static int Print(IReadOnlyList<CollectionView> collections, Printer printer)
    {
        foreach (CollectionView collection in collections)
        {
            if (printer.Json)
            {
                printer.Object(collection);
            }
            else
            {
                printer.Line($"{collection.Id}　{collection.Name}　{collection.Sources} 个来源文件，{collection.Reports} 篇报告{(collection.IsDefault ? "（默认）" : "")}");
            }
        }

        return CommandContext.Done;
    }
}
