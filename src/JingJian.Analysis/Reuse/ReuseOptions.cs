namespace JingJian.Analysis.Reuse;

/// <summary>What counts as reuse, and what the search for it may cost.</summary>
/// <remarks>
/// <para><b>Unit.</b> Lengths count normalised letters (<see cref="NormalizedText"/>): no digits, punctuation, blanks or
/// masks. Shares run from 0 to 1.</para>
/// </remarks>
public sealed record ReuseOptions
{
    /// <summary>The length of a shared run that is found for certain, and that counts for <see cref="ReusePair.Cover"/>.</summary>
    /// <remarks>k + w − 1 of the winnowing parameters k = 8 and w = 6; thirteen characters is also the common rule of
    /// Chinese similarity services.</remarks>
    public const int RunLength = Winnowing.GuaranteedRun;

    /// <summary>Paragraphs of fewer characters take no part: headings, salutations, dates. Default 40.</summary>
    /// <remarks>On the five compilations that the engine was designed on, paragraphs under 40 characters are headings and
    /// closing formulas, whose equality says nothing about copying.</remarks>
    public int MinCharacters { get; init; } = 40;

    /// <summary>Two paragraphs are near copies from this ratio on. Default 0.8.</summary>
    public double NearRatio { get; init; } = 0.8;

    /// <summary>Two paragraphs are one text in other words from this ratio on. Default 0.6.</summary>
    /// <remarks>Measured: among 295,000 pairs of real paragraphs no two that are unrelated reach 0.45; a copy with three
    /// characters of ten replaced at random has about 0.7.</remarks>
    public double RewordedRatio { get; init; } = 0.6;

    /// <summary>A paragraph is partly reused when runs shared with a longer one cover this share of it. Default 0.6.</summary>
    /// <remarks>Measured: stock phrases alone give less than 0.3, reuse more than 0.6, and nothing lies between.</remarks>
    public double PartialCover { get; init; } = 0.6;

    /// <summary>A shared passage of this many letters that are not stock phrases is evidence by itself. Default 30.</summary>
    public int PassageLetters { get; init; } = 30;

    /// <summary>A fingerprint in more distinct reports than this proposes pairs only for paragraphs that have nothing
    /// rarer. Default 48.</summary>
    public int MaxReportsPerFingerprint { get; init; } = 48;

    /// <summary>How many of its rarest fingerprints a paragraph keeps, however common they are. Default 8.</summary>
    public int RarestKept { get; init; } = 8;

    /// <summary>A passage found in this many unrelated texts (not copies of each other) of as many organisations is a stock phrase. Default 5.</summary>
    /// <remarks>Measured on 200 open documents: with 4 one in forty copies of forty characters passes for stock phrases, as real
    /// sentences of which three documents quote a part do; with 6 texts that share nothing but formulas begin to pass for copies.</remarks>
    public int StockSpread { get; init; } = 5;

    /// <summary>A short passage that this many organisations have is a stock phrase even where nothing else stands beside it. Default 10.</summary>
    /// <remarks>Read on 60 government reports of as many places: the sentences that open and close the speech.</remarks>
    public int CommonOrganisations { get; init; } = 10;

    /// <summary>Up to so many letters a passage of <see cref="CommonOrganisations"/> is short. Default 60.</summary>
    public int CommonLetters { get; init; } = 60;

    /// <summary>Up to this many exact copies of one paragraph every pair is reported; beyond, each copy is paired with the
    /// first and with the one before it. Default 200.</summary>
    public int MaxCopiesPaired { get; init; } = 200;
}
