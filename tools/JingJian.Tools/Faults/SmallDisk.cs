using System.Diagnostics;

namespace JingJian.Tools.Faults;

/// <summary>Small disks to run out of: file systems in memory, which only root may mount.</summary>
internal static class SmallDisk
{
    /// <summary>Mounts one of so many bytes on a folder; false where that is not allowed.</summary>
    public static bool Mount(string folder, long bytes) => Run("mount", "-t", "tmpfs", "-o", $"size={bytes}", "none", folder);

    /// <summary>Mounts it anew with other options.</summary>
    public static bool Remount(string folder, string options) => Run("mount", "-o", $"remount,{options}", folder);

    /// <summary>Takes it away; what is still mapped of it is freed when nobody reads it any more.</summary>
    public static bool Unmount(string folder) => Run("umount", "--lazy", folder);

    private static bool Run(string command, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(command, arguments) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
