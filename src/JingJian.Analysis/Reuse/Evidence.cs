namespace JingJian.Analysis.Reuse;

/// <summary>Writes out pairs of texts as pairs of paragraphs, with spans and changes.</summary>
/// <remarks>
/// <para><b>Threads.</b> The texts are cut into pieces of about equal work; pieces are written on the threads of the workers, a few
/// at a time, and handed over in order, so that no more than those few are in memory.</para>
/// </remarks>
internal sealed class Evidence
{
    private const int PairsInPiece = 512;
    private const int PiecesAtATime = 16;

    private readonly Corpus corpus;
    private readonly ReuseOptions options;
    private readonly PairTable textPairs;
    private readonly Pool<EvidenceWriter> writers;

    private Evidence(Corpus corpus, PairTable textPairs, ReuseOptions options, Func<int, int, ReuseKind, bool> isKnown)
    {
        this.corpus = corpus;
        this.options = options;
        this.textPairs = textPairs;
        writers = new Pool<EvidenceWriter>(() => new EvidenceWriter(corpus, options, isKnown));
    }

    /// <summary>Hands over all pairs of paragraphs that are not known: those of each text in turn, in an order that depends on the input alone.</summary>
    public static void Write(
        Corpus corpus, PairTable textPairs, ReuseOptions options, IReuseWorkers workers, Action<ReusePair> use, Func<int, int, ReuseKind, bool> isKnown)
    {
        var evidence = new Evidence(corpus, textPairs, options, isKnown);
        foreach (Piece[] pieces in evidence.Pieces().Chunk(PiecesAtATime))
        {
            var written = new List<ReusePair>[pieces.Length];
            workers.Run(pieces.Length, i => evidence.writers.Lend(writer => written[i] = evidence.Write(pieces[i], writer)));
            foreach (ReusePair pair in written.SelectMany(pairs => pairs))
            {
                use(pair);
            }
        }
    }

    private IEnumerable<Piece> Pieces()
    {
        int first = 0;
        long work = 0;
        for (int text = 0; text < corpus.Texts.Count; text++)
        {
            int copies = corpus.MembersOf(text).Length;
            work += Math.Min((long)copies * (copies - 1) / 2, (long)copies * options.MaxCopiesPaired);
            foreach (TextPair pair in textPairs.Of(text))
            {
                work += copies * corpus.MembersOf(pair.B).Length;
            }

            if (work >= PairsInPiece || text == corpus.Texts.Count - 1)
            {
                yield return new Piece(first, text + 1);
                (first, work) = (text + 1, 0);
            }
        }
    }

    private List<ReusePair> Write(Piece piece, EvidenceWriter writer)
    {
        var written = new List<ReusePair>();
        for (int text = piece.FirstText; text < piece.EndText; text++)
        {
            writer.WriteCopies(text, written);
            foreach (TextPair pair in textPairs.Of(text))
            {
                writer.WriteMembers(pair, written);
            }
        }

        written.Sort(ReuseEngine.ByPlace);
        return written;
    }

    private readonly record struct Piece(int FirstText, int EndText);
}
