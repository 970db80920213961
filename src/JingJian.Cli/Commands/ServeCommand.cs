using System.CommandLine;
using JingJian.Web;

namespace JingJian.Cli.Commands;

/// <summary><c>serve</c></summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var urls = new Option<string>("--urls") { Description = "监听地址", HelpName = "地址", DefaultValueFactory = _ => "http://localhost:5080" };
        var command = new Command("serve", "启动网页与接口服务") { urls };
        command.SetAction((result, _) => Service.RunAsync(["--data", result.GetValue(CommandContext.Data)!, "--urls", result.GetValue(urls)!]));
        return command;
    }
}
