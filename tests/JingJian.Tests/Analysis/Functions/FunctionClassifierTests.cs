using System.Collections.Immutable;
using JingJian.Analysis.Functions;
using JingJian.Analysis.Structure;
using JingJian.Archive;
using JingJian.Text;

namespace JingJian.Tests.Analysis.Functions;

/// <summary>The trained classifier as it is shipped.</summary>
public sealed class FunctionClassifierTests
{
    private const string Report = """
        厂工会2021年工作总结
        2021年，厂工会在厂党委和上级工会的领导下，围绕安全生产，较好地完成了各项工作。现将情况汇报如下：
        一、主要做法
        开展送温暖活动，走访职工214人次，发放慰问金9.7万元，帮助二十六户职工解决了困难。
        建立了劳动竞赛台账，组织三个车间开展百日降废竞赛，调动了职工的积极性。
        二、下一步打算
        办好职工食堂，每月征求一次意见；建设职工书屋两处。
        继续组织劳动竞赛，力争年底前再建三个创新工作室。
        """;

    private static readonly FunctionClassifier Classifier = Models.OpenFunctions(Models.DefaultFolder);

    [Fact]
    public void The_reasons_name_the_heading_under_which_a_paragraph_stands()
    {
        Document document = StructureReader.Read(Report);
        ImmutableArray<FunctionLabel> labels = Classifier.Classify(document, out ImmutableArray<ImmutableArray<string>> reasons);
        Block plan = document.Blocks.First(block => block.Text.Text.StartsWith("继续组织", StringComparison.Ordinal));
        Assert.Equal(Function.Plan, labels[plan.Ordinal].Primary);
        Assert.Contains("标题“下一步打算”", reasons[plan.Ordinal]);
        Assert.InRange(reasons[plan.Ordinal].Length, 1, 3);
    }

    [Theory]
    [InlineData("209４年")]
    [InlineData("２０２１年")]
    [InlineData("٢٠٢١年")]
    public void A_year_in_digits_of_other_scripts_stops_nothing(string year)
    {
        Document document = StructureReader.Read(Report.Replace("2021年，", year + "，", StringComparison.Ordinal));
        Assert.Equal(document.Blocks.Length, Classifier.Classify(document).Length);
    }

    [Fact]
    public void Asking_for_reasons_changes_no_label()
    {
        Document document = StructureReader.Read(Report);
        Assert.Equal(Classifier.Classify(document), Classifier.Classify(document, out _));
    }

    [Fact]
    public void A_section_does_what_its_paragraphs_do()
    {
        Document document = StructureReader.Read(Report);
        IReadOnlyDictionary<int, FunctionLabel> sections = SectionFunctions.Of(document, Classifier.Classify(document));
        Assert.Equal(
            [Function.Practice, Function.Plan],
            document.Blocks.Where(block => block.Kind == BlockKind.Heading).Select(block => sections[block.Ordinal].Primary));
    }

    [Theory]
    [InlineData("")]
    [InlineData("𠮷𠮷𠮷")]
    [InlineData("一、")]
    [InlineData("\u0000\uFFFD，，。；；")]
    public void Odd_texts_are_labelled_too(string text)
    {
        Document document = StructureReader.Read(text);
        Assert.Equal(document.Blocks.Length, Classifier.Classify(document, out _).Length);
    }

    [Fact]
    public void Weights_that_are_not_those_of_the_manifest_are_refused()
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            string path = Path.Combine(folder, FunctionManifest.WeightsName);
            byte[] weights = File.ReadAllBytes(Path.Combine(Models.DefaultFolder, "functions", FunctionManifest.WeightsName));
            FunctionManifest.Write(folder, weights, new Dictionary<string, object>());
            Assert.Equal(Classifier.Threshold, Models.OpenFunctionFile(path).Threshold);
            weights[^1] ^= 1;
            File.WriteAllBytes(path, weights);
            Assert.Throws<CorruptArtifactException>(() => Models.OpenFunctionFile(path));
            File.Delete(Path.Combine(folder, FunctionManifest.Name));
            Assert.Throws<CorruptArtifactException>(() => Models.OpenFunctionFile(path));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
