using System.Diagnostics;
using System.Text.Json;
using JingJian.Archive;
using JingJian.Tools.Services;
using static JingJian.Tools.Arguments;

namespace JingJian.Tools.Faults;

/// <summary><c>faults service CLI FILES [--kills N] [--seed S]</c>: a service that is killed while people work with it, backed up under load, out of disk.</summary>
/// <remarks>
/// <para>One sends files (at once and as jobs), takes sources out and corrects functions (<see cref="ServiceActor"/>); at a random moment the
/// service is ended by SIGKILL, started again over the same folder and held against what was acknowledged. Every tenth time a backup is made
/// just before the kill: what it restores must hold what was acknowledged before, whole, and answer as when it is built anew.</para>
/// <para>The disks are small file systems in memory, which only root may mount.</para>
/// </remarks>
internal static class ServiceFaults
{
    private const int DefaultSeed = 20_261_121;
    private const double LongestMilliseconds = 6000;
    private const int KillsOfABackup = 10, KillsOfAnArchive = 40;
    private const long TightBytes = 64L << 20, RoomyBytes = 160L << 20;
    private static readonly TimeSpan FullFor = TimeSpan.FromSeconds(4);

    /// <summary>What a job does when its disk fills up: store, compare, index.</summary>
    private static readonly string[] Stages = ["读取文件", "比对重复", "建立索引"];

    public static int Run(string[] args)
    {
        if (args.Length < 2)
        {
            Console.Error.WriteLine("usage: faults service CLI FILES [--kills N] [--seed S]");
            return 2;
        }

        DirectoryInfo scratch = Directory.CreateTempSubdirectory("jingjian-faults-");
        try
        {
            int wrong = Kill(args[0], args[1], Number(args, "--kills", 200), new Random(Number(args, "--seed", DefaultSeed)), scratch.FullName)
                + SecondService(args[0], scratch.FullName) + SmallDisks(args[0], args[1], scratch.FullName);
            Console.WriteLine(wrong == 0 ? "nothing lost, nothing half there" : $"{wrong} WRONG");
            return wrong == 0 ? 0 : 1;
        }
        finally
        {
            scratch.Delete(recursive: true);
        }
    }

    private static int Kill(string program, string folder, int kills, Random random, string scratch)
    {
        Dictionary<string, string> files = Directory.EnumerateFiles(folder).ToDictionary(path => Path.GetFileName(path)!, path => path);
        ReportArchive whole = Open(Path.Combine(scratch, "whole"));
        whole.Ingest(files.Values.Order(StringComparer.Ordinal), null, CancellationToken.None);
        Dictionary<string, int> paragraphs = whole.Catalogue.Sources().ToDictionary(source => source.Name, source => source.Paragraphs);
        // A file whose content another has too is never stored under its own name.
        var sent = files.Where(file => paragraphs.ContainsKey(file.Key)).ToDictionary();
        int wrong = 0, done = 0, acknowledged = 0;
        while (done < kills)
        {
            string data = Path.Combine(scratch, $"killed{done}");
            var actor = new ServiceActor(sent, paragraphs, random);
            RunningService service = RunningService.Start(program, data);
            for (int i = 0; i < KillsOfAnArchive && done < kills; i++)
            {
                Task<int> work = Task.Run(() => actor.WorkAsync(service.Client));
                Thread.Sleep(TimeSpan.FromMilliseconds(random.NextDouble() * LongestMilliseconds));
                wrong += ++done % KillsOfABackup == 0 ? Backup(program, data, Path.Combine(scratch, $"backup{done}"), [.. actor.Acknowledged]) : 0;
                service.Kill();
                service.Dispose();
                acknowledged += work.Result;
                service = RunningService.Start(program, data);
                wrong += actor.FaultsAsync(service.Client).Result.Sum(fault => Wrong($"after kill {done}: {fault}"));
            }

            service.Dispose();
            Console.WriteLine($"{done} kills, {acknowledged} acknowledged, {wrong} wrong");
        }

        return wrong;
    }

    /// <summary>What was acknowledged and then removed while the backup was made may be missing; whether it is, the log says.</summary>
    private static int Backup(string program, string data, string folder, string[] before)
    {
        string restored = folder + "-restored";
        (int exit, string said) = Command(program, "backup", folder, "--data", data);
        (int again, string words) = exit == 0 ? Command(program, "restore", folder, "--data", restored) : (exit, said);
        if (again != 0)
        {
            return Wrong($"backup or restore: {words}");
        }

        ReportArchive archive = Open(restored);
        HashSet<string> removed = [.. archive.Log.Entries(null, int.MaxValue, null, "source.remove").Select(entry => entry.Detail.Split('；')[0])];
        HashSet<string> there = [.. archive.Catalogue.Sources().Select(source => source.Name)];
        // A job that was accepted just before the backup is in it as a job, without its files.
        HashSet<string> promised = [.. before.Except(there).Except(removed)];
        int wrong = IndexTruth.IsAsRebuilt(restored) ? 0 : Wrong("a restored archive does not answer as when it is built anew");
        wrong += JingJian.Archive.Upkeep.Checkup.Run(new ArchiveOptions { DataFolder = restored }, TimeProvider.System)
            .Count(check => check.State == "bad" && Wrong($"restored: {check.Message}") == 1);
        int waiting = archive.Jobs.All(null, 100).Where(job => job.State is not "done").Sum(job => job.Files);
        return wrong + (promised.Count <= waiting ? 0 : Wrong($"{promised.Count} acknowledged files are not in the backup, and only {waiting} wait in jobs"));
    }

    private static int SecondService(string program, string scratch)
    {
        string data = Path.Combine(scratch, "twice");
        using RunningService first = RunningService.Start(program, data);
        try
        {
            using RunningService second = RunningService.Start(program, data);
            return Wrong("a second service started");
        }
        catch (InvalidOperationException refused) when (refused.Message.Contains("另一个镜鉴服务", StringComparison.Ordinal))
        {
            Console.WriteLine("a second service over the same folder: " + refused.Message.Trim());
            return 0;
        }
    }

    /// <summary>A disk with too little room, one that fills up while a job runs, one that is read-only.</summary>
    private static int SmallDisks(string program, string folder, string scratch)
    {
        string disk = Directory.CreateDirectory(Path.Combine(scratch, "disk")).FullName, data = Path.Combine(disk, "data");
        if (!SmallDisk.Mount(disk, TightBytes))
        {
            Console.WriteLine("no disk may be mounted here: full and read-only disks were left out");
            return 0;
        }

        string[] files = [.. Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal).Take(40)];
        try
        {
            int wrong = 0;
            using (RunningService service = RunningService.Start(program, data))
            {
                string refused = Send(service.Client, files[..1], "api/v1/jobs");
                Console.WriteLine("too little room: " + refused);
                wrong += refused.Contains("upload.no-space", StringComparison.Ordinal) ? 0 : Wrong("it was not refused");
                SmallDisk.Remount(disk, $"size={RoomyBytes}");
                foreach ((string stage, string[] part) in Stages.Zip(files.Chunk((files.Length + Stages.Length - 1) / Stages.Length)))
                {
                    wrong += FillUnder(service.Client, part, Path.Combine(disk, "filler"), stage);
                }
            }

            return wrong + (SmallDisk.Remount(disk, "ro") ? ReadOnly(program, data) : 0);
        }
        finally
        {
            SmallDisk.Unmount(disk);
        }
    }

    /// <summary>Takes all room while a job is at a stage, gives it back, and takes the job up again where it had to give up.</summary>
    private static int FillUnder(HttpClient client, string[] files, string filler, string stage)
    {
        using JsonDocument made = JsonDocument.Parse(Send(client, files, "api/v1/jobs"));
        string job = $"api/v1/jobs/{made.RootElement.GetProperty("id").GetInt64()}";
        if (!Reaches(client, job, stage))
        {
            Console.WriteLine($"full disk: {stage} was over before it was seen");
            return 0;
        }

        using (FileStream full = File.Create(filler))
        {
            byte[] chunk = new byte[1 << 20];
            try
            {
                while (true)
                {
                    full.Write(chunk);
                    full.Flush();
                }
            }
            catch (IOException)
            {
                // There is no more room.
            }

            Thread.Sleep(FullFor);
            int wrong = Answers(client, "api/v1/search?q=x", "on a full disk");
            full.SetLength(0);
            full.Dispose();
            string state = "";
            for (int tries = 0; tries < 10 && state != "done"; tries++)
            {
                client.GetStringAsync(new Uri(job + "/events", UriKind.Relative)).Wait();
                using JsonDocument now = JsonDocument.Parse(client.GetStringAsync(new Uri(job, UriKind.Relative)).Result);
                state = now.RootElement.GetProperty("state").GetString()!;
                Console.WriteLine($"disk filled up at {stage}: the job is {state} {now.RootElement.GetProperty("reason")}");
                if (state == "failed")
                {
                    using HttpResponseMessage resumed = client.PostAsync(new Uri(job + "/resume", UriKind.Relative), null).Result;
                }
            }

            return wrong + (state == "done" ? 0 : Wrong("the job was not finished with more room")) + Answers(client, "health/ready", "with more room");
        }
    }

    /// <summary>Waits until a job is at a stage; false when it ended before.</summary>
    private static bool Reaches(HttpClient client, string job, string stage)
    {
        while (true)
        {
            using JsonDocument now = JsonDocument.Parse(client.GetStringAsync(new Uri(job, UriKind.Relative)).Result);
            if (now.RootElement.GetProperty("stage").GetString() == stage)
            {
                return true;
            }

            if (now.RootElement.GetProperty("endedAt").ValueKind != JsonValueKind.Null)
            {
                return false;
            }
        }
    }

    private static int ReadOnly(string program, string data)
    {
        try
        {
            using RunningService started = RunningService.Start(program, data);
            return Wrong("a service started on a read-only disk");
        }
        catch (InvalidOperationException refused)
        {
            Console.WriteLine("read-only disk: " + refused.Message.Trim());
            return refused.Message.Contains("   at ", StringComparison.Ordinal) || !refused.Message.Contains("只读", StringComparison.Ordinal) ? Wrong("it was not said") : 0;
        }
    }

    private static int Answers(HttpClient client, string path, string when)
    {
        using HttpResponseMessage answer = client.GetAsync(new Uri(path, UriKind.Relative)).Result;
        return answer.IsSuccessStatusCode ? 0 : Wrong($"{when}: {answer.StatusCode} to {path}");
    }

    private static string Send(HttpClient client, string[] files, string path)
    {
        using var form = new MultipartFormDataContent();
        Array.ForEach(files, file => form.Add(new ByteArrayContent(File.ReadAllBytes(file)), "files", Path.GetFileName(file)));
        using HttpResponseMessage answer = client.PostAsync(new Uri(path, UriKind.Relative), form).Result;
        return answer.Content.ReadAsStringAsync().Result;
    }

    private static (int Exit, string Said) Command(string program, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [program, .. arguments]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        string said = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, said);
    }

    private static ReportArchive Open(string data) => ReportArchive.Open(new ArchiveOptions { DataFolder = data }, TimeProvider.System);

    private static int Wrong(string what)
    {
        Console.WriteLine("WRONG: " + what);
        return 1;
    }
}
