using JingJian.Archive;

namespace JingJian.Web.Access;

/// <summary>The archive as whoever sends a request sees it: the one place where a request meets the archive's texts.</summary>
internal static class SeenDesks
{
    /// <summary>Gives endpoints the desks of whoever asks; who is not known sees nothing.</summary>
    public static IServiceCollection AddDesks(this IServiceCollection services) => services
        .AddHttpContextAccessor()
        .AddScoped(provider => provider.GetRequiredService<ReportArchive>().For(Gate.SightOf(provider.GetRequiredService<IHttpContextAccessor>().HttpContext?.User)))
        .AddScoped(provider => provider.GetRequiredService<Desks>().SavedBy(provider.GetRequiredService<IHttpContextAccessor>().HttpContext is { } context ? Gate.NameOf(context.User) : ""))
        .AddDesk(desks => desks.Catalogue)
        .AddDesk(desks => desks.Search)
        .AddDesk(desks => desks.Exemplars)
        .AddDesk(desks => desks.Outlines)
        .AddDesk(desks => desks.Cards)
        .AddDesk(desks => desks.Reuse)
        .AddDesk(desks => desks.Audits)
        .AddDesk(desks => desks.Overview)
        .AddDesk(desks => desks.Drafts)
        .AddDesk(desks => desks.Judgements)
        .AddDesk(desks => desks.Findings)
        .AddDesk(desks => desks.Functions)
        .AddDesk(desks => desks.Collections)
        .AddDesk(desks => desks.Removals);

    private static IServiceCollection AddDesk<T>(this IServiceCollection services, Func<Desks, T> desk)
        where T : class =>
        services.AddScoped(provider => desk(provider.GetRequiredService<Desks>()));
}
