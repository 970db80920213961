using System.Collections.Immutable;
using JingJian.Analysis.Functions;
using JingJian.Analysis.Structure;
using JingJian.Ingest;

namespace JingJian.Archive.Stages;

/// <summary>What the stages that need one source only make of it.</summary>
/// <param name="Source">The file.</param>
/// <param name="Document">Its structure.</param>
/// <param name="Reading">What each block does, and why.</param>
/// <param name="Topics">The topics of each report.</param>
public sealed record AnalysedSource(SourceText Source, Document Document, FunctionReading Reading, ImmutableArray<ImmutableArray<Topic>> Topics)
{
    /// <summary>Runs the stages: structure, functions, topics.</summary>
    /// <param name="source">The file.</param>
    /// <param name="functions">Says what each block does.</param>
    /// <param name="topics">Says what each report is about.</param>
    public static AnalysedSource Of(SourceText source, FunctionClassifier functions, TopicReader topics)
    {
        Document document = StructureReader.Read(source.Decoded.Text);
        return new AnalysedSource(source, document, functions.Read(document), topics.Of(document));
    }
}
