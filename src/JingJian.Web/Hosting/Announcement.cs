using System.Net;
using JingJian.Archive;
using JingJian.Web.Access;

namespace JingJian.Web.Hosting;

/// <summary>What the console says once the service listens.</summary>
internal static class Announcement
{
    /// <summary>Writes the address, the data folder, and what was mended at opening.</summary>
    public static void Write(TextWriter console, WebApplication app, ServiceSettings settings)
    {
        string[] addresses = [.. app.Urls.Select(Openable)];
        console.WriteLine($"镜鉴已启动：{string.Join("  ", addresses)}");
        if (!addresses.SequenceEqual(app.Urls))
        {
            console.WriteLine("在其他电脑上打开时，把 localhost 换成这台服务器的名称或地址。");
        }

        console.WriteLine($"数据目录：{settings.DataFolder}");
        if (app.Services.GetRequiredService<ReportArchive>().Recovery is { } recovery)
        {
            console.WriteLine(recovery.Message);
        }

        Gate gate = app.Services.GetRequiredService<Gate>();
        if (gate.SetupWord is { } word)
        {
            console.WriteLine($"还没有帐号，请打开这个一次性链接建立管理帐号：{addresses[0]}{settings.PathBase}/setup?word={word}");
        }
        else if (!gate.MustSignIn)
        {
            console.WriteLine("只在本机使用，没有帐号，不需要登录；建立第一个帐号后人人都要登录。");
        }

        console.WriteLine("按 Ctrl+C 停止。");
    }

    /// <summary>An address that a browser on this machine can open, for one at which the service listens: that of all networks is no machine's.</summary>
    internal static string Openable(string url)
    {
        var address = new Uri(url);
        return IPAddress.TryParse(address.Host, out IPAddress? host) && (host.Equals(IPAddress.Any) || host.Equals(IPAddress.IPv6Any))
            ? $"{address.Scheme}://localhost:{address.Port}"
            : url;
    }
}
