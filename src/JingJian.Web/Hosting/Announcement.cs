using JingJian.Archive;

namespace JingJian.Web.Hosting;

/// <summary>What the console says once the service listens.</summary>
internal static class Announcement
{
    /// <summary>Writes the address, the data folder, and what was mended at opening.</summary>
    public static void Write(TextWriter console, WebApplication app, ServiceSettings settings)
    {
        console.WriteLine($"镜鉴已启动：{string.Join("  ", app.Urls)}");
        console.WriteLine($"数据目录：{settings.DataFolder}");
        if (app.Services.GetRequiredService<ReportArchive>().Recovery is { } recovery)
        {
            console.WriteLine(recovery.Message);
        }

        console.WriteLine("按 Ctrl+C 停止。");
    }
}
