using JingJian.Archive;
using JingJian.Tools.Evaluation;

namespace JingJian.Tests.Quality;

/// <summary>The figures of structure, metadata and functions, measured once.</summary>
internal static class Figures
{
    private static readonly Lazy<IReadOnlyDictionary<string, double>> OfSamples = new(MeasureSamples);
    private static readonly Lazy<IReadOnlyDictionary<string, double>> OfSeeds = new(MeasureSeeds);

    /// <summary>The figures of the sample archive.</summary>
    public static IReadOnlyDictionary<string, double> Samples => OfSamples.Value;

    /// <summary>The figures of the labelled seeds; the calling test is skipped where the seeds are absent.</summary>
    public static IReadOnlyDictionary<string, double> Seeds => OfSeeds.Value;

    private static Dictionary<string, double> MeasureSamples()
    {
        string folder = Repository.At("corpus", "samples");
        IReadOnlyList<LabelledSource> sources = SampleSources.Read(folder);
        MetadataEvaluation metadata = MetadataEvaluation.Of(
            sources, SampleSources.Reports(folder), MetadataEvaluation.ReadNames(Repository.At("corpus", "labels", "sample-units.tsv")));
        return new Dictionary<string, double>(Structure("samples", sources).Concat(Functions("samples", sources)))
        {
            ["samples year right of all reports"] = metadata.Years.Recall,
            ["samples year precision"] = metadata.Years.Precision,
            ["samples organisation right of all reports"] = metadata.Organisations.Recall,
            ["samples organisation precision"] = metadata.Organisations.Precision,
            ["samples document type accuracy"] = metadata.Types.Recall,
        };
    }

    private static Dictionary<string, double> MeasureSeeds()
    {
        IReadOnlyList<LabelledSource> sources =
            LabelledSource.Read(Repository.Shared("seeds"), Repository.At("corpus", "labels", "seeds.tsv"));
        IReadOnlyList<LabelledSource> open =
            LabelledSource.ReadOpen(Repository.Shared("corpora", "open"), Repository.At("corpus", "labels", "open.tsv"));
        IReadOnlyList<LabelledSource> all = [.. sources, .. open];
        return new(Structure("seeds", sources)
            .Concat(Structure("open", open))
            .Concat(Stated("stated", all, _ => true))
            .Concat(Stated("seeds stated", sources, field => field is "year" or "unit"))
            .Concat(Stated("open stated", open, field => field is "year" or "unit"))
            .Concat(Markup(HeadingEvidence.Of(Repository.Shared("corpora", "open"))))
            .Concat(Functions("development", sources.Where(source => !source.IsFrozen)))
            .Concat(Functions("frozen", sources.Where(source => source.IsFrozen))));
    }

    private static IEnumerable<KeyValuePair<string, double>> Structure(string name, IReadOnlyList<LabelledSource> sources)
    {
        StructureEvaluation structure = StructureEvaluation.Of(sources);
        return
        [
            new($"{name} kind accuracy", structure.Kinds.Accuracy),
            new($"{name} heading F1", structure.Kinds.F1("heading")),
            new($"{name} joined line F1", structure.Kinds.F1("cont")),
            new($"{name} report start F1", structure.Starts.F1("start")),
        ];
    }

    private static IEnumerable<KeyValuePair<string, double>> Stated(string name, IEnumerable<LabelledSource> sources, Func<string, bool> isTold)
    {
        StatedEvaluation stated = StatedEvaluation.Of(sources, StatedLabel.Read(Repository.At("corpus", "labels", "metadata.tsv")));
        return stated.Fields.Where(field => isTold(field.Key)).Select(field => new KeyValuePair<string, double>($"{name} {field.Key} accuracy", field.Value.Recall));
    }

    private static IEnumerable<KeyValuePair<string, double>> Markup(HeadingEvidence evidence) =>
        ((string[])["h2", "h3", "h4", "bold"]).Select(markup => new KeyValuePair<string, double>($"headings set as {markup} found", evidence.Recall(markup)));

    private static IEnumerable<KeyValuePair<string, double>> Functions(string name, IEnumerable<LabelledSource> sources)
    {
        Confusion functions = FunctionEvaluation.Of(sources, Models.OpenFunctions(Models.DefaultFolder).Classify).Primary;
        return
        [
            new($"{name} function accuracy", functions.Accuracy),
            new($"{name} function accuracy above majority", functions.Accuracy - functions.MajorityShare),
            new($"{name} function macro-F1 of 5 lines or more", functions.MacroF1(5)),
        ];
    }
}
