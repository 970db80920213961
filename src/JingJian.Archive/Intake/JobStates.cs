namespace JingJian.Archive.Intake;

/// <summary>The states of a job, and what people call them.</summary>
internal static class JobStates
{
    public const string Queued = "queued", Running = "running", Cancelling = "cancelling", Cancelled = "cancelled", Failed = "failed", Done = "done";

    /// <summary>Whether nothing more will happen to a job by itself.</summary>
    public static bool IsEnd(string state) => state is Cancelled or Failed or Done;

    /// <summary>The Chinese name of a state.</summary>
    public static string ToChinese(string state) => state switch
    {
        Queued => "等待中",
        Running => "入库中",
        Cancelling => "正在取消",
        Cancelled => "已取消",
        Failed => "未完成",
        _ => "已完成",
    };
}
