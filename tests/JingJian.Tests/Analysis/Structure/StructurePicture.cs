using System.Globalization;
using System.Text;
using JingJian.Analysis.Structure;

namespace JingJian.Tests.Analysis.Structure;

/// <summary>Draws the structure of a text, one line a block, for reading under its input.</summary>
internal static class StructurePicture
{
    private const int Shown = 12;

    /// <summary>For example <c>  heading 1 · 3 · 一、主要工作</c>: kind, level, lines, first words; a report starts at the margin,
    /// what lies in a section is indented.</summary>
    public static string Of(string source)
    {
        var picture = new StringBuilder();
        int report = -1;
        foreach (Block block in StructureReader.Read(source).Blocks)
        {
            if (block.Report != report)
            {
                picture.AppendLine("report");
                report = block.Report;
            }

            picture.Append(' ', 2 + (2 * block.Sections.Length)).AppendLine(Line(block));
        }

        return picture.ToString().ReplaceLineEndings("\n").TrimEnd('\n');
    }

    private static string Line(Block block)
    {
        string kind = block.Kind.ToString().ToLowerInvariant() + (block.Kind == BlockKind.Heading ? " " + block.Level.ToString(CultureInfo.InvariantCulture) : "");
        string lines = block.LineEnd == block.Line ? $"{block.Line}" : $"{block.Line}-{block.LineEnd}";
        string text = block.Text.Text.Length <= Shown ? block.Text.Text : block.Text.Text[..Shown] + "…";
        string damage = block.Damage == Damage.None ? "" : $" [{block.Damage}]";
        return $"{kind} · {lines} · {text}{damage}";
    }
}
