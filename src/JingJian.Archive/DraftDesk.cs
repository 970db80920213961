using System.Collections.Immutable;
using JingJian.Analysis.Functions;
using JingJian.Analysis.Reuse;
using JingJian.Analysis.Structure;
using JingJian.Archive.Drafts;
using JingJian.Archive.Store;
using JingJian.Archive.Views;
using Microsoft.Data.Sqlite;

namespace JingJian.Archive;

/// <summary>Holds drafts against the archive; nothing of them is stored.</summary>
public sealed class DraftDesk
{
    /// <summary>Whoever types is told what a copy changed and left standing by those that are cited and so many of the nearest; more tell the same.</summary>
    private const int NearestTold = 8;

    /// <summary>From here on the first check of a process takes longer than a person waits.</summary>
    private const int ManyReports = 500;

    /// <summary>So many checks call everything often enough for the runtime to compile it well.</summary>
    private const int PreparingChecks = 8;
    private const int PreparingBlocks = 30;

    private readonly Database database;
    private readonly AuditDesk audits;
    private readonly PreparedReuseCache prepared;
    private readonly Func<NameChanges> nameTyping;
    private readonly FunctionShelf functions;
    private readonly OutlineDesk outlines;
    private readonly DraftRegister register = new();

    internal DraftDesk(
        Database database, AuditDesk audits, PreparedReuseCache prepared, Func<NameChanges> nameTyping, FunctionShelf functions, OutlineDesk outlines)
    {
        this.database = database;
        this.audits = audits;
        this.prepared = prepared;
        this.nameTyping = nameTyping;
        this.functions = functions;
        this.outlines = outlines;
    }

    /// <summary>What of a draft stands in the archive, whose it is, what to do about it, and its audit as if it were a report there.</summary>
    /// <param name="name">What to call it.</param>
    /// <param name="text">Its text.</param>
    public DraftCheckView Check(string name, string text) => Check(new DraftWish(name, text));

    /// <summary>Checks some reports of a large archive as if they were drafts, so that nobody waits for what the first checks of a process read and compile.</summary>
    public void Prepare(CancellationToken cancellationToken)
    {
        foreach (string text in PreparingTexts())
        {
            cancellationToken.ThrowIfCancellationRequested();
            Check(new DraftWish("", text) { Full = false });
        }
    }

    private List<string> PreparingTexts()
    {
        using Snapshot snapshot = database.Look();
        SqliteConnection connection = snapshot.Connection;
        long reports = connection.Value<long>("SELECT count(*) FROM report");
        if (reports < ManyReports || !ArchiveState.IsCompared(connection))
        {
            return [];
        }

        return
        [
            .. Enumerable.Range(0, PreparingChecks).Select(i => string.Join('\n', connection.Rows(
                "SELECT text FROM block WHERE report = (SELECT id FROM report ORDER BY id LIMIT 1 OFFSET $1) ORDER BY ordinal LIMIT $2",
                row => row.GetString(0), reports * i / PreparingChecks, PreparingBlocks))),
        ];
    }

    /// <summary>The sections that are usual and that a draft has not.</summary>
    private MissingPartView[] Missing(string text) => outlines.Check(text, new OutlineWish { Exemplars = 0 }).TryGet(out OutlineCheckView? check, out _)
        ? [.. check.Missing.Select(missing => new MissingPartView(missing.Section.Function, missing.Section.Name, $"没有“{missing.Section.Name}”：{missing.Reason}"))]
        : [];

    /// <summary>What of a draft stands in the archive, whose it is, and what to do about it.</summary>
    public DraftCheckView Check(DraftWish wish)
    {
        ArgumentNullException.ThrowIfNull(wish);
        var draft = Draft.Of(wish);
        ImmutableArray<FunctionLabel> labels = functions.Current().Classify(draft.Document);
        using Snapshot snapshot = database.Look();
        PreparedReuse archive = prepared.Open(snapshot.Connection);
        NameChanges typing = nameTyping();
        var all = SharedText.Of(draft, archive, keys => StoredParagraph.ByKey(snapshot.Connection, keys));
        Judgements judgements = Judgements.Read(snapshot.Connection);
        ReportRegister stored = register.Open(snapshot.Connection, archive, judgements, draft);
        draft = draft with { Keeper = stored.Keeper };
        var room = new AuditRoom(snapshot.Connection, archive, typing, judgements, stored, draft);
        DraftParagraph[] paragraphs = [.. draft.Paragraphs.Select(Paragraph)];
        Dictionary<int, HashSet<int>> cited = paragraphs.ToDictionary(paragraph => paragraph.Block.Ordinal, paragraph => paragraph.Cited.ToHashSet());
        SharedText shared = all.Typed(draft, archive, typing, (block, place, match) => wish.Full || place < NearestTold || cited[block].Contains(match.Paragraph));
        AuditView[] views = wish.Full ? [.. draft.Document.Reports.Select(report => audits.Audit(room, draft.View(report), room.CaseOf(report, shared), draft.Hash))] : [];
        ILookup<int, FindingView> findings = (wish.Full
                ? views.SelectMany(view => view.Findings)
                : draft.Document.Reports.SelectMany(report => audits.Slips(room, room.CaseOf(report, shared))))
            .Where(finding => finding.Place.Paragraph.Length > 0).ToLookup(finding => finding.Place.Start);
        DraftParagraphView[] shown = [.. paragraphs.Select(paragraph =>
            DraftShow.Paragraph(paragraph.With(shared.OfBlock[paragraph.Block.Ordinal].Matches), findings[paragraph.Block.Source.Start], wish.Full))];
        int characters = shown.Sum(paragraph => paragraph.Text.Length);
        int reused = shown.SelectMany(paragraph => paragraph.Passages).Where(passage => passage.Source is not null).Sum(passage => passage.Text.Length);
        ReportOutline? first = draft.Document.Reports.FirstOrDefault();
        return new DraftCheckView(
            wish.Name, characters, reused, characters == 0 ? 0 : Math.Round(reused / (double)characters, 4),
            DraftSummary.Of(
                first is null ? draft.GivenOrganisation : draft.OrganisationOf(first), first is null ? draft.GivenYear : draft.YearOf(first), shown,
                paragraphs.Sum(paragraph => SpanUnion.Length(paragraph.Stock)), wish.Full && draft.IsWhole ? Missing(wish.Text) : []),
            shown, views, archive.MadeFrom);

        DraftParagraph Paragraph(Block block)
        {
            ReportOrigin own = room.Register.Origins[room.Register.NumberOf(draft.IdOf(draft.Document.Reports[block.Report]))];
            SharedParagraph found = all.OfBlock[block.Ordinal];
            return DraftParagraph.Of(block, labels[block.Ordinal].Primary, own, found.Matches.Select(Source), found.Stock);

            DraftSource Source(ReuseMatch match)
            {
                ReportOrigin origin = room.Register.Origins[room.Register.ReportOf[match.Paragraph]];
                return new DraftSource(match, all.Cited[archive.Blocks[match.Paragraph]], origin, PassageClass.Of(own, origin));
            }
        }
    }
}
