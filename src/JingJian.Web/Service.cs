namespace JingJian.Web;

/// <summary>The HTTP service: builds and runs it.</summary>
public static class Service
{
    /// <summary>Runs the service until it is asked to stop.</summary>
    public static Task RunAsync(string[] args)
    {
        WebApplication app = WebApplication.Create(args);
        return app.RunAsync();
    }
}
