namespace JingJian.Archive.Exports.Official;

/// <summary>What a line of an official document is: it decides letters and place.</summary>
internal enum OfficialPart
{
    /// <summary>标题.</summary>
    Title,

    /// <summary>What stands below the title: ——在职工代表大会上的报告, （2024年12月31日）.</summary>
    Subtitle,

    /// <summary>主送机关, or whom a speech addresses: 各位代表：.</summary>
    Addressee,

    /// <summary>一、.</summary>
    FirstHeading,

    /// <summary>（一）.</summary>
    SecondHeading,

    /// <summary>1.</summary>
    ThirdHeading,

    /// <summary>（1）.</summary>
    FourthHeading,

    /// <summary>正文.</summary>
    Body,

    /// <summary>发文机关署名.</summary>
    Signature,

    /// <summary>成文日期.</summary>
    Date,
}

/// <summary>A line of a draft as a paragraph of an official document.</summary>
/// <param name="Part">What it is.</param>
/// <param name="Start">Offset of its text in the draft.</param>
/// <param name="Text">Its text, without the blanks around it.</param>
/// <param name="HeadingLength">How much of it, from its beginning, is a heading.</param>
internal readonly record struct OfficialLine(OfficialPart Part, int Start, string Text, int HeadingLength = 0)
{
    /// <summary>First offset behind it in the draft.</summary>
    public int End => Start + Text.Length;
}
