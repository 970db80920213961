using System.CommandLine;
using JingJian.Cli.Output;
using JingJian.Text;

namespace JingJian.Cli.Commands;

/// <summary><c>embed</c></summary>
internal static class EmbedCommand
{
    public static Command Create() => new Command("embed", "为语义检索计算向量（需先配置向量服务）").Does((result, printer, cancellationToken) =>
    {
        bool done = CommandContext.OpenArchive(result).Dense.Update(
            (made, all) => Printer.Message($"已计算 {made}/{all}"), cancellationToken).TryGet(out int added, out Fault? fault);
        if (!done)
        {
            bool off = fault!.Code == "embeddings.off";
            Printer.Message(off ? fault.Message : $"未能算完：{fault.Message}；已得到的向量已保存。");
            return off ? CommandContext.Usage : CommandContext.Refused;
        }

        if (printer.Json)
        {
            printer.Object(new { added });
        }
        else
        {
            printer.Line(added > 0 ? $"新计算 {added} 段文字的向量。" : "所有段落都已有向量。");
        }

        return CommandContext.Done;
    });
}
