using System.Diagnostics;

namespace JingJian.Archive.Views;

/// <summary>What became of one file.</summary>
/// <param name="Name">Its name as stored.</param>
/// <param name="Outcome">stored, known (its content is there already) or refused.</param>
/// <param name="Source">Id of the new source.</param>
/// <param name="Reports">How many reports were found in it.</param>
/// <param name="Paragraphs">How many paragraphs.</param>
/// <param name="Encoding">What it was decoded as.</param>
/// <param name="KnownAs">The name under which the content came first.</param>
/// <param name="Code">Code of the refusal.</param>
/// <param name="Reason">Why it was refused, in Chinese.</param>
public sealed record OutcomeView(
    string Name, string Outcome, string? Source = null, int? Reports = null, int? Paragraphs = null, string? Encoding = null,
    string? KnownAs = null, string? Code = null, string? Reason = null)
{
    /// <summary>As the archive reports it.</summary>
    public static OutcomeView Of(IngestOutcome outcome) => outcome switch
    {
        IngestOutcome.Read read => new(read.Name, "stored", read.SourceId, read.Reports, read.Paragraphs, read.Encoding),
        IngestOutcome.Known known => new(known.Name, "known", KnownAs: known.KnownAs),
        IngestOutcome.Refused refused => new(refused.Name, "refused", Code: refused.Fault.Code, Reason: refused.Fault.Message),
        _ => throw new UnreachableException(),
    };
}

/// <summary>A file that is being sent in pieces.</summary>
/// <param name="Id">How the pieces name it; null when the archive has its content already.</param>
/// <param name="Name">What the sender calls it.</param>
/// <param name="Bytes">How large it will be.</param>
/// <param name="Sha256">What its content must hash to, in lower-case hexadecimal digits.</param>
/// <param name="Received">How many bytes are here: where the next piece begins.</param>
/// <param name="State">open, whole (all is here and hashes to what was said) or known (nothing need be sent).</param>
/// <param name="KnownAs">The name under which the archive has the content.</param>
public sealed record UploadStateView(string? Id, string Name, long Bytes, string Sha256, long Received, string State, string? KnownAs = null);

/// <summary>An ingest that goes on by itself.</summary>
/// <param name="Id">Its number.</param>
/// <param name="State">queued, running, cancelling, cancelled, failed or done.</param>
/// <param name="Label">The same in Chinese.</param>
/// <param name="Who">Who began it.</param>
/// <param name="MadeAt">Since when it is there, in UTC.</param>
/// <param name="BeganAt">When it first ran.</param>
/// <param name="EndedAt">When it ended.</param>
/// <param name="Stage">What is being done, in Chinese.</param>
/// <param name="Files">How many files were sent; packed ones give more outcomes than files.</param>
/// <param name="Stored">How many files are stored.</param>
/// <param name="Known">How many were in the archive already.</param>
/// <param name="Refused">How many were refused.</param>
/// <param name="Reason">Why it failed, in Chinese.</param>
/// <param name="Collection">The number of the collection that new files come into.</param>
public sealed record JobView(
    long Id, string State, string Label, string Who, string MadeAt, string? BeganAt, string? EndedAt, string? Stage, int Files, int Stored, int Known, int Refused, string? Reason, long Collection);

/// <summary>Something that happened to a job.</summary>
/// <param name="Number">From 1 without gaps, the id of the event in the stream; 0 of a job's own word, which is not kept.</param>
/// <param name="At">When, in UTC.</param>
/// <param name="Kind">state, stage, file or job.</param>
/// <param name="State">Of a state: the new one.</param>
/// <param name="Stage">Of a stage: what is being done, in Chinese.</param>
/// <param name="File">Of a file: what became of it.</param>
/// <param name="Reason">Of a failure: why, in Chinese.</param>
/// <param name="Job">Of a job: how far it is.</param>
public sealed record JobEventView(
    long Number, string At, string Kind, string? State = null, string? Stage = null, OutcomeView? File = null, string? Reason = null, JobView? Job = null);
