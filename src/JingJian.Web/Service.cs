using System.Text.Encodings.Web;
using System.Text.Json.Serialization;
using JingJian.Archive;
using JingJian.Text;
using JingJian.Web.Access;
using JingJian.Web.Api;
using JingJian.Web.Hosting;
using JingJian.Web.Http;
using JingJian.Web.Reference;

namespace JingJian.Web;

/// <summary>The HTTP service over one archive: builds and runs it.</summary>
/// <remarks>
/// <para>Its settings: <see cref="SettingsSources"/>; ASPNETCORE_URLS is honoured.</para>
/// </remarks>
public static class Service
{
    /// <summary>The names of all settings, and what each says in Chinese.</summary>
    public static IReadOnlyDictionary<string, string> Settings => SettingsSources.Known;

    /// <summary>Runs the service until it is asked to stop; 0, or 1 when it could not start.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            await using WebApplication app = Build(args);
            await app.RunAsync();
            return 0;
        }
        catch (Exception error) when (StartFaults.Sentence(error) is not null)
        {
            await Console.Error.WriteLineAsync($"服务无法启动：{StartFaults.Sentence(error)}");
            return 1;
        }
    }

    /// <summary>Opens the archive and builds the service; it listens once it is started.</summary>
    /// <exception cref="CorruptArtifactException">The store or a model is damaged or of another version.</exception>
    public static WebApplication Build(string[] args) => Build(args, TimeProvider.System);

    /// <summary>The same with another clock.</summary>
    internal static WebApplication Build(string[] args, TimeProvider time)
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ContentRootPath = AppContext.BaseDirectory,
            WebRootPath = Path.Combine(AppContext.BaseDirectory, "wwwroot"),
        });
        StatedSettings stated = SettingsSources.Add(builder.Configuration, args);
        ServiceSettings settings = ServiceSettings.From(builder.Configuration);
        if (!settings.HasAddress)
        {
            builder.WebHost.UseUrls(ServiceSettings.DefaultAddress);
        }

        AddServices(builder, settings, stated, time);
        WebApplication app = builder.Build();
        // Given back when the service ends: the container disposes of what it has made.
        app.Services.GetRequiredService<ServiceLock>();
        UsePipeline(app, settings);
        app.Lifetime.ApplicationStarted.Register(() => Announcement.Write(Console.Error, app, settings));
        return app;
    }

    private static void AddServices(WebApplicationBuilder builder, ServiceSettings settings, StatedSettings stated, TimeProvider time)
    {
        ReportArchive archive = ReportArchive.Open(new ArchiveOptions { DataFolder = settings.DataFolder, IngestThreads = settings.IngestThreads, GivesWay = true }, time);
        ServiceLock taken = ServiceLock.Take(settings.DataFolder);
        Telemetry.Add(builder);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = RequestLimits.BodyBytes;
            kestrel.Limits.MaxRequestLineSize = RequestLimits.LineBytes;
        });
        builder.Services
            .AddSingleton(settings)
            .AddSingleton(archive)
            .AddDesks()
            .AddSingleton(archive.Log)
            .AddSingleton(archive.Synonyms)
            .AddSingleton(archive.OwnWords)
            .AddSingleton(archive.Accounts)
            .AddSingleton(archive.Keys)
            .AddSingleton(archive.Staging)
            .AddSingleton(archive.Uploads)
            .AddSingleton(archive.Jobs)
            .AddSingleton(_ => taken)
            .AddSingleton(time)
            .AddSingleton(AccessSettings.From(builder.Configuration))
            .AddSingleton(stated)
            .AddAccess(settings)
            .AddSingleton<PersonsGate>()
            .AddSingleton<ActivityWriter>()
            .AddHostedService(services => services.GetRequiredService<ActivityWriter>())
            .AddSingleton<IngestQueue>()
            .AddSingleton<Readiness>()
            .AddHostedService<Preparation>()
            .AddHostedService<JobRunner>()
            .AddHostedService<DropFolderWatch>()
            .AddHostedService<VectorUpkeep>()
            .AddHostedService<AuditUpkeep>()
            .AddHostedService<MemoryUpkeep>()
            .AddOpenApi(OpenApiText.Describe)
            .ConfigureHttpJsonOptions(json =>
            {
                // The content type says JSON and the page never writes markup from it: Chinese stays readable.
                json.SerializerOptions.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
                json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
            })
            // A parameter that does not bind is refused in the same words in every environment.
            .Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
    }

    private static void UsePipeline(WebApplication app, ServiceSettings settings)
    {
        if (settings.PathBase.Length > 0)
        {
            app.UsePathBase(settings.PathBase);
        }

        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<Refusals>();
        app.UseMiddleware<KnownHosts>();
        app.UseMiddleware<SameOrigin>();
        app.UseAuthentication();
        app.Use(SignInApi.FirstAsync);
        app.UsePage();
        app.UseRouting();
        Telemetry.NameTraces(app);
        app.UseRateLimiter();
        app.UseAuthorization();
        app.UseMiddleware<Noting>();
        app.MapOpenApi();
        app.MapReference();
        app.MapHealth();
        app.MapSignIn();
        RouteGroupBuilder api = app.MapGroup("/api/v1")
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden);
        api.Guard();
        api.MapAccess();
        api.MapUpkeep();
        api.MapCollections();
        api.MapSources();
        api.MapSamples();
        api.MapUploads();
        api.MapJobs();
        api.MapReports();
        api.MapParagraphs();
        api.MapSearch();
        api.MapSavedSearches();
        api.MapLexicon();
        api.MapFamilies();
        api.MapAudit();
        api.MapOverview();
        api.MapFindings();
        api.MapJudgements();
        api.MapFunctions();
        api.MapExemplars();
        api.MapCards();
        api.MapOutlines();
        api.MapCheck();
        api.MapStats();
        api.MapSettings();
    }
}
