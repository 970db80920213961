using System.Collections.Immutable;
using JingJian.Text;
using JingJian.Text.Segmentation;
using JingJian.Text.Sequences;
using JingJian.Text.Slots;

namespace JingJian.Tests.Text.Slots;

public sealed class NameTaggerTests
{
    private static readonly SlotRecognizer Recognizer = new(Shipped.Lexicon, Shipped.Names);

    [Theory]
    [InlineData("全国总工会领导到江苏省调研，王建国同志参加。", "Organisation 全国总工会|Place 江苏省|Person 王建国")]
    [InlineData("加强与北京市、上海市和浙江省的合作。", "Place 北京市|Place 上海市|Place 浙江省")]
    [InlineData("认真开展各项活动，不断提高服务水平。", "")]
    [InlineData("《湖北省工会条例》修订后印发。", "")]
    public void Names_are_found_where_they_stand(string text, string names) =>
        Assert.Equal(names, string.Join('|', Recognizer.Find(text).Where(slot => NameLabels.IsName(slot.Type)).Select(slot => $"{slot.Type} {slot.Span.In(text)}")));

    [Fact]
    public void Without_what_was_learned_rules_find_names()
    {
        const string Text = "国务院在河南召开会议。";

        Assert.Equal([SlotType.Organisation, SlotType.Place], new SlotRecognizer(Shipped.Lexicon).Find(Text).Select(slot => slot.Type));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("\n\n")]
    [InlineData("𠮷𠮷野家在𠮷林")]
    [InlineData("\ud842省\udfb7市")]
    [InlineData("😀市委😀、😀县😀")]
    [InlineData("a b\u0000c区委")]
    public void Slots_of_strange_text_are_in_order_and_split_no_character(string text)
    {
        int end = 0;
        foreach (Slot slot in Recognizer.Find(text))
        {
            Assert.True(slot.Span.Start >= end && slot.Span.End <= text.Length);
            Assert.False(char.IsLowSurrogate(text[slot.Span.Start]) && slot.Span.Start > 0 && char.IsHighSurrogate(text[slot.Span.Start - 1]));
            end = slot.Span.End;
        }
    }

    [Fact]
    public void A_paragraph_of_a_hundred_thousand_characters_is_read()
    {
        string text = string.Concat(Enumerable.Repeat("省总工会在青岛市开展活动，", 8_000));

        Assert.True(Recognizer.Find(text).Length >= 8_000);
    }

    [Fact]
    public void Eight_threads_find_the_same_names()
    {
        const string Text = "市总工会主席李明到青岛市黄岛区慰问职工，国家电网公司有关负责人陪同。";
        ImmutableArray<Slot> alone = Recognizer.Find(Text);

        ImmutableArray<Slot>[] together = new ImmutableArray<Slot>[200];
        Parallel.For(0, together.Length, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i => together[i] = Recognizer.Find(Text));

        Assert.All(together, slots => Assert.Equal(alone, slots));
    }

    [Fact]
    public void Labels_say_the_names_they_were_made_from()
    {
        const string Text = "区委书记张三丰到石潭镇";
        var words = new List<TaggedWord>();
        Shipped.Tagger.Cut(Text, words);
        List<NamePiece> pieces = [];
        NamePieces.Cut(Text, words, Shipped.Lexicon, pieces);
        Slot[] names =
        [
            new(SlotType.Organisation, new TextSpan(0, 2)), new(SlotType.Person, new TextSpan(4, 3)), new(SlotType.Place, new TextSpan(8, 3)),
        ];
        List<Slot> read = [];

        int[] labels = NameLabels.Of(pieces, names);
        NameLabels.Names(pieces, labels, read);

        Assert.Equal(names, read);
        Assert.All(labels.Append(TrainingOptions.Outside).Zip(labels.Prepend(TrainingOptions.Outside)), pair => Assert.True(NameLabels.MayFollow(pair.Second, pair.First)));
    }

    [Fact]
    public void Pieces_cover_the_text_from_end_to_end()
    {
        const string Text = "区委书记胡校长说：𠮷林省某某人民政府，2021年北京高校、吴景明说好。";
        var words = new List<TaggedWord>();
        Shipped.Tagger.Cut(Text, words);
        List<NamePiece> pieces = [];
        NamePieces.Cut(Text, words, Shipped.Lexicon, pieces);

        Assert.Equal(Text, string.Concat(pieces.Select(piece => piece.Span.In(Text).ToString())));
        Assert.DoesNotContain(pieces, piece => char.IsLowSurrogate(Text[piece.Span.Start]));
    }

    [Fact]
    public void A_damaged_model_is_refused()
    {
        byte[] file = Shipped.NameBytes();
        byte[] changed = [.. file];
        changed[file.Length / 2] ^= 1;

        Assert.Throws<CorruptArtifactException>(() => NameModel.Load(changed));
        Assert.Throws<CorruptArtifactException>(() => NameModel.Load(file.AsMemory(0, file.Length - 8)));
        Assert.Throws<CorruptArtifactException>(() => NameModel.Load(ReadOnlyMemory<byte>.Empty));
        Assert.Throws<CorruptArtifactException>(() => NameModel.Load(Shipped.Bytes()));
    }

    [Fact]
    public void A_model_written_again_is_the_same_file() => Assert.Equal(Shipped.NameBytes(), NameModel.Load(Shipped.NameBytes()).Write());
}
