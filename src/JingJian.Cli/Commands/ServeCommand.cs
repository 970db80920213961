using System.CommandLine;
using JingJian.Web;

namespace JingJian.Cli.Commands;

/// <summary><c>serve</c></summary>
internal static class ServeCommand
{
    private const string Data = "data";

    public static Command Create()
    {
        Option<string?>[] options = [.. Service.Settings.Where(setting => setting.Key != Data).Select(setting => new Option<string?>("--" + setting.Key) { Description = setting.Value, HelpName = "值" })];
        var command = new Command("serve", "启动网页与接口服务；设置也可写在数据目录的 service.json 或环境变量 JINGJIAN_… 中");
        Array.ForEach(options, command.Options.Add);
        command.SetAction((result, _) => Service.RunAsync(
        [
            // Only what was given: what was not may stand in the file or the environment.
            .. result.GetResult(CommandContext.Data) is { Implicit: false } ? ["--data", result.GetValue(CommandContext.Data)!] : Array.Empty<string>(),
            .. options.Where(option => result.GetValue(option) is not null).SelectMany(option => new[] { option.Name, result.GetValue(option)! }),
        ]));
        return command;
    }
}
