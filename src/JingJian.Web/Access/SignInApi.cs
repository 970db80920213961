using JingJian.Archive.Access;
using JingJian.Text;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http.HttpResults;

namespace JingJian.Web.Access;

/// <summary>The forms for signing in, outside the API: they work without a script.</summary>
internal static class SignInApi
{
    private const int LongestForm = 4096;

    /// <summary>Whether a request is an attempt to get in, by guessing perhaps.</summary>
    public static bool IsAttempt(HttpRequest request) => HttpMethods.IsPost(request.Method) && request.Path.Value is "/sign-in" or "/setup";

    public static void MapSignIn(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder forms = routes.MapGroup("").ExcludeFromDescription();
        forms.MapGet("/sign-in", (HttpRequest request) => Html(SignInPage.SignIn(request.PathBase, null)));
        forms.MapGet("/sign-in.css", () => TypedResults.Text(SignInPage.Style, "text/css"));
        forms.MapPost("/sign-in", SignInAsync);
        forms.MapGet("/setup", Setup);
        forms.MapPost("/setup", SetupAsync);
    }

    /// <summary>Sends whoever opens the page without being known to the form.</summary>
    public static Task FirstAsync(HttpContext context, RequestDelegate next)
    {
        bool opensPage = HttpMethods.IsGet(context.Request.Method) && context.Request.Path.Value is "/" or "/index.html";
        if (opensPage && context.User.Identity is not { IsAuthenticated: true })
        {
            context.Response.Redirect(context.Request.PathBase + "/sign-in");
            return Task.CompletedTask;
        }

        return next(context);
    }

    /// <summary>Opens the session of a person.</summary>
    public static Task OpenAsync(HttpContext context, Person person) =>
        context.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, AccessHandler.Principal(person, CookieAuthenticationDefaults.AuthenticationScheme));

    private static async Task<IResult> SignInAsync(HttpContext context, AccountDesk accounts)
    {
        (string name, string password, _) = await ReadAsync(context.Request);
        if (!accounts.SignIn(name, password).TryGet(out Person? person, out Fault? fault))
        {
            return Html(SignInPage.SignIn(context.Request.PathBase, fault.Message), StatusCodes.Status403Forbidden);
        }

        await OpenAsync(context, person);
        return Home(context.Request);
    }

    private static IResult Setup(HttpRequest request, Gate gate, string word = "") =>
        gate.Opens(word) ? Html(SignInPage.Setup(request.PathBase, word, null)) : Stale();

    private static async Task<IResult> SetupAsync(HttpContext context, AccountDesk accounts, Gate gate)
    {
        (string name, string password, string word) = await ReadAsync(context.Request);
        if (!gate.Opens(word))
        {
            return Stale();
        }

        if (!accounts.Add(name, Role.Admin.ToEnglish(), password, null, "首次启动").TryGet(out _, out Fault? fault) || !accounts.SignIn(name, password).TryGet(out Person? person, out fault))
        {
            return Html(SignInPage.Setup(context.Request.PathBase, word, fault.Message), StatusCodes.Status400BadRequest);
        }

        await OpenAsync(context, person);
        return Home(context.Request);
    }

    private static async Task<(string Name, string Password, string Word)> ReadAsync(HttpRequest request)
    {
        if (!request.HasFormContentType || request.ContentLength > LongestForm)
        {
            return ("", "", "");
        }

        IFormCollection form = await request.ReadFormAsync();
        return (form["name"].ToString().Trim(), form["password"].ToString(), form["word"].ToString());
    }

    private static RedirectHttpResult Home(HttpRequest request) => TypedResults.Redirect(request.PathBase + "/");

    private static ContentHttpResult Html(string page, int status = StatusCodes.Status200OK) => TypedResults.Text(page, "text/html; charset=utf-8", statusCode: status);

    private static ProblemHttpResult Stale() => Http.Problems.From(new Fault("setup.stale", "这个链接已经用过或已失效；请看服务启动时打印的链接，或请管理员建立帐号。"), StatusCodes.Status403Forbidden);
}
