using Microsoft.Data.Sqlite;

namespace JingJian.Archive;

/// <summary>Puts what SQLite and the file system report into words.</summary>
public static class StoreFaults
{
    // https://www.sqlite.org/rescode.html
    private const int Busy = 5;
    private const int ReadOnly = 8;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;

    // errno of Linux and macOS, ERROR_DISK_FULL of Windows.
    private const int NoSpace = 28;
    private const int DiskFull = unchecked((int)0x80070070);

    // The same for a disk that may only be read.
    private const int ReadOnlyFileSystem = 30;
    private const int WriteProtected = unchecked((int)0x80070013);

    /// <summary>Whether the file itself is damaged.</summary>
    public static bool IsDamage(SqliteException error) => error.SqliteErrorCode is Corrupt or NotADatabase;

    /// <summary>Whether a file could not be written because the disk is full.</summary>
    public static bool IsFull(IOException error) => error.HResult is NoSpace or DiskFull;

    /// <summary>Whether a file could not be written because the disk may only be read.</summary>
    public static bool IsReadOnly(IOException error) => error.HResult is ReadOnlyFileSystem or WriteProtected;

    /// <summary>What is wrong and what to do about it.</summary>
    public static string Sentence(SqliteException error) => error.SqliteErrorCode switch
    {
        _ when IsDamage(error) => "数据库文件已损坏，请用备份恢复，或换一个数据目录重新入库。",
        Busy => "数据库正被另一个程序占用，请稍后再试。",
        ReadOnly => "没有写入数据库的权限。",
        CannotOpen => "数据库文件打不开，请检查权限。",
        Full => "磁盘已满，无法写入数据库。",
        _ => $"数据库出错（系统提示：{error.Message}）。",
    };
}
