using System.CommandLine;
using System.Globalization;
using JingJian.Archive;
using JingJian.Archive.Views;
using JingJian.Cli.Output;
using JingJian.Text;

namespace JingJian.Cli.Commands;

/// <summary><c>functions status|doubts|correct|corrections|export|train|reset</c></summary>
internal static class FunctionsCommand
{
    public static Command Create() => new("functions", "段落功能：查看状态、更正、挑选待标注段落、用自己的标注训练")
    {
        Status(), Doubts(), Correct(), Corrections(), Export(), Train(), Reset(),
    };

    private static Command Status() => new Command("status", "现用的权重、未定的段落和人工更正各有多少")
        .Does((result, printer, _) =>
        {
            FunctionStateView state = CommandContext.OpenArchive(result).Functions.State();
            if (printer.Json)
            {
                printer.Object(state);
            }
            else
            {
                printer.Line($"权重：{(state.Own ? "本档案库训练的" : "随程序提供的")}　{state.Weights[..12]}");
                printer.Line(string.Create(CultureInfo.InvariantCulture, $"段落 {state.Paragraphs}，其中未定 {state.Undecided}；人工更正 {state.Corrections}"));
            }

            return CommandContext.Done;
        });

    private static Command Doubts()
    {
        Option<int> top = CommandContext.Top(20);
        return new Command("doubts", "挑出最值得人工标注的段落：把握小、同类多、彼此不同") { top }
            .Does((result, printer, _) =>
            {
                if (!CommandContext.OpenArchive(result).Functions.Doubts(result.GetValue(top)).TryGet(out DoubtView[]? doubts, out Fault? fault))
                {
                    Printer.Message(fault.Message);
                    return CommandContext.Usage;
                }

                foreach (DoubtView doubt in doubts)
                {
                    if (printer.Json)
                    {
                        printer.Object(doubt);
                    }
                    else
                    {
                        printer.Line($"{doubt.Paragraph}　{Wording.OfFunction(doubt.Function, null)}？（把握 {Wording.Percent(doubt.Confidence)}，同文 {doubt.Copies}）　{printer.Faint($"{doubt.Source} {Wording.Lines(doubt.Line, doubt.Line)}")}");
                        printer.Line($"　　{Shortening.Excerpt(doubt.Text, 80)}");
                    }
                }

                return CommandContext.Done;
            });
    }

    private static Command Correct()
    {
        var paragraph = new Argument<string>("段落") { Description = "段落或标题的编号" };
        var function = new Argument<string>("功能") { Description = "做法、成效、问题、计划……（或英文名），none 取消更正" };
        var secondary = new Option<string?>("--secondary") { Description = "兼有的功能", HelpName = "功能" };
        var note = new Option<string?>("--note") { Description = "说明", HelpName = "文字" };
        return new Command("correct", "更正一个段落或标题的功能；同一标题下的相同文字一并更正，重新入库后仍然有效") { paragraph, function, secondary, note }
            .Does((result, printer, _) =>
            {
                ReportArchive archive = CommandContext.OpenArchive(result);
                FunctionDesk desk = archive.Functions;
                string id = result.GetValue(paragraph)!, name = result.GetValue(function)!;
                if (name == Names.NoMark)
                {
                    if (!desk.Withdraw(id, null).TryGet(out BlockView? block, out Fault? wrong))
                    {
                        Printer.Message(wrong.Message);
                        return CommandContext.Refused;
                    }

                    archive.Log.Note(CommandContext.Person, "function.correct", id, name);
                    Printer.Message($"已取消更正，现按程序判断：{Wording.OfFunction(block.Function, block.Secondary)}。");
                    return CommandContext.Done;
                }

                if (!desk.Correct(id, name, result.GetValue(secondary), result.GetValue(note) ?? "", null).TryGet(out CorrectionView? correction, out Fault? fault))
                {
                    Printer.Message(fault.Message);
                    return fault.Code == "correction.function" ? CommandContext.Usage : CommandContext.Refused;
                }

                archive.Log.Note(CommandContext.Person, "function.correct", id, name);
                Printer.Message("已更正。");
                Print(correction, printer);
                return CommandContext.Done;
            });
    }

    private static Command Corrections() => new Command("corrections", "列出所有人工更正")
        .Does((result, printer, _) =>
        {
            foreach (CorrectionView correction in CommandContext.OpenArchive(result).Functions.Corrections())
            {
                Print(correction, printer);
            }

            return CommandContext.Done;
        });

    private static Command Export() => new Command("export", "把人工更正导出为标注表（制表符分隔），可交给 functions train --labels")
        .Does((result, printer, _) =>
        {
            foreach (string line in CommandContext.OpenArchive(result).Functions.Export().TrimEnd('\n').Split('\n'))
            {
                printer.Line(line);
            }

            return CommandContext.Done;
        });

    private static Command Train()
    {
        var labels = new Option<string?>("--labels") { Description = "标注表：制表符分隔，第一行为列名 file、line、function（secondary 可选）；file 是库中来源文件，或与表同目录的文件", HelpName = "文件" };
        var force = new Option<bool>("--force") { Description = "检验不如原来的也启用" };
        return new Command("train", "用人工更正和标注表训练本档案库的权重：先分组检验，不变差才启用；functions reset 可还原") { labels, force }
            .Does((result, printer, cancellationToken) =>
            {
                string? table = null;
                string? path = result.GetValue(labels);
                if (path is not null && !File.Exists(path))
                {
                    Printer.Message($"找不到标注表“{path}”。");
                    return CommandContext.Refused;
                }

                table = path is null ? null : File.ReadAllText(path);
                ReportArchive archive = CommandContext.OpenArchive(result);
                if (!archive.Functions.Train(table, path is null ? null : Path.GetDirectoryName(Path.GetFullPath(path)), result.GetValue(force), _ => { }, cancellationToken)
                    .TryGet(out TrainingView? training, out Fault? fault))
                {
                    Printer.Message(fault.Message);
                    return CommandContext.Refused;
                }

                if (training.Adopted)
                {
                    archive.Log.Note(CommandContext.Person, "function.train", training.Weights[..12]);
                }

                Print(training, printer);
                return training.Adopted && training.Notes.Count == 0 ? CommandContext.Done : CommandContext.Refused;
            });
    }

    private static Command Reset() => new Command("reset", "停用本档案库训练的权重，还原为随程序提供的权重；人工更正不受影响")
        .Does((result, _, _) =>
        {
            ReportArchive archive = CommandContext.OpenArchive(result);
            bool changed = archive.Functions.Reset();
            if (changed)
            {
                archive.Log.Note(CommandContext.Person, "function.reset", "");
            }

            Printer.Message(changed ? "已还原为随程序提供的权重。" : "现用的就是随程序提供的权重。");
            return CommandContext.Done;
        });

    private static void Print(CorrectionView correction, Printer printer)
    {
        if (printer.Json)
        {
            printer.Object(correction);
            return;
        }

        string note = correction.Note.Length > 0 ? $"　说明：{correction.Note}" : "";
        printer.Line($"{correction.Paragraph ?? "（不在库中）"}　{Wording.OfFunction(correction.Function, correction.Secondary)}　{Shortening.Excerpt(correction.Excerpt, 40)}{note}");
    }

    private static void Print(TrainingView training, Printer printer)
    {
        foreach (string sentence in training.Notes)
        {
            Printer.Message(sentence);
        }

        if (printer.Json)
        {
            printer.Object(training);
            return;
        }

        string after = training.After is { } share ? Wording.Percent(share) : "未检验";
        printer.Line(string.Create(CultureInfo.InvariantCulture, $"标注 {training.Labels} 条，文件 {training.Documents} 个，分为 {training.Groups} 组检验（检验的组不参加训练）"));
        printer.Line($"正确率：随程序的权重 {Wording.Percent(training.Before)}，训练后 {after}");
        foreach (FunctionScoreView function in training.Functions)
        {
            printer.Line(string.Create(CultureInfo.InvariantCulture,
                $"　{Wording.OfFunction(function.Function, null)}：{function.Labels} 条，原来对 {function.Before} 条{(function.After is { } right ? $"，训练后对 {right} 条" : "")}"));
        }

        printer.Line(training.Adopted ? $"已启用新权重 {training.Weights[..12]}。" : "新权重没有启用。");
    }
}
