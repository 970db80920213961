namespace JingJian.Archive.Access;

/// <summary>Wrong passwords of late, by name: after five in a row a name must wait a minute, whatever the clock is set to.</summary>
internal sealed class Attempts(TimeProvider time)
{
    private const int Most = 5;
    private const int MostNames = 10_000;
    private static readonly TimeSpan Wait = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private readonly Dictionary<string, (int Count, long Last)> failures = new(StringComparer.Ordinal);

    /// <summary>Whether a name must wait.</summary>
    public bool MustWait(string name)
    {
        lock (gate)
        {
            return failures.TryGetValue(name, out (int Count, long Last) failed) && failed.Count >= Most && time.GetElapsedTime(failed.Last) < Wait;
        }
    }

    /// <summary>The password was wrong.</summary>
    public void Failed(string name)
    {
        lock (gate)
        {
            if (failures.Count >= MostNames)
            {
                failures.Clear();
            }

            bool isOld = !failures.TryGetValue(name, out (int Count, long Last) failed) || time.GetElapsedTime(failed.Last) >= Wait;
            failures[name] = (isOld ? 1 : failed.Count + 1, time.GetTimestamp());
        }
    }

    /// <summary>The password was right.</summary>
    public void Succeeded(string name)
    {
        lock (gate)
        {
            failures.Remove(name);
        }
    }
}
