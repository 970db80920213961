using System.Collections.Immutable;
using JingJian.Analysis.Functions;
using JingJian.Analysis.Structure;

namespace JingJian.Tests.Analysis.Functions;

/// <summary>What each line of a report does, written behind the line.</summary>
public sealed class CueClassifierTests
{
    [Fact]
    public void A_summary_is_read_as_its_writer_meant_it() => AssertFunctions(
        """
        厂工会2021年工作总结
        2021年，厂工会在厂党委和上级工会的领导下，围绕安全生产，较好地完成了各项工作。现将情况汇报如下：      #导语
        一、主要做法                                                                                    #主要做法
        开展送温暖活动，走访职工214人次，发放慰问金9.7万元，帮助二十六户职工解决了困难。                       #主要做法
        建立了劳动竞赛台账，组织三个车间开展百日降废竞赛，调动了职工的积极性。                                 #主要做法
        二、取得的成效                                                                                    #工作成效
        废品率下降到2.9%，同比降低1.7个百分点；厂工会被授予模范职工之家称号，两个班组获评工人先锋号。           #工作成效
        三、存在的问题                                                                                    #存在问题
        分会活动冷热不均，有两个分会全年只搞过一次活动；干部业务水平不高。                                    #存在问题
        四、2022年工作打算                                                                                #下步计划
        办好职工食堂，每月征求一次意见；建设职工书屋两处。                                                  #下步计划
        我们将以更足的干劲，为职工办更多实事，不负大家的信任。                                               #结尾
        """);

    [Fact]
    public void A_plan_is_a_plan_from_its_first_task_to_its_last() => AssertFunctions(
        """
        厂工会2022年工作要点
        2022年厂工会的总体要求是：围绕安全生产，服务职工。 #导语
        开展送温暖活动，走访困难职工，每季度一次。        #下步计划
        加强劳动保护，六月底前完成检查。                 #下步计划
        """);

    [Fact]
    public void An_untitled_plan_is_known_by_its_opening()
    {
        Document document = StructureReader.Read("厂工会工作总结3\n为确保各项任务落到实处，特制定本计划。\n加强劳动保护，六月底前完成检查。\n办好职工食堂。");

        Assert.Equal(DocumentType.Plan, document.Reports[0].Type);
        Assert.Equal([Function.Other, Function.Opening, Function.Plan, Function.Plan], CueClassifier.Classify(document).Select(label => label.Primary));
    }

    [Theory]
    [InlineData("2021", "2022年，建成职工书屋两处；培训工会干部一百人次。", Function.Plan)]
    [InlineData("2021", "2021年，建成职工书屋两处；培训工会干部一百人次。", Function.Practice)]
    public void A_paragraph_about_the_next_year_is_a_plan(string reported, string paragraph, Function function)
    {
        Document document = StructureReader.Read(
            $"厂工会{reported}年工作总结\n一年来，厂工会做了以下工作。\n组织了技能比武，386人上场。\n{paragraph}\n走访了职工214人次。");

        Assert.Equal(function, CueClassifier.Classify(document)[3].Primary);
    }

    [Fact]
    public void A_measure_with_an_effect_has_both_labels()
    {
        Document document = StructureReader.Read(
            "厂工会工作总结1\n厂工会有会员1126人。\n组织了三个车间开展劳动竞赛，建立废品台账，提高了产品质量。\n慰问了职工。");

        Assert.Equal((Function.Practice, Function.Result), CueClassifier.Classify(document)[2] is var label ? (label.Primary, label.Secondary!.Value) : default);
    }

    [Fact]
    public void Every_function_has_two_names_and_both_are_read()
    {
        foreach (Function function in Enum.GetValues<Function>())
        {
            Assert.True(FunctionNames.TryParse(FunctionNames.ToEnglish(function), out Function english) && english == function);
            Assert.True(FunctionNames.TryParse(FunctionNames.ToChinese(function), out Function chinese) && chinese == function);
        }
    }

    private static void AssertFunctions(string annotated)
    {
        string[][] lines = [.. annotated.ReplaceLineEndings("\n").Split('\n').Select(line => line.Split('#'))];
        Document document = StructureReader.Read(string.Join('\n', lines.Select(line => line[0].TrimEnd())));
        ImmutableArray<FunctionLabel> labels = CueClassifier.Classify(document);

        Assert.Equal(
            lines.Where(line => line.Length == 2).Select(line => line[0].TrimEnd() + " #" + line[1].Trim()),
            document.Blocks.Where(block => block.Kind != BlockKind.Title)
                .Select(block => block.Text.Text + " #" + FunctionNames.ToChinese(labels[block.Ordinal].Primary)));
    }
}
