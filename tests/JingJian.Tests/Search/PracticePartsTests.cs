using JingJian.Search.Exemplars;
using JingJian.Text;

namespace JingJian.Tests.Search;

public sealed class PracticePartsTests
{
    [Theory]
    [InlineData("针对职工就医难，与县医院结对设立服务点，每周坐诊两天。职工满意度提高了12个百分点，荣获先进单位称号。", "针对职工就医难", "与县医院结对设立服务点，每周坐诊两天", "职工满意度提高了12个百分点，荣获先进单位称号")]
    [InlineData("建立台账，逐户走访。有效缓解了困难家庭的压力", "", "建立台账，逐户走访", "有效缓解了困难家庭的压力")]
    [InlineData("每月召开例会，听取意见。", "", "每月召开例会，听取意见", "")]
    [InlineData("为进一步提高应急能力，组织演练十次。", "为进一步提高应急能力", "组织演练十次", "")]
    [InlineData("今年，小微企业融资问题突出，设立应急资金池。", "小微企业融资问题突出", "今年|设立应急资金池", "")]
    [InlineData("开展针对性培训，为了增强凝聚力，组织登山。", "为了增强凝聚力", "开展针对性培训|组织登山", "")]
    [InlineData("根据职工提出的问题，先后改善三处休息室。", "根据职工提出的问题", "先后改善三处休息室", "")]
    [InlineData("为职工办实事，帮助解决生活困难。", "", "为职工办实事，帮助解决生活困难", "")]
    public void Needs_measures_and_effects_are_told_apart(string text, string need, string measure, string effect)
    {
        var parts = PracticeParts.Of(text);

        Assert.Equal((need, measure, effect), (Words(parts.Need), Words(parts.Measure), Words(parts.Effect)));

        string Words(IEnumerable<TextSpan> spans) => string.Join('|', spans.Select(span => span.In(text).ToString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("，。；！\n")]
    [InlineData("𠮷，𠮷。\ud800；显著提高")]
    [InlineData("针对问题，针对问题，针对问题")]
    public void Spans_are_apart_in_order_and_hold_every_clause(string text)
    {
        var parts = PracticeParts.Of(text);

        TextSpan[] all = [.. parts.Need.Concat(parts.Measure).Concat(parts.Effect).OrderBy(span => span.Start)];
        Assert.All(all.Zip(all.Skip(1)), pair => Assert.True(pair.First.End <= pair.Second.Start));
        Assert.Equal(text.Count(char.IsLetter), all.Sum(span => span.In(text).ToString().Count(char.IsLetter)));
    }
}
