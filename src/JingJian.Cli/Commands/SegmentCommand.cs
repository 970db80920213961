using System.CommandLine;
using System.Text;
using JingJian.Archive;
using JingJian.Cli.Output;
using JingJian.Text;
using JingJian.Text.Segmentation;

namespace JingJian.Cli.Commands;

/// <summary><c>segment [--search] [--no-hmm] [FILE]</c></summary>
internal static class SegmentCommand
{
    public static Command Create()
    {
        var file = new Argument<string?>("文件") { Description = "要分词的文件；不给时读标准输入（UTF-8）", Arity = ArgumentArity.ZeroOrOne };
        var search = new Option<bool>("--search") { Description = "搜索模式：长词再切出其中的短词" };
        var noHmm = new Option<bool>("--no-hmm") { Description = "不识别词典以外的新词" };
        return new Command("segment", "分词：逐行输出，词与词之间一个空格") { file, search, noHmm }
            .Does((result, printer, _) =>
            {
                var cutter = new LineCutter(Models.OpenSegmenter(Models.DefaultFolder), result.GetValue(search), !result.GetValue(noHmm), printer);
                return result.GetValue(file) is { } path
                    ? InputFile.Read(path, source => cutter.Cut(new StringReader(source.Decoded.Text)))
                    : cutter.Cut(new StreamReader(Console.OpenStandardInput(), new UTF8Encoding(false)));
            });
    }

    private sealed class LineCutter(Segmenter segmenter, bool search, bool hmm, Printer printer)
    {
        private readonly List<TextSpan> words = [];
        private int number;

        public int Cut(TextReader lines)
        {
            while (lines.ReadLine() is { } line)
            {
                number++;
                words.Clear();
                if (search)
                {
                    segmenter.CutForSearch(line, words, hmm);
                }
                else
                {
                    segmenter.Cut(line, words, hmm);
                }

                Print(line);
            }

            return CommandContext.Done;
        }

        private void Print(string line)
        {
            IEnumerable<string> texts = words.Select(word => word.In(line).ToString());
            if (printer.Json)
            {
                printer.Object(new { Line = number, Words = texts });
            }
            else
            {
                printer.Line(string.Join(' ', texts));
            }
        }
    }
}
