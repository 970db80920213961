using JingJian.Text;

namespace JingJian.Archive.Dense;

/// <summary>Turns texts into vectors whose nearness is nearness of meaning. Optional: everything works without.</summary>
public interface ITextEmbedder
{
    /// <summary>Names what made the vectors: those of another are not comparable.</summary>
    string Name { get; }

    /// <summary>A vector of length 1 for each text, all of one number of directions; a fault when that cannot be had in time.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="patience">How long to wait.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    Result<float[][]> Embed(IReadOnlyList<string> texts, TimeSpan patience, CancellationToken cancellationToken);
}
