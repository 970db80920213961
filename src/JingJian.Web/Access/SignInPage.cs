using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace JingJian.Web.Access;

/// <summary>The two forms that must work before anything else: for signing in, and for the first account.</summary>
internal static class SignInPage
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Its style; apart from the page, since the content policy forbids style inside.</summary>
    public const string Style = """
        :root { color-scheme: light dark; }
        body { margin: 0; min-height: 100vh; display: grid; place-items: center; font: 16px/1.75 "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; background: light-dark(#f4f5f6, #14181b); color: light-dark(#1d2329, #dee3e7); }
        form { width: min(24rem, 90vw); display: grid; gap: .9rem; padding: 1.75rem 2rem 2rem; border: 1px solid light-dark(#dde1e4, #323a41); border-radius: 6px; background: light-dark(#fff, #1c2126); }
        h1 { font-size: 1.5rem; font-weight: 600; margin: 0; }
        p { margin: 0; }
        label { display: grid; gap: .25rem; }
        input { font: inherit; padding: .4rem .6rem; border: 1px solid light-dark(#8b959d, #68737c); border-radius: 4px; background: light-dark(#fff, #14181b); color: inherit; }
        button { font: inherit; margin-top: .3rem; padding: .5rem; border: 0; border-radius: 4px; background: light-dark(#24587d, #2c74a6); color: #fff; cursor: pointer; }
        button:focus-visible, input:focus-visible { outline: 2px solid light-dark(#1b5e91, #86bfea); outline-offset: 2px; }
        .fault { color: light-dark(#a8370f, #f39a7c); }
        """;

    /// <summary>The form for signing in.</summary>
    /// <param name="prefix">The path under which the service lies.</param>
    /// <param name="fault">What was wrong with the last attempt; null at first.</param>
    public static string SignIn(string prefix, string? fault) => Page(prefix, "登录", "sign-in", "", fault, "current-password", "登录");

    /// <summary>The form for the first account.</summary>
    /// <param name="prefix">The path under which the service lies.</param>
    /// <param name="word">The one-time word.</param>
    /// <param name="fault">What was wrong with the last attempt; null at first.</param>
    public static string Setup(string prefix, string word, string? fault) => Page(
        prefix, "建立管理帐号", "setup", $"<p>这是第一个帐号，可以管理其他人的帐号和权限。</p><input type=\"hidden\" name=\"word\" value=\"{Text(word)}\">", fault, "new-password", "建立并登录");

    private static string Page(string prefix, string title, string action, string more, string? fault, string kind, string button) => $"""
        <!doctype html>
        <html lang="zh-CN">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{title} · 镜鉴</title><link rel="stylesheet" href="{Text(prefix)}/sign-in.css"></head>
        <body>
        <form method="post" action="{Text(prefix)}/{action}">
        <h1>镜鉴 · {title}</h1>
        {more}
        {(fault is null ? "" : $"<p class=\"fault\" role=\"alert\">{Text(fault)}</p>")}
        <label>姓名<input name="name" autocomplete="username" required autofocus></label>
        <label>密码<input name="password" type="password" autocomplete="{kind}" required></label>
        <button>{button}</button>
        </form>
        </body>
        </html>
        """;

    private static string Text(string text) => Encoder.Encode(text);
}
