using JingJian.Search.Indexing;

namespace JingJian.Search.Ranking;

/// <summary>The documents that several lists name, and maybe a few more: a list that rules hardly anything out is asked no longer.</summary>
/// <remarks>
/// <para>For lists whose meeting is checked in the texts. Where the rarest pair of letters of a string stands the others mostly
/// stand too, and reading their long lists takes longer than looking at the few texts that they would spare.</para>
/// </remarks>
/// <param name="lists">The lists, rarest first.</param>
internal sealed class ListMeeting(IEnumerable<DocumentCursor> lists)
{
    // After so many documents of the rarest list it is seen which others rule out fewer than one in so many.
    private const int Trial = 256;
    private const int LeastShare = 8;

    private readonly List<Asked> asked = [.. lists.Select(list => new Asked(list))];
    private int tried;

    /// <summary>The first document from another on that all lists name that are still asked, or <see cref="DocumentCursor.End"/>; in ascending order.</summary>
    /// <remarks>Without lists every document is named.</remarks>
    public int Next(int document)
    {
        if (asked.Count == 0)
        {
            return document;
        }

        document = asked[0].List.MoveTo(document);
        while (document != DocumentCursor.End)
        {
            int next = Agreed(document);
            if (next == document)
            {
                break;
            }

            document = asked[0].List.MoveTo(next);
        }

        return document;
    }

    /// <summary>The document where all others name it; else the next that the first of them names which does not.</summary>
    private int Agreed(int document)
    {
        if (++tried == Trial)
        {
            asked.RemoveAll(other => other != asked[0] && other.RuledOut * LeastShare < Trial);
        }

        for (int i = 1; i < asked.Count; i++)
        {
            int next = asked[i].List.MoveTo(document);
            if (next != document)
            {
                asked[i].RuledOut++;
                return next;
            }
        }

        return document;
    }

    private sealed class Asked(DocumentCursor list)
    {
        public DocumentCursor List => list;

        public int RuledOut { get; set; }
    }
}
