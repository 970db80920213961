using JingJian.Archive;
using JingJian.Web.Access;

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

        Gate gate = app.Services.GetRequiredService<Gate>();
        if (gate.SetupWord is { } word)
        {
            console.WriteLine($"还没有帐号，请打开这个一次性链接建立管理帐号：{app.Urls.First()}{settings.PathBase}/setup?word={word}");
        }
        else if (!gate.MustSignIn)
        {
            console.WriteLine("只在本机使用，没有帐号，不需要登录；建立第一个帐号后人人都要登录。");
        }

        console.WriteLine("按 Ctrl+C 停止。");
    }
}
