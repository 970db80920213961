namespace JingJian.Archive.Views;

/// <summary>A function that a person gave.</summary>
/// <param name="Paragraph">Id of the paragraph or heading as it stands in the archive now; null when it is not there.</param>
/// <param name="Source">File name where it was said.</param>
/// <param name="Line">Line there.</param>
/// <param name="Function">What it does.</param>
/// <param name="Secondary">What else, or null.</param>
/// <param name="Note">Why; may be empty.</param>
/// <param name="Excerpt">The first words of the text.</param>
/// <param name="NotedAt">When it was said.</param>
/// <param name="Tag">Changes with every change: for an If-Match header.</param>
public sealed record CorrectionView(
    string? Paragraph, string Source, int Line, string Function, string? Secondary, string Note, string Excerpt, string NotedAt, string Tag);

/// <summary>A paragraph whose function a person should give.</summary>
/// <param name="Paragraph">Its id.</param>
/// <param name="Source">File name.</param>
/// <param name="Line">First line.</param>
/// <param name="Function">What it is taken for.</param>
/// <param name="Confidence">How sure that is.</param>
/// <param name="Worth">Uncertainty × density × novelty; comparable within one list.</param>
/// <param name="Uncertainty">How unsure the answer is, 0 to 1.</param>
/// <param name="Density">How much of the archive is like it, 0 to 1.</param>
/// <param name="Novelty">How unlike it is to those before it and to what people have decided, 0 to 1.</param>
/// <param name="Copies">How many paragraphs its family has.</param>
/// <param name="Sections">The headings above it.</param>
/// <param name="Text">Its text.</param>
public sealed record DoubtView(
    string Paragraph, string Source, int Line, string Function, double Confidence, double Worth, double Uncertainty, double Density, double Novelty,
    int Copies, IReadOnlyList<string> Sections, string Text);

/// <summary>Which weights say what paragraphs do.</summary>
/// <param name="Weights">Checksum of those in use.</param>
/// <param name="Own">Whether they were trained with labels of this archive.</param>
/// <param name="Threshold">Answers less sure are 未定.</param>
/// <param name="Corrections">How many functions people gave.</param>
/// <param name="Undecided">How many paragraphs are 未定.</param>
/// <param name="Paragraphs">How many paragraphs there are.</param>
public sealed record FunctionStateView(string Weights, bool Own, double Threshold, int Corrections, int Undecided, int Paragraphs);

/// <summary>What a training with labels of one's own gave.</summary>
/// <param name="Labels">Labelled texts that were used, each once.</param>
/// <param name="Documents">Sources they stand in.</param>
/// <param name="Groups">Groups of sources that share no labelled text; what is tested was not trained on, group by group.</param>
/// <param name="Before">Share of the labels that the shipped weights get right.</param>
/// <param name="After">The same of weights trained on the other groups; null with one group only.</param>
/// <param name="Functions">By function: labels, right before, right after.</param>
/// <param name="Adopted">Whether the new weights are in use now.</param>
/// <param name="Weights">Checksum of the new weights.</param>
/// <param name="Notes">What a person should know, in Chinese.</param>
public sealed record TrainingView(
    int Labels, int Documents, int Groups, double Before, double? After, IReadOnlyList<FunctionScoreView> Functions, bool Adopted, string Weights, IReadOnlyList<string> Notes);

/// <summary>The labels of one function in a training.</summary>
/// <param name="Function">Which.</param>
/// <param name="Labels">How many.</param>
/// <param name="Before">How many the shipped weights get right.</param>
/// <param name="After">How many weights trained on other groups get right; null with one group only.</param>
public sealed record FunctionScoreView(string Function, int Labels, int Before, int? After);

/// <summary>What a section does, its paragraphs and heading taken together.</summary>
/// <param name="Heading">Id of the heading.</param>
/// <param name="Title">Its words.</param>
/// <param name="Level">Its rank.</param>
/// <param name="Function">What the section does.</param>
/// <param name="Secondary">What else, or null.</param>
/// <param name="Share">The share of the votes.</param>
public sealed record SectionView(string Heading, string Title, int Level, string Function, string? Secondary, double Share);
