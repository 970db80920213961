namespace JingJian.Tools.Names;

/// <summary>Names that every reader knows (<c>corpus/names/known.txt</c>): words between blanks under headings that begin with <c># </c>.</summary>
internal static class KnownNames
{
    /// <summary>The names with their kinds: the number of their heading, and eight more for each other heading they are under.</summary>
    public static IReadOnlyDictionary<string, byte> Read(string path)
    {
        Dictionary<string, byte> names = new(StringComparer.Ordinal);
        byte kind = 0;
        foreach (string line in File.ReadLines(path))
        {
            if (line.StartsWith("# ", StringComparison.Ordinal))
            {
                kind++;
                continue;
            }

            foreach (string name in line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                names[name] = (byte)(names.TryGetValue(name, out byte other) && other != kind ? (other % 8) + 8 : kind);
            }
        }

        return names;
    }
}
