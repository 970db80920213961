using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace JingJian.Archive.Exports.Official;

/// <summary>Page, letters and page numbers of an official document.</summary>
/// <remarks>
/// <para><b>Source.</b> GB/T 9704—2012: 5.2.1 (天头 37 mm, 订口 28 mm, 版心 156 mm × 225 mm on A4), 5.2.3 (22 lines of 28 characters;
/// 三号仿宋), 7.3.1 (标题 二号小标宋), 7.3.3 (first level 黑体, second 楷体, others 仿宋), 7.5 (page numbers: 四号半角宋体, a dash on either side,
/// 7 mm below the text, outer corner less one character). 28 points a line is the usual setting that gives 22 lines.</para>
/// <para><b>Unit.</b> Twentieths of a point for places, half points for letters.</para>
/// </remarks>
internal static class OfficialSheet
{
    /// <summary>三号.</summary>
    public const int BodyHalfPoints = 32;

    /// <summary>仿宋.</summary>
    public const string BodyFont = "仿宋_GB2312";

    /// <summary>One character of the text, 三号.</summary>
    public const int Character = 320;

    private const string TitleFont = "方正小标宋简体";
    private const string FirstHeadingFont = "黑体";
    private const string SecondHeadingFont = "楷体_GB2312";
    private const string NumberFont = "宋体";
    private const int TitleHalfPoints = 44;
    private const int NumberHalfPoints = 28;
    private const int NoteHalfPoints = 24;
    private const int LineHeight = 560;

    /// <summary>156 mm for 28 characters of 16 points is 0.21 points too little for each. A character grid would say the same, but
    /// LibreOffice gives a character that is wider than its cell two of them.</summary>
    private const int BodySpacing = -5;

    private const int TitleLineHeight = 660;

    private static readonly (string Name, string Instead)[] Fonts =
        [(BodyFont, "仿宋"), (SecondHeadingFont, "楷体"), (TitleFont, "小标宋体"), (FirstHeadingFont, "SimHei"), (NumberFont, "SimSun")];

    /// <summary>The style of each part.</summary>
    public static string StyleOf(OfficialPart part) => part switch
    {
        OfficialPart.Title => "Title",
        OfficialPart.Subtitle => "Subtitle",
        OfficialPart.FirstHeading => "Heading1",
        OfficialPart.SecondHeading => "Heading2",
        OfficialPart.ThirdHeading => "Heading3",
        OfficialPart.FourthHeading => "Heading4",
        _ => "Normal",
    };

    /// <summary>The font of the heading that a part is or begins with.</summary>
    public static string HeadingFontOf(OfficialPart part) => part switch
    {
        OfficialPart.FirstHeading => FirstHeadingFont,
        OfficialPart.SecondHeading => SecondHeadingFont,
        _ => BodyFont,
    };

    /// <summary>Adds styles, fonts, page numbers and the page itself.</summary>
    public static void Add(MainDocumentPart main, Body body)
    {
        main.AddNewPart<StyleDefinitionsPart>("styles").Styles = Styles();
        // Where a font is not installed, the one that stands behind it is close; Word and WPS read this table.
        main.AddNewPart<FontTablePart>("fonts").Fonts = new Fonts(Fonts.Select(font => new Font(new AltName { Val = font.Instead }) { Name = font.Name }));
        main.AddNewPart<DocumentSettingsPart>("settings").Settings = new Settings(
            new EvenAndOddHeaders(),
            new EndnoteDocumentWideProperties(new EndnoteSpecialReference { Id = -1 }, new EndnoteSpecialReference { Id = 0 }));
        body.Append(new SectionProperties(
            new FooterReference { Type = HeaderFooterValues.Default, Id = Footer(main, "odd", JustificationValues.Right) },
            new FooterReference { Type = HeaderFooterValues.Even, Id = Footer(main, "even", JustificationValues.Left) },
            new EndnoteProperties(new NumberingFormat { Val = NumberFormatValues.Decimal }),
            new PageSize { Width = 11906, Height = 16838 },
            // 37 mm, 28 mm, and what is left around 156 mm × 225 mm. The middle of the page number is 7 mm below the text.
            new PageMargin { Top = 2098, Left = 1587, Right = 1474, Bottom = 1984, Header = 851, Footer = 1446, Gutter = 0 }));
    }

    /// <summary>Letters of a font and size; the same for Chinese and Latin, as the standard names one font for all.</summary>
    public static RunFonts Letters(string font) => new() { Ascii = font, HighAnsi = font, EastAsia = font, ComplexScript = font };

    private static Styles Styles() => new(
        new DocDefaults(new RunPropertiesDefault(new RunPropertiesBaseStyle(
            Letters(BodyFont), new Spacing { Val = BodySpacing }, new FontSize { Val = Text(BodyHalfPoints) }, new Languages { Val = "en-US", EastAsia = "zh-CN" }))),
        Of("Normal", "Normal", BodyFont, BodyHalfPoints, JustificationValues.Both, LineHeight, level: null),
        Of("Title", "Title", TitleFont, TitleHalfPoints, JustificationValues.Center, TitleLineHeight, level: null),
        Of("Subtitle", "Subtitle", SecondHeadingFont, BodyHalfPoints, JustificationValues.Center, LineHeight, level: null),
        Of("Heading1", "heading 1", FirstHeadingFont, BodyHalfPoints, JustificationValues.Both, LineHeight, level: 0),
        Of("Heading2", "heading 2", SecondHeadingFont, BodyHalfPoints, JustificationValues.Both, LineHeight, level: 1),
        Of("Heading3", "heading 3", BodyFont, BodyHalfPoints, JustificationValues.Both, LineHeight, level: 2),
        Of("Heading4", "heading 4", BodyFont, BodyHalfPoints, JustificationValues.Both, LineHeight, level: 3),
        Of("EndnoteText", "endnote text", BodyFont, NoteHalfPoints, JustificationValues.Left, 400, level: null),
        Of("Footer", "footer", NumberFont, NumberHalfPoints, JustificationValues.Left, 280, level: null));

    private static Style Of(string id, string name, string font, int halfPoints, JustificationValues place, int lineHeight, int? level)
    {
        var paragraph = new StyleParagraphProperties();
        if (level is not null)
        {
            paragraph.Append(new KeepNext());
        }

        paragraph.Append(
            new WidowControl { Val = false },
            new SpacingBetweenLines { Before = "0", After = "0", Line = Text(lineHeight), LineRule = LineSpacingRuleValues.Exact },
            new Justification { Val = place });
        if (level is { } depth)
        {
            paragraph.Append(new OutlineLevel { Val = depth });
        }

        return new Style(
            new StyleName { Val = name },
            paragraph,
            new StyleRunProperties(Letters(font), new FontSize { Val = Text(halfPoints) }))
        {
            Type = StyleValues.Paragraph, StyleId = id, Default = id == "Normal" ? true : null,
        };
    }

    /// <summary>—1—, in the outer corner less one character.</summary>
    private static string Footer(MainDocumentPart main, string id, JustificationValues place)
    {
        FooterPart part = main.AddNewPart<FooterPart>(id);
        Indentation inside = place == JustificationValues.Right ? new Indentation { Right = "280" } : new Indentation { Left = "280" };
        part.Footer = new Footer(new Paragraph(
            new ParagraphProperties(new ParagraphStyleId { Val = "Footer" }, inside, new Justification { Val = place }),
            Dash(), new SimpleField(new Run(new DocumentFormat.OpenXml.Wordprocessing.Text("1"))) { Instruction = " PAGE " }, Dash()));
        return id;
    }

    private static Run Dash() => new(new DocumentFormat.OpenXml.Wordprocessing.Text("—"));

    private static string Text(int value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
