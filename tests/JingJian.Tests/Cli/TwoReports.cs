namespace JingJian.Tests.Cli;

/// <summary>A small archive made through the command line: a unit's two reports, the second mostly the first with new figures.</summary>
public sealed class TwoReports : IDisposable
{
    /// <summary>The first year.</summary>
    public const string First = """
        白石镇总工会2020年工作总结
        一、主要做法
        我们走访慰问困难职工三十六户，发放慰问金和米面油等物资折合六万元，把每户的难处记在本子上，逐月回访，办完一件销号一件。
        围绕安全生产组织班前会提醒和隐患随手拍活动，职工上报隐患一百二十条，当月整改完成的占九成以上，奖励积极分子二十名。
        二、存在问题
        一些小企业还没有建立工会，职工流动快，会员底数不清，入会以后的服务跟不上，职工感受不到组织的温暖。
        """;

    /// <summary>The next year.</summary>
    public const string Second = """
        白石镇总工会2021年工作总结
        一、主要做法
        我们走访慰问困难职工四十五户，发放慰问金和米面油等物资折合八万元，把每户的难处记在本子上，逐月回访，办完一件销号一件。
        今年新开办了夜间暑托班，收下双职工家庭的孩子六十名，请退休教师辅导功课，两个月没有发生一起安全事故，家长都说放心。
        二、下一步打算
        明年要把工会建到物流园和建筑工地，摸清会员底数，建好三个户外劳动者服务站，让职工遇事找得到人、说得上话。
        """;

    private readonly ScratchFolder folder = new();

    /// <summary>Ingests both.</summary>
    public TwoReports()
    {
        Directory.CreateDirectory(Texts);
        File.WriteAllText(Path.Combine(Texts, "2020.txt"), First);
        File.WriteAllText(Path.Combine(Texts, "2021.txt"), Second);
        CommandLine.On(Data, "ingest", Texts).Ends(0);
    }

    /// <summary>The data folder.</summary>
    public string Data => folder.At("data");

    /// <summary>The folder of the two files.</summary>
    public string Texts => folder.At("texts");

    /// <inheritdoc/>
    public void Dispose() => folder.Dispose();
}
