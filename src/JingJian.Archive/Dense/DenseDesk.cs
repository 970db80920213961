using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using JingJian.Archive.Stages;
using JingJian.Archive.Store;
using JingJian.Search.Dense;
using JingJian.Search.Indexing;
using JingJian.Text;

namespace JingJian.Archive.Dense;

/// <summary>Search by meaning, where an endpoint for vectors is configured (<see cref="EmbeddingSettings"/>); without one it says nothing and costs nothing.</summary>
/// <remarks>
/// <para>The vectors lie in <c>vectors</c> in the data folder, one file for each endpoint and model, by the hash of the text. They are
/// derived: what is missing or damaged is asked for again by <see cref="Update"/>.</para>
/// <para><b>Guarantee.</b> When the endpoint fails, is slow or talks nonsense, searching goes on by words and the answer says so. After a
/// failure it is left alone for a while.</para>
/// <para><b>Threads.</b> Safe.</para>
/// </remarks>
public sealed class DenseDesk : IDisposable
{
    /// <summary>Longer texts are cut: what models read at the most.</summary>
    private const int LongestText = 2000;

    private const int BatchSize = 32;

    /// <summary>The file is written after so many new vectors, so that little is lost when the process ends.</summary>
    private const int SaveEvery = 2048;

    private const int Nearest = 200;
    private static readonly TimeSpan QueryPatience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan BatchPatience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);

    private readonly string dataFolder;
    private readonly Func<IndexReader> openIndex;
    private readonly TimeProvider time;
    private readonly Lazy<(ITextEmbedder? Asked, Fault? Fault)> embedder;
    private readonly Lock updating = new();
    private Prepared? prepared;
    private Failure? failure;

    internal DenseDesk(string dataFolder, Func<IndexReader> openIndex, ITextEmbedder? given, TimeProvider time)
    {
        this.dataFolder = dataFolder;
        this.openIndex = openIndex;
        this.time = time;
        embedder = new Lazy<(ITextEmbedder?, Fault?)>(() => given is null ? Configured() : (given, null));
    }

    private string Folder => Path.Combine(dataFolder, "vectors");

    /// <summary>Whether an endpoint is configured.</summary>
    public bool IsOn => embedder.Value is not (null, null);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (embedder.IsValueCreated)
        {
            (embedder.Value.Asked as IDisposable)?.Dispose();
        }
    }

    /// <summary>Asks for the vectors of all texts of the index that have none; how many were added, or why not all could be had.</summary>
    /// <param name="progress">Told how many of how many are done.</param>
    /// <param name="cancellationToken">Stops between two requests; what was had is kept.</param>
    public Result<int> Update(Action<int, int>? progress, CancellationToken cancellationToken)
    {
        (ITextEmbedder? asked, Fault? fault) = embedder.Value;
        if (asked is null)
        {
            return fault ?? new Fault("embeddings.off", "没有配置向量服务；请在数据目录放 embeddings.json。");
        }

        lock (updating)
        {
            IReadOnlyDictionary<UInt128, string> texts = openIndex().DistinctTexts().Where(text => text.Length > 0).ToDictionary(text => VectorTable.KeyOf(text));
            VectorTable known = Load(PathOf(asked));
            KeyValuePair<UInt128, string>[] missing = [.. texts.Where(text => known.RowOf(text.Key) < 0)];
            var added = new Dictionary<UInt128, sbyte[]>();
            int done = 0;
            foreach (KeyValuePair<UInt128, string>[] batch in missing.Chunk(BatchSize))
            {
                if (cancellationToken.IsCancellationRequested || !asked.Embed([.. batch.Select(text => Shortening.Beginning(text.Value, LongestText))], BatchPatience, cancellationToken).TryGet(out float[][]? vectors, out fault))
                {
                    break;
                }

                // A model behind the same name may have been replaced: what it gave before is of no use any more.
                if (added.Count > 0 && added.Values.First().Length != vectors[0].Length)
                {
                    fault = new Fault("embeddings.failed", "向量服务给出的向量长短不一");
                    break;
                }

                foreach ((KeyValuePair<UInt128, string> text, float[] vector) in batch.Zip(vectors))
                {
                    added[text.Key] = VectorTable.Quantized(vector);
                }

                done += batch.Length;
                progress?.Invoke(done, missing.Length);
                if (added.Count >= SaveEvery)
                {
                    known = Save(asked, known, texts, added);
                }
            }

            if (added.Count > 0)
            {
                Save(asked, known, texts, added);
            }

            return fault is null ? done : fault;
        }
    }

    /// <summary>Drops the vectors of texts that the archive has no more, of every endpoint that was ever asked.</summary>
    internal void Forget()
    {
        if (!Directory.Exists(Folder))
        {
            return;
        }

        lock (updating)
        {
            HashSet<UInt128> texts = [.. openIndex().DistinctTexts().Select(text => VectorTable.KeyOf(text))];
            foreach (string path in Directory.GetFiles(Folder, "*.vectors"))
            {
                VectorTable known = Load(path);
                WholeFile.Write(path, output => known.Write(output, texts, new Dictionary<UInt128, sbyte[]>()));
            }
        }
    }

    /// <summary>The passages nearest in meaning to a text, and what a person should know of how they were found; nothing when it is off.</summary>
    internal (IReadOnlyList<long> Passages, string? Note) Near(string text, IndexReader index)
    {
        (ITextEmbedder? asked, Fault? fault) = embedder.Value;
        if (asked is null)
        {
            return ([], fault is null ? null : Without(fault));
        }

        if (failure is { } last && time.GetElapsedTime(last.At) < Pause)
        {
            return ([], Without(last.Fault));
        }

        DenseIndex dense = Prepare(asked, index);
        if (dense.IsEmpty)
        {
            return ([], "语义检索还没有可用的向量（运行 jingjian embed 计算），以下按词语检索。");
        }

        if (!asked.Embed([Shortening.Beginning(text, LongestText)], QueryPatience, CancellationToken.None).TryGet(out float[][]? vectors, out fault) || !dense.Fits(vectors[0]))
        {
            fault ??= new Fault("embeddings.failed", "向量服务给出的向量与已存的不同（换了模型？请重新运行 jingjian embed）");
            failure = new Failure(fault, time.GetTimestamp());
            return ([], Without(fault));
        }

        failure = null;
        return (dense.Nearest(vectors[0], Nearest), dense.Missing > 0
            ? string.Create(CultureInfo.InvariantCulture, $"语义检索：有 {dense.Missing} 段还没有向量，只按词语检索。")
            : null);
    }

    private static string Without(Fault fault) => $"语义检索暂不可用（{fault.Message}），以下只按词语检索。";

    private (ITextEmbedder? Asked, Fault? Fault) Configured() => EmbeddingSettings.In(dataFolder) is not { } read ? (null, null)
        : read.TryGet(out EmbeddingSettings? settings, out Fault? fault) ? (new HttpEmbedder(settings), null)
        : (null, fault);

    /// <summary>The vectors of the passages of an index; made again when index or vectors have changed.</summary>
    private DenseIndex Prepare(ITextEmbedder asked, IndexReader index)
    {
        DateTime written = File.GetLastWriteTimeUtc(PathOf(asked));
        Prepared? current = prepared;
        if (current is null || current.Index != index || current.Written != written)
        {
            current = new Prepared(index, written, new DenseIndex(index, Load(PathOf(asked))));
            prepared = current;
        }

        return current.Dense;
    }

    /// <summary>A damaged file is as good as none.</summary>
    private static VectorTable Load(string path)
    {
        try
        {
            return File.Exists(path) ? VectorTable.Open(MappedFile.Open(path), path) : VectorTable.Empty;
        }
        catch (CorruptArtifactException)
        {
            return VectorTable.Empty;
        }
    }

    private VectorTable Save(ITextEmbedder asked, VectorTable known, IReadOnlyDictionary<UInt128, string> texts, Dictionary<UInt128, sbyte[]> added)
    {
        string path = PathOf(asked);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        WholeFile.Write(path, output => known.Write(output, texts.Keys.ToHashSet(), added));
        added.Clear();
        return Load(PathOf(asked));
    }

    private string PathOf(ITextEmbedder asked) =>
        Path.Combine(Folder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(asked.Name)))[..16] + ".vectors");

    private sealed record Prepared(IndexReader Index, DateTime Written, DenseIndex Dense);

    private sealed record Failure(Fault Fault, long At);
}
