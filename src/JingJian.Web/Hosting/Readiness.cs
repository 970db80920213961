namespace JingJian.Web.Hosting;

/// <summary>Whether the service has finished what it does before it can be relied on.</summary>
/// <remarks><b>Threads.</b> Safe: one writer, any number of readers.</remarks>
internal sealed class Readiness
{
    private volatile string? waitingFor = "正在准备档案库";

    /// <summary>What is still being done, in Chinese; null when the service is ready.</summary>
    public string? WaitingFor => waitingFor;

    /// <summary>Says what is being done.</summary>
    public void WaitFor(string work) => waitingFor = work;

    /// <summary>Says that all is done.</summary>
    public void Done() => waitingFor = null;
}
