using System.Numerics;
using System.Runtime.InteropServices;
using JingJian.Analysis.Functions;
using JingJian.Search.Indexing;
using JingJian.Search.Queries;

namespace JingJian.Search.Ranking;

/// <summary>Accepts documents by their columns.</summary>
internal abstract class DocumentFilter
{
    public abstract bool Accepts(int document);

    /// <summary>Whether it may accept anything in the window at <paramref name="start"/>; windows of which this is not so may be left out.</summary>
    public virtual bool AcceptsAny(int start) => true;

    /// <summary>Removes what it does not accept from the bits of the window at <paramref name="start"/>.</summary>
    public virtual void Restrict(int start, Span<ulong> found)
    {
        for (int i = 0; i < found.Length; i++)
        {
            for (ulong bits = found[i]; bits != 0; bits &= bits - 1)
            {
                int bit = BitOperations.TrailingZeroCount(bits);
                if (!Accepts(start + (i * 64) + bit))
                {
                    found[i] &= ~(1UL << bit);
                }
            }
        }
    }
}

/// <summary>By primary or secondary function.</summary>
internal sealed class HasFunction(PassageColumns columns, Function function) : DocumentFilter
{
    public override bool Accepts(int document) =>
        columns.Primary[document] == (byte)function || columns.Secondary[document] == (byte)function;
}

/// <summary>By whether the function is too unsure to count as decided.</summary>
internal sealed class IsUndecided(PassageColumns columns, bool undecided) : DocumentFilter
{
    public override bool Accepts(int document) => columns.Undecided[document] == (undecided ? 1 : 0);
}

/// <summary>By the year of the report.</summary>
internal sealed class InYears(PassageColumns columns, YearRange years) : DocumentFilter
{
    public override bool Accepts(int document) => years.Contains(columns.Years[document]);

    public override bool AcceptsAny(int start) => columns.MayHoldYears(years.First, years.Last, start);

    /// <summary>64 years at a time, where anything is found; the last few one by one.</summary>
    public override void Restrict(int start, Span<ulong> found)
    {
        // An unknown year is 0, and no year is above the largest number of the column.
        int first = Math.Clamp(years.First, 1, short.MaxValue), last = Math.Clamp(years.Last, 0, short.MaxValue);
        ReadOnlySpan<ushort> here = MemoryMarshal.Cast<short, ushort>(columns.Years[start..]);
        int whole = years.First > last || last < first ? 0 : Math.Min(found.Length, here.Length / 64);
        Span<ulong> accepted = stackalloc ulong[1];
        for (int i = 0; i < whole; i++)
        {
            if (found[i] != 0)
            {
                WindowBits.Between(here.Slice(i * 64, 64), (ushort)first, (ushort)last, accepted);
                found[i] &= accepted[0];
            }
        }

        base.Restrict(start + (whole * 64), found[whole..]);
    }
}

/// <summary>By the name of the unit that reports.</summary>
internal sealed class OfOrganisation : DocumentFilter
{
    private readonly PassageColumns columns;
    private readonly bool[] accepted;

    public OfOrganisation(PassageColumns columns, Func<string, bool> accepts)
    {
        this.columns = columns;
        accepted = new bool[columns.Organisations.Length];
        for (int i = 0; i < accepted.Length; i++)
        {
            accepted[i] = accepts(columns.Organisations[i]);
        }
    }

    public override bool Accepts(int document) => accepted[columns.OrganisationOf[document]];
}

/// <summary>By a column of one byte a document.</summary>
internal sealed class InBytes(PassageColumns columns, InBytes.Column column, NumberRange accepted) : DocumentFilter
{
    public InBytes(PassageColumns columns, Column column, byte accepted)
        : this(columns, column, new NumberRange(accepted, accepted))
    {
    }

    /// <summary>One of the columns.</summary>
    public delegate ReadOnlySpan<byte> Column(PassageColumns columns);

    public override bool Accepts(int document) => accepted.Contains(column(columns)[document]);
}

/// <summary>By the size of the family.</summary>
internal sealed class HasCopies(PassageColumns columns, NumberRange copies) : DocumentFilter
{
    public override bool Accepts(int document) => copies.Contains(columns.Copies[document]);
}

/// <summary>By report.</summary>
internal sealed class OfReport(PassageColumns columns, int report) : DocumentFilter
{
    public override bool Accepts(int document) => columns.Reports[document] == report;
}

/// <summary>By source.</summary>
internal sealed class OfSources(PassageColumns columns, IReadOnlySet<int> sources) : DocumentFilter
{
    public override bool Accepts(int document) => sources.Contains(columns.Sources[document]);
}

/// <summary>By the order in which sources came in.</summary>
internal sealed class OfLaterSources(PassageColumns columns, int last) : DocumentFilter
{
    public override bool Accepts(int document) => columns.Sources[document] > last;
}

/// <summary>By the passages themselves.</summary>
internal sealed class InPassages(PassageColumns columns, IEnumerable<long> passages) : DocumentFilter
{
    private readonly HashSet<long> accepted = [.. passages];

    public override bool Accepts(int document) => accepted.Contains(columns.Ids[document]);
}

/// <summary>Where one of several filters accepts.</summary>
internal sealed class AnyFilter(DocumentFilter[] filters) : DocumentFilter
{
    public override bool Accepts(int document) => Array.Exists(filters, filter => filter.Accepts(document));

    public override bool AcceptsAny(int start) => Array.Exists(filters, filter => filter.AcceptsAny(start));
}

/// <summary>Where all of some filters accept and none of some others.</summary>
internal sealed class AllFilter(DocumentFilter[] must, DocumentFilter[] mustNot) : DocumentFilter
{
    public override bool Accepts(int document) =>
        Array.TrueForAll(must, filter => filter.Accepts(document)) && !Array.Exists(mustNot, filter => filter.Accepts(document));

    public override bool AcceptsAny(int start) => Array.TrueForAll(must, filter => filter.AcceptsAny(start));
}
