namespace JingJian.Tests.Readme;

/// <summary>A command of the README and the lines that it shows.</summary>
/// <param name="Line">The command.</param>
/// <param name="Shown">The lines shown below it, without blank ones and without <c>…</c> for what is left out.</param>
internal sealed record ReadmeCommand(string Line, IReadOnlyList<string> Shown)
{
    /// <summary>The commands (<c>$ …</c>) of all <c>console</c> blocks, in order.</summary>
    public static IReadOnlyList<ReadmeCommand> InConsoleBlocks(IEnumerable<string> readme)
    {
        List<ReadmeCommand> commands = [];
        List<string> shown = [];
        bool inside = false;
        foreach (string line in readme)
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
            {
                inside = line == "```console";
            }
            else if (inside && line.StartsWith("$ ", StringComparison.Ordinal))
            {
                shown = [];
                commands.Add(new ReadmeCommand(line[2..], shown));
            }
            else if (inside && line is not ("" or "…"))
            {
                shown.Add(line);
            }
        }

        return commands;
    }
}
