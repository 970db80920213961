using System.CommandLine;
using JingJian.Archive;
using JingJian.Archive.Upkeep;
using JingJian.Archive.Views;

namespace JingJian.Cli.Commands;

/// <summary><c>doctor</c></summary>
internal static class DoctorCommand
{
    public static Command Create() => new Command("doctor", "体检：检查档案库、索引、模型、日志、转换程序、磁盘和权限，能修复的就地修复")
        .Does((result, printer, _) =>
        {
            IReadOnlyList<CheckView> findings = Checkup.Run(new ArchiveOptions { DataFolder = result.GetValue(CommandContext.Data)! }, TimeProvider.System);
            foreach (CheckView finding in findings)
            {
                if (printer.Json)
                {
                    printer.Object(finding);
                }
                else
                {
                    printer.Line($"{Mark(finding.State)}　{finding.Label}　{finding.Message}");
                }
            }

            return findings.Any(finding => finding.State == "bad") ? CommandContext.Refused : CommandContext.Done;
        });

    private static string Mark(string state) => state switch
    {
        "good" => "［正常］",
        "mended" => "［已修］",
        "warning" => "［注意］",
        _ => "［故障］",
    };
}
