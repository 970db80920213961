using JingJian.Analysis.Functions;
using JingJian.Analysis.Structure;
using JingJian.Archive.Store;
using Microsoft.Data.Sqlite;

namespace JingJian.Archive.Stages;

/// <summary>Learns from repetition which short lines around the texts are a web site's, and takes them for residue.</summary>
/// <remarks>
/// <para><b>Guarantee.</b> A line is a site's when enough sources have it at their edge. That only grows with the sources, and every
/// source has the lines that it has: so the outcome depends on the sources alone, not on the order or the runs they came in.
/// Nothing is deleted: the line stays in its source, in its report and in view.</para>
/// </remarks>
internal static class SiteLineStage
{
    /// <summary>Two sources may be copies of one text.</summary>
    private const int LeastSources = 3;

    /// <summary>Runs the stage; running it again changes nothing.</summary>
    public static void Run(SqliteConnection connection) => connection.Run(
        """
        UPDATE block SET kind = $1, function = $2, secondary = NULL, confidence = 1
        WHERE kind <> $1 AND id IN (
            SELECT block FROM edge_line WHERE text IN (SELECT text FROM edge_line GROUP BY text HAVING count(DISTINCT source) >= $3))
        """,
        (int)BlockKind.Noise, (int)Function.Other, LeastSources);
}
