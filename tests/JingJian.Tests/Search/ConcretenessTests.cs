using System.Text;
using JingJian.Analysis.Functions;
using JingJian.Analysis.Structure;
using JingJian.Search.Exemplars;
using JingJian.Text;

namespace JingJian.Tests.Search;

public sealed class ConcretenessTests
{
    [Theory]
    [InlineData(Function.Practice, "建立困难职工档案128份,由工会干部每人包3户,每季度走访一次,全年发放救助金12.6万元,帮助17名子女入学。", "积极开展帮扶工作,进一步加强领导,切实提高认识,努力把各项帮扶措施落到实处,营造了良好的氛围。")]
    [InlineData(Function.Problem, "由于三个乡镇没有专职工会干部,会员信息更新滞后,全县还有21家企业的经费没有足额上缴,原因是催缴制度不健全。", "在看到成绩的同时,我们也要清醒地看到,工作中还存在一些不足,与上级要求和群众期望还有一定差距。")]
    [InlineData(Function.Plan, "6月底前完成8个职工服务站建设,新发展会员2000人以上,举办技能竞赛5场,力争建会率达到95%。", "新的一年,我们将进一步解放思想,开拓创新,努力开创工作新局面,为社会主义建设作出更大的贡献。")]
    public void What_can_be_imitated_has_more_of_it(Function function, string specific, string general) =>
        Assert.True(Of(specific, function) > Of(general, function) + 0.1, $"{Of(specific, function):F2} and {Of(general, function):F2}");

    [Theory]
    [InlineData("")]
    [InlineData("𠮷")]
    [InlineData("。。。,,,;;;")]
    [InlineData("\u0000\ud800")]
    public void Any_text_has_a_value_between_0_and_1(string text) => Assert.InRange(Of(text, Function.Other), 0, 1);

    [Fact]
    public void A_very_long_text_is_read_in_time_that_grows_with_its_length() =>
        Assert.InRange(Of(string.Concat(Enumerable.Repeat("由1为职工从2", 20_000)), Function.Practice), 0, 1);

    [Fact]
    public void A_model_is_written_and_read_back_to_the_byte()
    {
        byte[] file = File.ReadAllBytes(Repository.At("models", "exemplars", "concreteness.model"));

        Assert.Equal(file, ConcretenessModel.Load(file, "模型").Write());
    }

    [Theory]
    [InlineData("")]
    [InlineData("jingjian concreteness 2\n")]
    [InlineData("jingjian concreteness 2\nintercept\tNaN\n")]
    [InlineData("jingjian concreteness 1\nintercept\t1\n")]
    public void What_is_no_model_is_refused(string file) =>
        Assert.Throws<CorruptArtifactException>(() => ConcretenessModel.Load(Encoding.UTF8.GetBytes(file), "模型"));

    [Fact]
    public void The_features_have_as_many_values_as_names() =>
        Assert.Equal(ConcreteFeatures.Names.Length, ConcreteFeatures.Of("走访职工", Function.Practice, DocumentType.Summary, _ => false).Length);

    private static double Of(string text, Function function) =>
        Passages.Concreteness.Of(ConcreteFeatures.Of(text, function, DocumentType.Summary, _ => false));
}
