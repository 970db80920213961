using System.ComponentModel;
using System.Security.Claims;
using JingJian.Archive.Access;
using JingJian.Archive.Upkeep;
using JingJian.Archive.Views;
using JingJian.Text;
using JingJian.Web.Access;
using JingJian.Web.Http;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http.HttpResults;

namespace JingJian.Web.Api;

/// <summary>Who sends these requests.</summary>
/// <param name="Name">Their name in the log.</param>
/// <param name="Role">reader, drafter, auditor, editor or admin.</param>
/// <param name="Label">The same in Chinese.</param>
/// <param name="May">read, draft, audit, edit, administer, log, persons.</param>
/// <param name="SignedIn">Whether they have a session that can be closed; false at the machine itself while nobody has an account.</param>
/// <param name="Collections">The numbers of the collections that they see; null for the whole archive.</param>
internal sealed record SessionView(string Name, string Role, string Label, IReadOnlyList<string> May, bool SignedIn, IReadOnlyList<long>? Collections);

/// <summary>An account to make.</summary>
/// <param name="Name">What the person signs in as.</param>
/// <param name="Role">reader, drafter, auditor, editor or admin.</param>
/// <param name="Password">Their first password.</param>
/// <param name="Collections">The numbers of the collections that they see; the whole archive without it.</param>
internal sealed record AccountBody(string? Name, string? Role, string? Password, IReadOnlyList<long>? Collections);

/// <summary>What to change of an account; what is left out stays.</summary>
/// <param name="Role">reader, drafter, auditor, editor or admin.</param>
/// <param name="Password">A new password.</param>
/// <param name="Disabled">Whether it may not sign in.</param>
/// <param name="Collections">The numbers of the collections that the person sees from now on.</param>
/// <param name="Everything">True to show the person the whole archive from now on.</param>
internal sealed record AccountChangeBody(string? Role, string? Password, bool? Disabled, IReadOnlyList<long>? Collections, bool? Everything);

/// <summary>A key to make.</summary>
/// <param name="Name">What to call it in the log.</param>
/// <param name="Role">reader, drafter, auditor, editor or admin.</param>
/// <param name="Collections">The numbers of the collections that the program sees; the whole archive without it.</param>
internal sealed record KeyBody(string? Name, string? Role, IReadOnlyList<long>? Collections);

/// <summary>Sessions, accounts and keys.</summary>
internal static class AccessApi
{
    public static void MapAccess(this RouteGroupBuilder api)
    {
        RouteGroupBuilder session = api.MapGroup("/session").WithTags("Access");
        session.MapGet("/", Who).WithName("GetSession");
        session.MapDelete("/", CloseAsync).WithName("CloseSession");
        RouteGroupBuilder accounts = api.MapGroup("/accounts").WithTags("Access");
        accounts.MapGet("/", (AccountDesk desk, [AsParameters] LongPage page) => page.Of(desk.Accounts(), account => account.Name)).WithName("ListAccounts");
        accounts.MapPost("/", AddAccountAsync).WithName("AddAccount")
            .Accepts<AccountBody>("application/json").ProducesProblem(StatusCodes.Status409Conflict);
        accounts.MapPatch("/{id:long}", ChangeAccountAsync).WithName("ChangeAccount")
            .Accepts<AccountChangeBody>("application/json")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        accounts.MapDelete("/{id:long}", RemoveAccount).WithName("RemoveAccount")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        RouteGroupBuilder keys = api.MapGroup("/keys").WithTags("Access");
        keys.MapGet("/", (KeyDesk desk, [AsParameters] LongPage page) => page.Of(desk.All(), key => key.Name)).WithName("ListKeys");
        keys.MapPost("/", AddKeyAsync).WithName("AddKey")
            .Accepts<KeyBody>("application/json").ProducesProblem(StatusCodes.Status409Conflict);
        keys.MapDelete("/{id:long}", RemoveKey).WithName("RemoveKey")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static Ok<SessionView> Who(ClaimsPrincipal user, PersonsGate persons)
    {
        Role role = Gate.RoleOf(user) ?? Role.Reader;
        Permissions all = Gate.MayOf(user) | (persons.Opens(user) ? Permissions.Persons : Permissions.None);
        string[] may = [.. Enum.GetValues<Permissions>().Where(permission => permission != Permissions.None && all.HasFlag(permission)).Select(permission => permission.ToString().ToLowerInvariant())];
        return TypedResults.Ok(new SessionView(
            Gate.NameOf(user), role.ToEnglish(), role.ToChinese(), may, user.Identity?.AuthenticationType == CookieAuthenticationDefaults.AuthenticationScheme,
            Gate.SightOf(user) is { IsWhole: false } sight ? sight.Collections : null));
    }

    private static async Task<NoContent> CloseAsync(HttpContext context, ActivityLog log)
    {
        log.Note(Gate.NameOf(context.User), "session.close", "");
        await context.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        return TypedResults.NoContent();
    }

    private static Task<Results<Ok<AccountView>, ProblemHttpResult>> AddAccountAsync(HttpContext context, AccountDesk desk, CancellationToken cancellationToken) =>
        JsonBody.AnswerAsync(
            context.Request, "{\"name\":\"…\",\"role\":\"reader\",\"password\":\"…\"}",
            (AccountBody body) => desk.Add(body.Name ?? "", body.Role ?? "", body.Password ?? "", body.Collections, Gate.NameOf(context.User)), cancellationToken);

    private static Task<Results<Ok<AccountView>, ProblemHttpResult>> ChangeAccountAsync(
        [Description("帐号的编号。")] long id, HttpContext context, AccountDesk desk, CancellationToken cancellationToken) =>
        JsonBody.AnswerAsync(
            context.Request, "{\"role\":\"auditor\",\"password\":\"…\",\"disabled\":false}",
            (AccountChangeBody body) => desk.Change(id, new AccountChange(body.Role, body.Password, body.Disabled, body.Collections, body.Everything ?? false), Gate.NameOf(context.User)),
            cancellationToken);

    private static Results<NoContent, ProblemHttpResult> RemoveAccount([Description("帐号的编号。")] long id, ClaimsPrincipal user, AccountDesk desk) =>
        desk.Remove(id, Gate.NameOf(user)).TryGet(out _, out Fault? fault) ? TypedResults.NoContent() : Problems.From(fault);

    private static Task<Results<Ok<KeyView>, ProblemHttpResult>> AddKeyAsync(HttpContext context, KeyDesk desk, CancellationToken cancellationToken) =>
        JsonBody.AnswerAsync(
            context.Request, "{\"name\":\"…\",\"role\":\"reader\"}",
            (KeyBody body) => desk.Add(body.Name ?? "", body.Role ?? "", body.Collections, Gate.NameOf(context.User)), cancellationToken);

    private static Results<NoContent, ProblemHttpResult> RemoveKey([Description("密钥的编号。")] long id, ClaimsPrincipal user, KeyDesk desk) =>
        desk.Remove(id, Gate.NameOf(user)) is null
            ? Problems.NotFound("key", "密钥", id.ToString(System.Globalization.CultureInfo.InvariantCulture))
            : TypedResults.NoContent();
}
