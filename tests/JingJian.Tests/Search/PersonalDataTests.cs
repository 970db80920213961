using JingJian.Search.Exemplars;
using JingJian.Tests.Text;
using JingJian.Text.Slots;

namespace JingJian.Tests.Search;

public sealed class PersonalDataTests
{
    private static readonly SlotRecognizer Recognizer = new(Shipped.Lexicon, Shipped.Names);

    [Theory]
    [InlineData("工会主席赵华立同志带头走访", "工会主席赵××同志带头走访")]
    [InlineData("职工李明同志身患重病", "职工李×同志身患重病")]
    [InlineData("联系人王芳，电话13812345678。", "联系人王×，电话138××××××××。")]
    [InlineData("请拨打０371-65512345咨询", "请拨打０37××××××××××咨询")]
    [InlineData("身份证号410102199003074512，", "身份证号410×××××××××××××××，")]
    [InlineData("卡号6222020200112233445入账", "卡号622××××××××××××××××入账")]
    [InlineData("来信请寄zhangsan_88@example.com.cn。", "来信请寄zha×××××××××××××××××××××××。")]
    public void What_belongs_to_a_person_is_masked(string text, string masked) => Assert.Equal(masked, Mask(text));

    [Theory]
    [InlineData("学习雷锋精神，以习近平新时代中国特色社会主义思想为指导")]
    [InlineData("2019年走访职工12345人次，发放慰问金1234567元，热线12351")]
    [InlineData("职工李××生活困难，王某某捐款")]
    public void Public_figures_other_numbers_and_what_is_masked_stay(string text) => Assert.Equal(text, Mask(text));

    [Theory]
    [InlineData("𠮷野家的𠮷田同志，电话13900000000𠮷")]
    [InlineData("")]
    [InlineData("13812345678")]
    [InlineData("0000000000000000000000000000000000000000@@@@@@a@b")]
    public void The_length_stays_and_masking_twice_is_masking_once(string text)
    {
        string once = Mask(text);

        Assert.Equal(text.Length, once.Length);
        Assert.Equal(once, Mask(once));
    }

    private static string Mask(string text) => PersonalData.Mask(text, Recognizer.Find(text));
}
