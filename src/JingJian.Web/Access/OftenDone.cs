using System.Globalization;
using System.Runtime.InteropServices;
using JingJian.Archive.Upkeep;

namespace JingJian.Web.Access;

/// <summary>Keeps what somebody does many times a minute from filling the log: the first time is noted at once, the others are counted.</summary>
/// <remarks>
/// <para><b>Guarantee.</b> Of the same activity of the same person, from the same address, there is one entry in <see cref="Span"/> at most,
/// and the entries together tell how often it was done.</para>
/// <para><b>Threads.</b> Safe.</para>
/// </remarks>
internal sealed class OftenDone(TimeProvider time)
{
    /// <summary>How long is counted before the count is noted.</summary>
    public static readonly TimeSpan Span = TimeSpan.FromMinutes(5);

    private readonly Lock gate = new();
    private readonly Dictionary<Activity, (long Since, int Times)> counted = [];

    /// <summary>Whether it must be noted now; otherwise it is counted.</summary>
    public bool IsFirst(Activity activity)
    {
        lock (gate)
        {
            ref (long Since, int Times) entry = ref CollectionsMarshal.GetValueRefOrAddDefault(counted, activity, out bool known);
            entry = known ? entry with { Times = entry.Times + 1 } : (time.GetTimestamp(), 0);
            return !known;
        }
    }

    /// <summary>Takes out the counts whose time is up.</summary>
    public List<Activity> TakeDue() => Take(since => time.GetElapsedTime(since) >= Span);

    /// <summary>Takes out all counts.</summary>
    public List<Activity> TakeAll() => Take(_ => true);

    private List<Activity> Take(Func<long, bool> isDue)
    {
        List<Activity> taken = [];
        lock (gate)
        {
            foreach ((Activity activity, (long since, int times)) in counted.Where(pair => isDue(pair.Value.Since)).ToList())
            {
                counted.Remove(activity);
                if (times > 0)
                {
                    taken.Add(activity with { Detail = string.Create(CultureInfo.InvariantCulture, $"{activity.Detail} 自上一条记录以来另有 {times} 次").TrimStart() });
                    // The count was an entry, too: the next one comes a span later.
                    counted[activity] = (time.GetTimestamp(), 0);
                }
            }
        }

        return taken;
    }
}
