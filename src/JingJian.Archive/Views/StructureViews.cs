using System.Collections.Immutable;
using JingJian.Analysis.Structure;
using JingJian.Text;

namespace JingJian.Archive.Views;

/// <summary>A stretch of a text in UTF-16 units, half-open.</summary>
/// <param name="Start">First unit.</param>
/// <param name="End">First unit behind it.</param>
public sealed record SpanView(int Start, int End);

/// <summary>The heading that a paragraph begins with: it opens a section.</summary>
/// <param name="Start">Where it starts in the paragraph's text, its mark included.</param>
/// <param name="End">First offset behind it; the stop behind it is no part of it.</param>
/// <param name="Body">Where the rest of the paragraph starts in the text.</param>
/// <param name="Source">The heading in the decoded source.</param>
/// <param name="BodySource">The rest of the paragraph in the decoded source.</param>
public sealed record RunInView(int Start, int End, int Body, SpanView Source, SpanView BodySource)
{
    /// <summary>Shows a heading and what it is the heading of.</summary>
    public static RunInView Of(MappedText text, TextSpan heading)
    {
        int body = RunInHeading.BodyStart(text.Text, heading);
        TextSpan source = text.ToSource(heading), rest = text.ToSource(TextSpan.Between(body, text.Text.Length));
        return new RunInView(heading.Start, heading.End, body, new SpanView(source.Start, source.End), new SpanView(rest.Start, rest.End));
    }
}

/// <summary>An item of a list that runs on inside a paragraph.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Start">Where it starts in the paragraph's text, its mark included.</param>
/// <param name="End">First offset behind it.</param>
public sealed record ItemView(int Number, int Start, int End);

/// <summary>A place where the text as a person would write it differs from the source.</summary>
/// <param name="Kind">soft-break, escaped-quote, wrong-quote, inserted-stop, backtick, doubled-word, doubled-punctuation, width, blank.</param>
/// <param name="Start">Offset in the decoded source.</param>
/// <param name="End">First offset behind it.</param>
/// <param name="Text">What to read in its place.</param>
public sealed record RepairView(string Kind, int Start, int End, string Text);

/// <summary>What is inside a block.</summary>
/// <param name="RunIn">The heading that a paragraph begins with; null without one.</param>
/// <param name="Items">The items of lists that run on inside it, in its text.</param>
/// <param name="Repairs">What was done to its characters.</param>
public sealed record AnatomyView(RunInView? RunIn, IReadOnlyList<ItemView> Items, IReadOnlyList<RepairView> Repairs)
{
    /// <summary>Takes a block's text apart; everything follows from the text and its way back to the source.</summary>
    public static AnatomyView Of(BlockKind kind, MappedText text) => new(
        kind == BlockKind.Paragraph && RunInHeading.Of(text.Text) is { } heading ? RunInView.Of(text, heading) : null,
        kind == BlockKind.Paragraph ? [.. InlineItems.Of(text.Text).Select(item => new ItemView(item.Number, item.Span.Start, item.Span.End))] : [],
        [.. Analysis.Structure.Repairs.Of(text).Select(repair => new RepairView(Names.Of(repair.Kind), repair.Source.Start, repair.Source.End, repair.Replacement))]);
}

/// <summary>Something that a report says of itself.</summary>
/// <param name="Value">What it says.</param>
/// <param name="Start">Offset in the decoded source of the words that say so.</param>
/// <param name="End">First offset behind them.</param>
/// <param name="Confidence">How sure it is that they speak of the report, from 0 to 1.</param>
public sealed record StatementView(string Value, int Start, int End, double Confidence);

/// <summary>The time that a report is about.</summary>
/// <param name="Year">The year; null when it is masked.</param>
/// <param name="Masked">Whether its digits are erased: 20_年.</param>
/// <param name="Filled">Whether a copy of the words that say so has the year masked: somebody filled it in.</param>
/// <param name="Relative">Whether it was worked out from 今年 or 去年 and the report's date.</param>
/// <param name="Part">year, first-half, second-half, quarter, several-years.</param>
/// <param name="Start">Offset in the decoded source of the words that say so.</param>
/// <param name="End">First offset behind them.</param>
/// <param name="Confidence">How sure it is, from 0 to 1.</param>
public sealed record PeriodView(int? Year, bool Masked, bool Filled, bool Relative, string Part, int Start, int End, double Confidence);

/// <summary>A word that says what a report is about.</summary>
/// <param name="Word">The word.</param>
/// <param name="Count">How often the report says it.</param>
/// <param name="Confidence">How clearly it stands out, from 0 to 1.</param>
/// <param name="Spans">The first places in the decoded source that say it.</param>
public sealed record TopicView(string Word, int Count, double Confidence, IReadOnlyList<SpanView> Spans);

/// <summary>Why a report begins where it does.</summary>
/// <param name="Confidence">How sure that is, from 0 to 1.</param>
/// <param name="Signs">source-start, numbered-title, title, leading-space, opening-formula, closed-before, chapters-restart, other-unit, glued-title, same-opening, press-opening.</param>
public sealed record BoundaryView(double Confidence, IReadOnlyList<string> Signs);

/// <summary>What a report says of itself; what it does not say is null.</summary>
/// <param name="Title">Its title as it stands in the source, without a compilation's number.</param>
/// <param name="Period">The time it is about.</param>
/// <param name="Unit">The unit, by a name of its own.</param>
/// <param name="UnitType">union, school, hospital, township, government, bureau, enterprise, court, party.</param>
/// <param name="Level">national, province, city, county, township, basic.</param>
/// <param name="Place">The nearest named place.</param>
/// <param name="Author">Who signs or speaks.</param>
/// <param name="Date">When it was signed or delivered.</param>
/// <param name="Topics">The words that say what it is about, the clearest first; null where the source was stored before topics were.</param>
/// <param name="Boundary">Why it begins where it does.</param>
public sealed record FactsView(
    StatementView? Title, PeriodView? Period, StatementView? Unit, StatementView? UnitType, StatementView? Level, StatementView? Place, StatementView? Author,
    StatementView? Date, IReadOnlyList<TopicView>? Topics, BoundaryView Boundary)
{
    /// <summary>Shows what was found.</summary>
    public static FactsView Of(ReportOutline report, ImmutableArray<Topic> topics)
    {
        ReportFacts facts = report.Facts;
        return new FactsView(
            View(facts.Title, value => value),
            facts.Period is { } period
                ? new PeriodView(period.Value.Year, period.Value.IsMasked, false, period.Value.IsRelative, Names.Of(period.Value.Part), period.Source.Start, period.Source.End, period.Confidence)
                : null,
            View(facts.Unit, value => value),
            View(facts.UnitType, Names.Of),
            View(facts.Level, Names.Of),
            View(facts.Place, value => value),
            View(facts.Author, value => value),
            View(facts.Date, value => value),
            [.. topics.Select(topic => new TopicView(topic.Word, topic.Count, topic.Confidence, [.. topic.Sources.Select(span => new SpanView(span.Start, span.End))]))],
            new BoundaryView(report.Boundary.Confidence, [.. report.Boundary.Signs.Select(Names.Of)]));
    }

    private static StatementView? View<T>(Statement<T>? statement, Func<T, string> name) =>
        statement is null ? null : new StatementView(name(statement.Value), statement.Source.Start, statement.Source.End, statement.Confidence);
}
