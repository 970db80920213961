using JingJian.Archive;
using static JingJian.Tools.Arguments;

namespace JingJian.Tools.Faults;

/// <summary><c>faults search CLI FILES [--kills N]</c>: the command line ended by SIGKILL, or out of disk, while it writes an index.</summary>
/// <remarks>
/// <para>The files come in by batches, one run of the command line a batch. A run is killed at a random moment: of the whole run, of
/// the writing of the index, or of the merging of its segments. Then the archive is opened and held against its store
/// (<see cref="IndexTruth"/>), and the batch comes in again, until it was acknowledged; when all have, a new archive begins.</para>
/// <para>For the full disk the data folder is a small file system in memory, which only root may mount.</para>
/// </remarks>
internal static class SearchFaults
{
    private const int Seed = 20_261_121;
    private const int Batches = 5;
    private const int DiskSizes = 12;

    // Of a disk on which all of it just fits.
    private const double SmallestDisk = 0.05, LargestDisk = 0.9;

    public static int Run(string[] args)
    {
        if (args.Length < 2)
        {
            Console.Error.WriteLine("usage: faults search CLI FILES [--kills N]");
            return 2;
        }

        int kills = Number(args, "--kills", 100);
        string[][] batches = BatchesOf(args[1]);
        DirectoryInfo scratch = Directory.CreateTempSubdirectory("jingjian-faults-");
        try
        {
            int wrong = Kill(args[0], batches, kills, scratch.FullName) + FillDisk(args[0], batches, scratch.FullName);
            Console.WriteLine(wrong == 0 ? "nothing lost, nothing wrong" : $"{wrong} WRONG");
            return wrong == 0 ? 0 : 1;
        }
        finally
        {
            scratch.Delete(recursive: true);
        }
    }

    private static string[][] BatchesOf(string folder)
    {
        string[] files = [.. Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal)];
        return [.. files.Chunk(Math.Max(1, (files.Length + Batches - 1) / Batches))];
    }

    private static int Kill(string program, string[][] batches, int kills, string scratch)
    {
        var random = new Random(Seed);
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        int done = 0, wrong = 0;
        for (int archive = 0; done < kills; archive++)
        {
            string data = Path.Combine(scratch, $"killed{archive}");
            var acknowledged = new HashSet<string>(StringComparer.Ordinal);
            foreach (string[] batch in batches)
            {
                // Twice at the most, so that archives get on and have segments to merge.
                for (int tries = 0; tries < 2 && done < kills; tries++)
                {
                    if (KilledRun.Of(program, batch, data, random) is not { } phase)
                    {
                        acknowledged.UnionWith(batch);
                        break;
                    }

                    done++;
                    counts[phase] = counts.GetValueOrDefault(phase) + 1;
                    wrong += Check(data, acknowledged, random, phase);
                }

                KilledRun.ToTheEnd(program, batch, data);
                acknowledged.UnionWith(batch);
            }

            wrong += Check(data, acknowledged, random, "nothing") + (IndexTruth.IsAsRebuilt(data) ? 0 : 1);
            Console.WriteLine($"{done} kills, {archive + 1} archives, {wrong} wrong");
            Directory.Delete(data, recursive: true);
        }

        Console.WriteLine("killed while writing: " + string.Join(", ", counts.Select(count => $"{count.Key} {count.Value}")));
        return wrong;
    }

    private static int FillDisk(string program, string[][] batches, string scratch)
    {
        string roomy = Path.Combine(scratch, "roomy");
        Array.ForEach(batches, batch => KilledRun.ToTheEnd(program, batch, roomy));
        long all = new DirectoryInfo(roomy).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);
        var random = new Random(Seed);
        int wrong = 0, refused = 0;
        for (int i = 0; i < DiskSizes; i++)
        {
            string disk = Directory.CreateDirectory(Path.Combine(scratch, $"disk{i}")).FullName;
            long size = (long)(all * (SmallestDisk + ((LargestDisk - SmallestDisk) * i / (DiskSizes - 1))));
            if (!SmallDisk.Mount(disk, size))
            {
                Console.WriteLine("no disk may be mounted here: the full disk was left out");
                return wrong;
            }

            string data = Path.Combine(disk, "data");
            var acknowledged = new HashSet<string>(StringComparer.Ordinal);
            foreach (string[] batch in batches)
            {
                (int exit, string said) = KilledRun.Finish(program, batch, data);
                if (exit == 0)
                {
                    acknowledged.UnionWith(batch);
                    continue;
                }

                refused++;
                wrong += said.Contains("磁盘", StringComparison.Ordinal) && !said.Contains("   at ", StringComparison.Ordinal) ? 0 : Wrong($"disk of {size}: {said}");
                break;
            }

            // More room: the archive must mend itself.
            SmallDisk.Remount(disk, $"size={size + (2 * all)}");
            wrong += Check(data, acknowledged, random, $"a disk of {size / 1000} KB");
            SmallDisk.Unmount(disk);
        }

        Console.WriteLine($"full disk: {DiskSizes} disks of {SmallestDisk:P0} to {LargestDisk:P0} of {all / 1e6:F1} MB, {refused} runs refused, {wrong} wrong");
        return wrong;
    }

    private static int Check(string data, HashSet<string> acknowledged, Random random, string after)
    {
        if (!Directory.Exists(data))
        {
            return acknowledged.Count;
        }

        string[] faults = [.. IndexTruth.Faults(ReportArchive.Open(new ArchiveOptions { DataFolder = data }, TimeProvider.System), acknowledged.Select(Path.GetFileName)!, random)];
        return faults.Sum(fault => Wrong($"after {after}: {fault}"));
    }

    private static int Wrong(string what)
    {
        Console.WriteLine("WRONG: " + what);
        return 1;
    }
}
