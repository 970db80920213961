using System.Numerics;
using JingJian.Analysis.Structure;
using JingJian.Search.Indexing;
using JingJian.Text;

namespace JingJian.Tests.Search;

public sealed class IndexTests
{
    [Fact]
    public void A_word_inside_a_longer_word_is_found_and_does_not_count_as_a_word()
    {
        IndexReader index = Passages.Index(Passages.Of(1, "困难职工"), Passages.Of(2, "困难，职工；职工"), Passages.Of(3, "党建"));

        Assert.Equal([(0, 0), (1, 2)], Postings(index.Texts, "职工"));
    }

    [Fact]
    public void A_word_that_crosses_two_others_is_found_as_a_string()
    {
        IndexReader index = Passages.Index(Passages.Of(1, "工会议事"), Passages.Of(2, "会议"), Passages.Of(3, "开会，议事"));

        Assert.Equal([(0, 0), (1, 0)], Postings(index.Texts, "会议"));
    }

    [Theory]
    [InlineData(1, 60)]
    [InlineData(2, 700)]
    public void Every_list_names_exactly_the_texts_that_contain_the_term(int seed, int count)
    {
        IndexReader index = Passages.Index(Passages.Random(seed, count));
        FieldIndex field = index.Texts;
        foreach (TermList term in field.StartingWith(""))
        {
            IEnumerable<int> scan = Enumerable.Range(0, field.Count).Where(document => field.TextOf(document).Contains(term.Text, StringComparison.Ordinal));

            Assert.Equal(scan, Postings(field, term.Text).Select(posting => posting.Document));
            Assert.Equal(term.Count, Postings(field, term.Text).Count);
            Assert.Equal(term.WordCount, Postings(field, term.Text).Count(posting => posting.Occurrences > 0));
        }
    }

    [Fact]
    public void Occurrences_are_those_of_the_cutter()
    {
        IndexReader index = Passages.Index(Passages.Random(3, 300));
        FieldIndex field = index.Texts;
        for (int document = 0; document < field.Count; document++)
        {
            string text = field.TextOf(document).ToString();
            var words = new List<TextSpan>();
            Passages.Cut(text, words);
            foreach (IGrouping<string, string> word in words.Select(span => span.In(text).ToString()).Where(word => Folding.HasLetter(word)).GroupBy(word => word, StringComparer.Ordinal))
            {
                Assert.Contains((document, word.Count()), Postings(field, word.Key));
            }
        }
    }

    [Fact]
    public void Skipping_reaches_the_same_documents_as_reading_on()
    {
        IndexReader index = Passages.Index(Passages.Random(4, 3000));
        var random = new Random(5);
        TermList term = index.Texts.Find("职工")!;
        int[] all = [.. Postings(index.Texts, "职工").Select(posting => posting.Document)];
        for (int round = 0; round < 50; round++)
        {
            DocumentCursor cursor = term.Open();
            for (int target = random.Next(100); target < 3100; target += random.Next(1, 900))
            {
                int expected = Array.Find([.. all, -1], document => document >= target || document == -1);
                bool found = cursor.SkipTo(target);
                Assert.Equal(expected >= 0, found);
                if (found)
                {
                    Assert.Equal(expected, cursor.Documents.ToArray().First(document => document >= target));
                }
            }
        }
    }

    [Fact]
    public void Copies_of_a_family_stand_beside_each_other_behind_what_is_of_no_family()
    {
        IndexReader index = Passages.Index(
            Passages.Of(9, "丙", family: 4), Passages.Of(1, "甲"), Passages.Of(5, "乙"), Passages.Of(3, "丙", family: 4), Passages.Of(7, "丁", family: 2));

        Assert.Equal([1, 5, 3, 9, 7], index.Columns.Ids.ToArray());
        Assert.Equal([0, 1, 2, 2, 3], index.Columns.Groups.ToArray());
    }

    [Fact]
    public void The_columns_come_back_as_they_went_in()
    {
        List<Passage> passages = Passages.Random(6, 200);
        IndexReader index = Passages.Index(passages);
        PassageColumns columns = index.Columns;
        for (int i = 0; i < columns.Count; i++)
        {
            Passage passage = passages.Single(passage => passage.Id == columns.Ids[i]);
            var back = new Passage(
                columns.Ids[i], passage.Text, passage.Headings, columns.PrimaryOf(i), columns.SecondaryOf(i), columns.Years[i],
                columns.Organisations[columns.OrganisationOf[i]], columns.Reports[i], columns.Sources[i], columns.Families[i], columns.Copies[i], columns.Damaged[i] == 1)
            {
                Type = (DocumentType)columns.DocumentTypes[i],
                UnitType = columns.UnitTypeOf(i),
                Originality = columns.Originality[i],
            };
            Assert.Equal(passage, back);
            Assert.Equal(Folding.Fold(passage.Text), index.Texts.TextOf(i).ToString());
            Assert.Equal(Folding.Fold(passage.Headings), index.Headings.TextOf(columns.HeadingOf[i]).ToString());
        }
    }

    [Fact]
    public void The_same_passages_in_another_order_give_the_same_bytes()
    {
        List<Passage> passages = Passages.Random(7, 150);

        Assert.Equal(Passages.Bytes(passages), Passages.Bytes(passages.AsEnumerable().Reverse()));
    }

    [Fact]
    public void Passages_stand_in_the_order_of_years_and_families_together_behind_them()
    {
        PassageColumns columns = Passages.Index(Passages.Random(7, 500)).Columns;
        int[] own = [.. Enumerable.Range(0, columns.Documents).Where(document => columns.Families[document] < 0)];

        Assert.Equal(Enumerable.Range(0, own.Length), own);
        Assert.Equal(own.Select(document => columns.Years[document]).Order(), own.Select(document => columns.Years[document]));
        Assert.Equal(columns.Groups.ToArray().Distinct().Count(), columns.FamilyEnds.ToArray().Sum(BitOperations.PopCount));
    }

    [Fact]
    public void Two_passages_with_one_id_are_refused() =>
        Assert.Throws<ArgumentException>(() => Passages.Bytes(Passages.Of(1, "甲"), Passages.Of(1, "乙")));

    [Fact]
    public void An_empty_archive_gives_an_empty_index() => Assert.Equal(0, Passages.Index().Count);

    [Fact]
    public void Empty_texts_and_rare_characters_are_kept()
    {
        IndexReader index = Passages.Index(Passages.Of(1, ""), Passages.Of(2, "𠮷祥，ＡＰＰ"), Passages.Of(3, new string('工', 70_000)));

        Assert.Equal([(1, 1)], Postings(index.Texts, "𠮷"));
        Assert.Equal([(1, 1)], Postings(index.Texts, "app"));
        Assert.Equal([(2, 70_000)], Postings(index.Texts, "工"));
    }

    [Fact]
    public void Every_flipped_byte_is_noticed()
    {
        byte[] good = Passages.Bytes(Passages.Random(8, 30));
        for (int at = 0; at < good.Length; at++)
        {
            byte[] bad = [.. good];
            bad[at] ^= (byte)(1 << (at % 8));
            Assert.Throws<CorruptArtifactException>(() => IndexReader.Open(bad, "测试索引"));
        }
    }

    [Fact]
    public void Every_truncation_is_noticed()
    {
        byte[] good = Passages.Bytes(Passages.Random(9, 30));
        for (int length = 0; length < good.Length; length += length < 2000 ? 1 : 97)
        {
            Assert.Throws<CorruptArtifactException>(() => IndexReader.Open(good.AsMemory(0, length), "测试索引"));
        }

        Assert.Throws<CorruptArtifactException>(() => IndexReader.Open(new byte[] { 1, 2, 3 }, "测试索引"));
        Assert.Throws<CorruptArtifactException>(() => IndexReader.Open((byte[])[.. good, 0], "测试索引"));
    }

    [Fact]
    public void A_segment_of_another_version_is_refused_by_its_name()
    {
        byte[] segment = Passages.Bytes(Passages.Of(1, "甲"));
        segment[8]++;

        CorruptArtifactException refusal = Assert.Throws<CorruptArtifactException>(() => IndexReader.Open(segment, "某段"));
        Assert.Contains("某段", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("第 3 版", refusal.Message, StringComparison.Ordinal);
    }

    private static List<(int Document, int Occurrences)> Postings(FieldIndex field, string term)
    {
        var postings = new List<(int, int)>();
        if (field.Find(term) is { } list)
        {
            DocumentCursor cursor = list.Open();
            while (cursor.NextBlock())
            {
                for (int i = 0; i < cursor.Documents.Length; i++)
                {
                    postings.Add((cursor.Documents[i], cursor.OccurrencesAt(cursor.FirstPlace + i)));
                }
            }
        }

        return postings;
    }
}
