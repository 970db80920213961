using System.Globalization;
using System.Security.Claims;
using System.Threading.RateLimiting;
using JingJian.Archive.Access;
using JingJian.Web.Hosting;
using JingJian.Web.Http;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;

namespace JingJian.Web.Access;

/// <summary>Puts the framework's authentication, authorisation and rate limits together.</summary>
internal static class AccessSetup
{
    /// <summary>The cookie of a session.</summary>
    public const string CookieName = "jingjian";

    /// <summary>Sign-ins and other attempts a minute from one address.</summary>
    private const int AttemptsPerMinute = 30;

    private const string AnyScheme = "any";
    private static readonly TimeSpan SessionLasts = TimeSpan.FromHours(8);

    /// <summary>Adds what is needed.</summary>
    public static IServiceCollection AddAccess(this IServiceCollection services, ServiceSettings settings)
    {
        services.AddDataProtection().SetApplicationName("JingJian").PersistKeysToFileSystem(Directory.CreateDirectory(Path.Combine(settings.DataFolder, "keys")));
        services.AddAuthentication(AnyScheme)
            .AddPolicyScheme(AnyScheme, null, any => any.ForwardDefaultSelector = context =>
                !AccessHandler.HasKey(context.Request) && context.Request.Cookies.ContainsKey(CookieName) ? CookieAuthenticationDefaults.AuthenticationScheme : AccessHandler.SchemeName)
            .AddCookie(cookie =>
            {
                cookie.Cookie.Name = CookieName;
                cookie.Cookie.SameSite = SameSiteMode.Strict;
                cookie.Cookie.HttpOnly = true;
                cookie.ExpireTimeSpan = SessionLasts;
                cookie.Events.OnValidatePrincipal = ValidateAsync;
                cookie.Events.OnRedirectToLogin = context => Bare(context, StatusCodes.Status401Unauthorized);
                cookie.Events.OnRedirectToAccessDenied = context => Bare(context, StatusCodes.Status403Forbidden);
            })
            .AddScheme<AuthenticationSchemeOptions, AccessHandler>(AccessHandler.SchemeName, null);
        services.AddAuthorization(options =>
        {
            foreach (Permissions needed in Operations.Needed)
            {
                options.AddPolicy(needed.ToString(), policy => policy.RequireAuthenticatedUser().RequireAssertion(context => (Gate.MayOf(context.User) & needed) != 0));
            }
        });
        return services
            .AddSingleton<Listening>()
            .AddSingleton<Gate>()
            .AddRateLimiter(limiter =>
            {
                limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
                limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(Partition);
                limiter.OnRejected = (context, _) =>
                {
                    context.HttpContext.Response.Headers.RetryAfter = "1";
                    return ValueTask.CompletedTask;
                };
            });
    }

    /// <summary>A session holds as long as its account is as it was; the role is that of now.</summary>
    private static Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        AccountDesk accounts = context.HttpContext.RequestServices.GetRequiredService<AccountDesk>();
        if (context.Principal?.FindFirstValue(Gate.SessionClaim) is { } session && accounts.Recognise(session) is { } person)
        {
            context.ReplacePrincipal(AccessHandler.Principal(person, CookieAuthenticationDefaults.AuthenticationScheme));
        }
        else
        {
            context.RejectPrincipal();
        }

        return Task.CompletedTask;
    }

    private static Task Bare(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    /// <summary>Whoever is at this machine has no limit; attempts to sign in have a small one.</summary>
    private static RateLimitPartition<string> Partition(HttpContext context)
    {
        IServiceProvider services = context.RequestServices;
        int rate = services.GetRequiredService<AccessSettings>().RequestsPerSecond;
        string address = context.Connection.RemoteIpAddress?.ToString() ?? "";
        if (SignInApi.IsAttempt(context.Request))
        {
            return RateLimitPartition.GetFixedWindowLimiter(string.Create(CultureInfo.InvariantCulture, $"attempt {address}"), _ => new FixedWindowRateLimiterOptions { PermitLimit = AttemptsPerMinute, Window = TimeSpan.FromMinutes(1) });
        }

        return rate == 0 || !services.GetRequiredService<Gate>().MustSignIn
            ? RateLimitPartition.GetNoLimiter("")
            : RateLimitPartition.GetTokenBucketLimiter(
                context.User.Identity?.Name ?? address,
                _ => new TokenBucketRateLimiterOptions { TokenLimit = 2 * rate, TokensPerPeriod = rate, ReplenishmentPeriod = TimeSpan.FromSeconds(1) });
    }
}
