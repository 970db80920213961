using System.CommandLine;
using JingJian.Archive;
using JingJian.Archive.Views;
using JingJian.Cli.Output;
using JingJian.Text;

namespace JingJian.Cli.Commands;

/// <summary><c>saved [SEARCH] [--keep] | --remove SEARCH</c></summary>
internal static class SavedCommand
{
    public static Command Create()
    {
        var which = new Argument<string?>("检索") { Description = "已保存检索的名称或编号；不给时列出全部", Arity = ArgumentArity.ZeroOrOne };
        var keep = new Option<bool>("--keep") { Description = "看过之后仍算作新内容" };
        var remove = new Option<string?>("--remove") { Description = "删除一个已保存的检索", HelpName = "检索" };
        Option<int> top = CommandContext.Top(10);
        return new Command("saved", "已保存的检索：上次查看以后新入库的段落（用 search 检索词 --save 名称 保存）") { which, keep, remove, top }
            .Does((result, printer, _) =>
            {
                SavedSearches saved = CommandContext.OpenArchive(result).Saved;
                if (result.GetValue(remove) is { } removed)
                {
                    bool done = saved.Remove(removed);
                    Printer.Message(done ? "已删除。" : $"没有保存过编号或名称为“{removed}”的检索。");
                    return done ? CommandContext.Done : CommandContext.Refused;
                }

                if (result.GetValue(which) is not { } wanted)
                {
                    List(saved.All(), printer);
                    return CommandContext.Done;
                }

                if (!saved.News(wanted, result.GetValue(top)).TryGet(out SavedNewsView? news, out Fault? fault))
                {
                    Printer.Message(fault.Message);
                    return CommandContext.Refused;
                }

                SearchCommand.Print(news.Found, printer, "上次查看以后没有新内容。");
                if (!result.GetValue(keep))
                {
                    saved.Seen(wanted, news.UpTo);
                }

                return CommandContext.Done;
            });
    }

    private static void List(IReadOnlyList<SavedSearchView> all, Printer printer)
    {
        foreach (SavedSearchView saved in all)
        {
            if (printer.Json)
            {
                printer.Object(saved);
            }
            else
            {
                printer.Line($"{saved.Id,3}. {saved.Name}　{saved.Wish.Query}　"
                    + (saved.NewParagraphs > 0 ? $"新入库 {saved.NewParagraphs} 段，相同的合并后 {saved.NewFamilies} 条" : "没有新内容") + $"（上次查看 {saved.SeenAt[..10]}）");
            }
        }

        if (all.Count == 0)
        {
            Printer.Message("还没有保存过检索；用 search 检索词 --save 名称 保存。");
        }
    }
}
