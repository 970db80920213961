using JingJian.Text;

namespace JingJian.Archive;

/// <summary>What became of one file.</summary>
public abstract record IngestOutcome
{
    private IngestOutcome(string name) => Name = name;

    /// <summary>The file's name as ingested.</summary>
    public string Name { get; }

    /// <summary>It was read and stored.</summary>
    /// <param name="Name">The file's name.</param>
    /// <param name="SourceId">Its id in the archive.</param>
    /// <param name="Reports">How many reports were found in it.</param>
    /// <param name="Paragraphs">How many paragraphs.</param>
    /// <param name="Encoding">What it was decoded as.</param>
    public sealed record Read(string Name, string SourceId, int Reports, int Paragraphs, string Encoding) : IngestOutcome(Name);

    /// <summary>Its content is in the archive already; nothing was changed.</summary>
    /// <param name="Name">The file's name.</param>
    /// <param name="KnownAs">The name under which the content came first.</param>
    public sealed record Known(string Name, string KnownAs) : IngestOutcome(Name);

    /// <summary>It was not accepted.</summary>
    /// <param name="Name">The file's name.</param>
    /// <param name="Fault">Why not.</param>
    public sealed record Refused(string Name, Fault Fault) : IngestOutcome(Name);
}

/// <summary>What became of every file of one ingest, in the order in which they were given.</summary>
public sealed record IngestReport(IReadOnlyList<IngestOutcome> Outcomes)
{
    /// <summary>The files that were stored.</summary>
    public IEnumerable<IngestOutcome.Read> Stored => Outcomes.OfType<IngestOutcome.Read>();

    /// <summary>The files that were there already.</summary>
    public IEnumerable<IngestOutcome.Known> Known => Outcomes.OfType<IngestOutcome.Known>();

    /// <summary>The files that were not accepted.</summary>
    public IEnumerable<IngestOutcome.Refused> Refused => Outcomes.OfType<IngestOutcome.Refused>();
}

/// <summary>How far an ingest is.</summary>
/// <param name="Stage">What is being done, in Chinese.</param>
/// <param name="Done">Files done.</param>
/// <param name="Total">Files in all.</param>
/// <param name="Last">The last file done; empty before the first.</param>
public sealed record IngestProgress(string Stage, int Done, int Total, string Last)
{
    /// <summary>What became of the files that were done since the last report: stored ones are on the disk.</summary>
    public IReadOnlyList<IngestOutcome> Outcomes { get; init; } = [];
}

/// <summary>What the archive found and mended when it was opened.</summary>
/// <param name="InterruptedAt">When the ingest began that was cut off, if one was.</param>
/// <param name="SavedSources">How many sources are in the archive, all of them whole.</param>
/// <param name="ReuseRedone">Whether pairs and families had to be computed again.</param>
/// <param name="IndexRebuilt">Whether the search index had to be built again.</param>
public sealed record Recovery(DateTimeOffset? InterruptedAt, int SavedSources, bool ReuseRedone, bool IndexRebuilt)
{
    /// <summary>A sentence or two for the person who started the program.</summary>
    public string Message
    {
        get
        {
            string done = (ReuseRedone, IndexRebuilt) switch
            {
                (true, _) => "已重新计算重复关系并重建检索索引。",
                (_, true) => "已重建检索索引。",
                _ => "其余数据完好。",
            };
            return InterruptedAt is { } at
                ? $"上次入库（{at.ToLocalTime():yyyy-MM-dd HH:mm}）被中断：已保存的 {SavedSources} 个来源文件完整无缺，未写完的已自动撤销；{done}请重新运行入库命令，已有的文件会自动跳过。"
                : $"检索索引缺失、过期或已损坏：{done}";
        }
    }
}
