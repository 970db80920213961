namespace JingJian.Web.Access;

/// <summary>How people and programs are let in.</summary>
/// <param name="AlwaysSignIn">Whether people must sign in even where the service can only be reached from this machine.</param>
/// <param name="ProxyHeader">The header in which a reverse proxy names the person whom it has signed in; empty for none.</param>
/// <param name="Proxies">The addresses of reverse proxies that are believed.</param>
/// <param name="RequestsPerSecond">How many requests a person or an address may send in the long run; 0 for any number.</param>
internal sealed record AccessSettings(bool AlwaysSignIn, string ProxyHeader, IReadOnlyList<string> Proxies, int RequestsPerSecond)
{
    private const int UsualRate = 200;

    /// <summary>Reads <c>--sign-in true</c>, <c>--proxy-header X-Remote-User</c>, <c>--proxies 127.0.0.1;::1</c>, <c>--rate 200</c>.</summary>
    /// <exception cref="SettingsException">A value cannot be understood.</exception>
    public static AccessSettings From(IConfiguration configuration)
    {
        string header = configuration["proxy-header"] ?? "";
        string[] proxies = (configuration["proxies"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (header.Length > 0 && proxies.Length == 0)
        {
            throw new SettingsException("--proxy-header 要和 --proxies（反向代理的地址，多个用分号隔开）一起给出，否则谁都能冒名。");
        }

        if (proxies.FirstOrDefault(proxy => !System.Net.IPAddress.TryParse(proxy, out _)) is { } wrong)
        {
            throw new SettingsException($"--proxies 的“{wrong}”不是 IP 地址。");
        }

        int rate = UsualRate;
        if (configuration["rate"] is { Length: > 0 } given && (!int.TryParse(given, out rate) || rate < 0))
        {
            throw new SettingsException($"--rate 的值“{given}”应是不小于 0 的整数（每秒请求数，0 为不限）。");
        }

        bool signIn = false;
        if (configuration["sign-in"] is { Length: > 0 } flag && !bool.TryParse(flag, out signIn))
        {
            throw new SettingsException($"--sign-in 的值“{flag}”应为 true 或 false。");
        }

        return new AccessSettings(signIn, header, proxies, rate);
    }
}

/// <summary>A setting that the service cannot start with; the message is for the person who started it.</summary>
internal sealed class SettingsException(string message) : Exception(message);
