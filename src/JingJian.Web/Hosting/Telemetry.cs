using JingJian.Archive.Intake;
using JingJian.Web.Access;
using Microsoft.AspNetCore.Http.Features;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace JingJian.Web.Hosting;

/// <summary>Sends metrics and traces to an OpenTelemetry collector, where <c>--telemetry</c> names one.</summary>
/// <remarks>The framework's own of requests, connections and the runtime, and those of ingests (<see cref="IngestTelemetry"/>). What people search for
/// stands in addresses: their query is left out of what is sent.</remarks>
internal sealed class Telemetry(Uri collector) : IHostedService, IDisposable
{
    private const string ServiceName = "jingjian";

    private static readonly string[] Meters =
        [IngestTelemetry.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.RateLimiting", "System.Runtime"];

    private MeterProvider? metrics;
    private TracerProvider? traces;

    /// <summary>Adds it where it is wanted, and the way logs are written.</summary>
    /// <exception cref="SettingsException">A value cannot be understood.</exception>
    public static void Add(WebApplicationBuilder builder)
    {
        string format = builder.Configuration["log-format"] is { Length: > 0 } given ? given : "text";
        if (format is not ("text" or "json"))
        {
            throw new SettingsException($"--log-format 的值“{format}”应为 text 或 json。");
        }

        if (format == "json")
        {
            builder.Logging.ClearProviders().AddJsonConsole(console =>
            {
                console.UseUtcTimestamp = true;
                console.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";
            });
        }

        if (builder.Configuration["telemetry"] is { Length: > 0 } address)
        {
            Uri collector = Uri.TryCreate(address, UriKind.Absolute, out Uri? parsed) && parsed.Scheme is "http" or "https"
                ? parsed
                : throw new SettingsException($"--telemetry 的值“{address}”不是网址，应形如 http://localhost:4318。");
            builder.Services.AddHostedService(_ => new Telemetry(collector));
        }
    }

    /// <summary>Names the trace of a request after the operation that was asked for; to be used behind the routing.</summary>
    public static void NameTraces(WebApplication app) => app.Use((context, next) =>
    {
        if (context.Features.Get<IHttpActivityFeature>()?.Activity is { } trace && context.GetEndpoint() is RouteEndpoint asked)
        {
            trace.DisplayName = $"{context.Request.Method} {asked.RoutePattern.RawText}";
            trace.SetTag("http.route", asked.RoutePattern.RawText);
        }

        return next(context);
    });

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        ResourceBuilder resource = ResourceBuilder.CreateEmpty().AddService(ServiceName, serviceVersion: typeof(Telemetry).Assembly.GetName().Version?.ToString());
        metrics = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource).AddMeter(Meters).AddOtlpExporter(exporter => To(exporter, "v1/metrics")).Build();
        traces = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource).AddSource(IngestTelemetry.Name, "Microsoft.AspNetCore")
            .AddProcessor(new WithoutQueries()).AddOtlpExporter(exporter => To(exporter, "v1/traces")).Build();
        return Task.CompletedTask;
    }

    /// <summary>Sends what is left.</summary>
    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        metrics?.Dispose();
        traces?.Dispose();
        (metrics, traces) = (null, null);
    }

    private void To(OtlpExporterOptions exporter, string path)
    {
        exporter.Protocol = OtlpExportProtocol.HttpProtobuf;
        exporter.Endpoint = new Uri(collector.AbsoluteUri.TrimEnd('/') + "/" + path);
    }

    /// <summary>Takes out what says more than which operation was asked for.</summary>
    private sealed class WithoutQueries : BaseProcessor<System.Diagnostics.Activity>
    {
        private static readonly string[] Telling = ["url.query", "url.full", "http.target", "http.url", "user_agent.original", "client.address"];

        public override void OnEnd(System.Diagnostics.Activity data)
        {
            foreach (string name in Telling)
            {
                data.SetTag(name, null);
            }
        }
    }
}
