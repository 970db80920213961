namespace JingJian.Archive.Exports;

/// <summary>How an exported audit looks: colours that stay apart in print and for most colour-blind readers, A4.</summary>
internal static class AuditStyle
{
    /// <summary>The background of a class of text, as six hexadecimal digits.</summary>
    public static string Background(string name) => name switch
    {
        "own" => "CFE3F7",
        "other" => "FBD9B5",
        "superior" => "D3ECD0",
        "template" => "E6D6F2",
        "quotable" => "CDEBE8",
        _ => "E4E4E0",
    };

    /// <summary>The background of a cell that is coloured by its number, from white (0) to amber (1).</summary>
    public static string Heat(double heat)
    {
        double share = Math.Clamp(heat, 0, 1);
        int Mixed(int amber) => (int)Math.Round(255 + (share * (amber - 255)));
        return $"{Mixed(0xD9):X2}{Mixed(0x77):X2}{Mixed(0x06):X2}";
    }

    /// <summary>The style sheet.</summary>
    public static string Sheet { get; } = string.Concat(MarkedText.Classes.Select(name => $".mark-{name}{{background:#{Background(name)}}}")) + """

        *{box-sizing:border-box}
        body{font:15px/1.8 "Noto Serif CJK SC","Source Han Serif SC","Songti SC",SimSun,serif;max-width:1080px;margin:0 auto;padding:24px 20px 60px;color:#1f2328;background:#fff}
        h1{font-size:1.5em;line-height:1.4;margin:.2em 0}h2{font-size:1.15em;margin:2em 0 .6em;padding-bottom:.2em;border-bottom:2px solid #1f2328}
        p{margin:.4em 0}a{color:inherit;text-decoration:underline dotted}bdi{unicode-bidi:isolate}
        .note{color:#57606a;font-size:.86em;line-height:1.7}
        .summary{background:#f6f5f0;border-left:4px solid #1f2328;padding:.6em 1em}
        table{border-collapse:collapse;width:100%;table-layout:fixed}th,td{border:1px solid #c9c9c2;padding:.4em .7em;vertical-align:top;text-align:left;overflow-wrap:anywhere}
        th{background:#f3f2ec;font-weight:600}
        .figures th{width:15em;font-weight:400}.figures td:last-child{width:34%}.bar{height:.7em;background:#8a9099;min-width:1px}.track{background:#eeede7;margin-top:.55em}
        .figures details summary{cursor:pointer}.figures ul{margin:.3em 0;padding-left:1.2em;font-size:.9em}
        .sources th:not(:first-child){width:9.5em}.sources th:nth-child(2),.sources th:nth-child(5){width:5.5em}
        .findings th:first-child{width:7.5em}.kind{font-weight:600;color:#9a3412}
        mark{color:inherit;padding:.08em 0;border-radius:2px}
        .stock{text-decoration:underline;text-decoration-style:wavy;text-decoration-color:#6b7280;text-underline-offset:.25em}
        .changed{color:#b42318}
        .legend span{display:inline-block;margin-right:1.2em;white-space:nowrap}
        .text p{margin:.7em 0;text-align:justify}.no{color:#8a9099;font-size:.8em;margin-right:.6em;user-select:none}
        .pair{margin:1em 0;break-inside:avoid}.pair td{width:50%}.pair .place{background:#faf9f5;font-size:.86em;color:#57606a;line-height:1.6}
        .listing{font-size:.92em}.listing td{font-variant-numeric:tabular-nums;padding:.4em .55em}.listing .number{text-align:right;white-space:nowrap}
        .hashes td,.hashes th{font-size:.84em}.hashes th{width:20em;font-weight:400}
        section+section{margin-top:4em;border-top:3px double #1f2328;padding-top:1em}
        :target{outline:2px solid #b42318;outline-offset:3px}
        @page{size:A4;margin:16mm 14mm}
        @media print{body{font-size:10.5pt;max-width:none;padding:0}section+section{break-before:page;border:0}a{text-decoration:none}mark,.bar,th,.listing td,.summary,.pair .place{print-color-adjust:exact;-webkit-print-color-adjust:exact}h2{break-after:avoid}tr{break-inside:avoid}}
        """;
}
