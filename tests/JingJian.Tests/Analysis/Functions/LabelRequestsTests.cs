using JingJian.Analysis.Functions;

namespace JingJian.Tests.Analysis.Functions;

/// <summary>What people are asked about: unsure, common, and not the same thing twice.</summary>
public sealed class LabelRequestsTests
{
    private const string Visits = "走访慰问困难职工家庭，送去慰问金和生活用品";
    private const string Courses = "举办电工焊工技能培训班，组织职工参加等级考试";

    [Fact]
    public void The_less_sure_one_of_two_like_paragraphs_comes_first()
    {
        IReadOnlyList<LabelWorth> chosen = LabelRequests.Choose([new(Visits, 0.9, 1), new(Visits + "等", 0.3, 1)], [], 2);

        Assert.Equal([1, 0], chosen.Select(worth => worth.Index));
    }

    [Fact]
    public void A_paragraph_with_copies_comes_before_one_without() =>
        Assert.Equal(1, LabelRequests.Choose([new(Visits, 0.5, 1), new(Courses, 0.5, 8)], [], 1)[0].Index);

    [Fact]
    public void The_second_question_is_about_something_else()
    {
        IReadOnlyList<LabelWorth> chosen = LabelRequests.Choose([new(Visits, 0.3, 1), new(Visits, 0.31, 1), new(Courses, 0.5, 1)], [], 2);

        Assert.Equal([0, 2], chosen.Select(worth => worth.Index));
    }

    [Fact]
    public void What_people_have_decided_is_not_asked_again_in_other_words()
    {
        IReadOnlyList<LabelWorth> chosen = LabelRequests.Choose([new(Visits, 0.3, 1), new(Courses, 0.5, 1)], [Visits], 1);

        Assert.Equal(1, chosen[0].Index);
    }

    [Fact]
    public void Nothing_to_ask_gives_nothing()
    {
        Assert.Empty(LabelRequests.Choose([], [], 5));
        Assert.Empty(LabelRequests.Choose([new(Visits, 1, 1)], [], 5));
        Assert.Single(LabelRequests.Choose([new("", 0.2, 1)], [], 5));
    }
}
