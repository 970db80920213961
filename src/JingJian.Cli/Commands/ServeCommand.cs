using System.CommandLine;
using JingJian.Web;

namespace JingJian.Cli.Commands;

/// <summary><c>serve</c></summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var urls = new Option<string>("--urls") { Description = "监听地址", HelpName = "地址", DefaultValueFactory = _ => "http://localhost:5080" };
        var watch = new Option<string>("--watch") { Description = "监视的文件夹，放入的文件自动入库；多个用分号隔开", HelpName = "文件夹", DefaultValueFactory = _ => "" };
        var command = new Command("serve", "启动网页与接口服务") { urls, watch };
        command.SetAction((result, _) => Service.RunAsync(
            ["--data", result.GetValue(CommandContext.Data)!, "--urls", result.GetValue(urls)!, "--watch", result.GetValue(watch)!]));
        return command;
    }
}
