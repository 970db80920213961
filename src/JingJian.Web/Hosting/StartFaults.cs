using JingJian.Archive;
using JingJian.Text;
using JingJian.Web.Access;
using Microsoft.AspNetCore.Connections;
using Microsoft.Data.Sqlite;

namespace JingJian.Web.Hosting;

/// <summary>What keeps the service from starting, or from taking in what is dropped into a folder, for the person who started it.</summary>
internal static class StartFaults
{
    /// <summary>One sentence, or null for what is our own mistake.</summary>
    public static string? Sentence(Exception error) => error switch
    {
        CorruptArtifactException or ArchiveUnavailableException or SettingsException => error.Message,
        SqliteException store => StoreFaults.Sentence(store),
        IOException { InnerException: AddressInUseException } => "这个地址已被另一个程序占用，请用 --urls 换一个端口。",
        FormatException => $"--urls 的地址写法不对（{error.Message}），应形如 {ServiceSettings.DefaultAddress}。",
        UnauthorizedAccessException => $"没有读写数据目录的权限（{error.Message}）。",
        IOException => $"读写文件或打开端口时出错（{error.Message}）。",
        _ => null,
    };
}
