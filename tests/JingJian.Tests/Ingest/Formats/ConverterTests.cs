using System.Diagnostics;
using System.Text;
using JingJian.Ingest;
using JingJian.Ingest.Formats.Converters;
using JingJian.Text;
using static JingJian.Tests.Ingest.Formats.Reading;

namespace JingJian.Tests.Ingest.Formats;

/// <summary>Formats that other programs convert: what they give, what is said without them, and that they cannot run away.</summary>
public sealed class ConverterTests
{
    private static readonly IngestLimits NoConverters = IngestLimits.Default with { ConverterFolders = "" };

    [Theory]
    [InlineData("%PDF-1.4\n", "pdftotext")]
    [InlineData("{\\rtf1 x}", "LibreOffice")]
    public void Without_its_program_a_file_is_refused_with_the_name_of_the_program(string content, string program)
    {
        Fault fault = Refused(Utf8(content), NoConverters);

        Assert.Equal("ingest.converter-missing", fault.Code);
        Assert.Contains(program, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rich_text_is_read_through_LibreOffice()
    {
        Needs("soffice");

        DecodedText decoded = Accepted(Encoding.ASCII.GetBytes("{\\rtf1\\ansi\\uc1 \\u36208?\\u35775?\\u32844?\\u24037?214\\par \\u21457?\\u25918?\\par}"));

        Assert.Equal("走访职工214\n发放", decoded.Text.Trim());
        Assert.Matches("""^rtf \(LibreOffice \d+\.\d+""", decoded.Encoding);
    }

    [Fact]
    public void A_pdf_is_read_through_pdftotext()
    {
        Needs("pdftotext");

        DecodedText decoded = Accepted(Pdf("BT /F 12 Tf 72 700 Td (Annual report 2021) Tj ET"));

        Assert.Equal("Annual report 2021", decoded.Text.Trim());
        Assert.Matches("""^pdf \(pdftotext \d+\.\d+""", decoded.Encoding);
    }

    [Fact]
    public void A_pdf_without_a_text_layer_is_refused_as_a_scan()
    {
        Needs("pdftotext");

        Fault fault = Refused(Pdf("0 0 100 100 re f"));

        Assert.Equal("ingest.no-text", fault.Code);
        Assert.Contains("扫描件", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pdf_of_too_many_pages_is_refused()
    {
        Needs("pdftotext");
        byte[] pdf = Pdf("BT /F 12 Tf 72 700 Td (x) Tj ET");

        Assert.Equal("ingest.too-many-pages", Refused(pdf, IngestLimits.Default with { MaxPages = 0 }).Code);
        Assert.Equal("x", Accepted(pdf, IngestLimits.Default with { MaxPages = 1 }).Text.Trim());
    }

    [Fact]
    public void A_damaged_pdf_is_refused()
    {
        Needs("pdftotext");

        Assert.Equal("ingest.damaged", Refused(Utf8("%PDF-1.7\nnothing that follows is one")).Code);
    }

    [Theory]
    [InlineData("Workbook", "电子表格")]
    [InlineData("PowerPoint Document", "演示文稿")]
    [InlineData("EncryptedPackage", "密码")]
    public void Old_office_files_that_are_no_text_are_refused_by_what_they_are(string stream, string named) =>
        Assert.Contains(named, Refused(Compound(stream), NoConverters).Message, StringComparison.Ordinal);

    [Fact]
    public void A_Word_file_with_a_password_is_refused_as_encrypted()
    {
        byte[] file = Compound("WordDocument");
        file[512 + 11] = 1;

        Assert.Equal("ingest.encrypted", Refused(file, NoConverters).Code);
        file[512 + 11] = 0;
        Assert.Equal("ingest.converter-missing", Refused(file, NoConverters).Code);
    }

    [Fact]
    public void A_program_that_hangs_is_stopped_with_its_children()
    {
        using var folder = new ScratchFolder();

        ChildResult result = ChildProgram.Run("/bin/sh", ["-c", "sleep 1234.5 & sleep 1234.5"], folder.Path, TimeSpan.FromSeconds(0.5), IngestLimits.Default);

        Assert.Equal(ChildEnd.OutOfTime, result.End);
        Assert.False(IsRunning("sleep", "1234.5"));
    }

    [Fact]
    public void A_program_that_writes_without_end_is_stopped()
    {
        using var folder = new ScratchFolder();

        ChildResult result = ChildProgram.Run(
            "/bin/sh", ["-c", "while :; do echo 00000000000000000000; done"], folder.Path, TimeSpan.FromSeconds(60), IngestLimits.Default with { MaxFileBytes = 100_000 });

        Assert.Equal(ChildEnd.TooMuchOutput, result.End);
    }

    [Fact]
    public void A_program_cannot_take_more_memory_than_it_is_given()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/prlimit"), "prlimit is not installed");
        using var folder = new ScratchFolder();

        ChildResult result = ChildProgram.Run(
            "/bin/dd", ["if=/dev/zero", "of=/dev/null", "bs=400M", "count=1"], folder.Path, TimeSpan.FromSeconds(20), IngestLimits.Default with { MaxConverterMemoryBytes = 200 << 20 });

        Assert.NotEqual(0, result.ExitCode);
    }

    [Fact]
    public void A_program_sees_an_environment_of_four_variables_and_no_shell_reads_its_arguments()
    {
        using var folder = new ScratchFolder();

        ChildResult environment = ChildProgram.Run("/usr/bin/env", [], folder.Path, TimeSpan.FromSeconds(20), IngestLimits.Default);
        ChildResult echo = ChildProgram.Run("/bin/echo", ["$(id) ; `id` > x"], folder.Path, TimeSpan.FromSeconds(20), IngestLimits.Default);

        Assert.Equal(
            ["HOME", "LANG", "PATH", "TMPDIR"],
            Encoding.UTF8.GetString(environment.Output).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('=')[0]).Order(StringComparer.Ordinal));
        Assert.Equal("$(id) ; `id` > x\n", Encoding.UTF8.GetString(echo.Output));
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void A_program_has_no_network_where_the_system_can_take_it_away()
    {
        Assert.SkipUnless(Confinement.HasNoNetwork, "unshare is not permitted on this machine");
        using var folder = new ScratchFolder();

        ChildResult result = ChildProgram.Run("/bin/cat", ["/proc/self/net/dev"], folder.Path, TimeSpan.FromSeconds(20), IngestLimits.Default);

        Assert.DoesNotContain("eth", Encoding.UTF8.GetString(result.Output), StringComparison.Ordinal);
    }

    [Fact]
    public void A_conversion_leaves_no_folder_behind()
    {
        Needs("pdftotext");
        string[] before = Directory.GetDirectories(Path.GetTempPath(), "jingjian-convert-*");

        Accepted(Pdf("BT /F 12 Tf 72 700 Td (x) Tj ET"));

        Assert.DoesNotContain(
            Directory.GetDirectories(Path.GetTempPath(), "jingjian-convert-*").Except(before), folder => File.Exists(Path.Combine(folder, "input.pdf")));
    }

    /// <summary>Whether a program runs with that argument.</summary>
    internal static bool IsRunning(string program, string argument) => Process.GetProcessesByName(program).Any(process => HasArgument(process, argument));

    /// <summary>Skips where a program is missing that the test needs.</summary>
    internal static void Needs(string program) =>
        Assert.SkipUnless(IngestLimits.Default.ConverterFolders.Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program))), $"{program} is not installed");

    /// <summary>A file of one page with that content; its table of objects is left for the reader to mend.</summary>
    private static byte[] Pdf(string content) => Encoding.ASCII.GetBytes(
        "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj\n"
        + $"4 0 obj<</Length {content.Length}>>stream\n{content}\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");

    /// <summary>A compound file with one stream that starts in the first sector after its head.</summary>
    private static byte[] Compound(string stream)
    {
        byte[] file = new byte[2048];
        Convert.FromHexString("D0CF11E0A1B11AE1").CopyTo(file, 0);
        file[30] = 9;
        byte[] name = Encoding.Unicode.GetBytes(stream + "\0");
        name.CopyTo(file, 1024);
        file[1024 + 64] = (byte)name.Length;
        return file;
    }

    private static bool HasArgument(Process process, string argument)
    {
        try
        {
            return File.ReadAllText($"/proc/{process.Id}/cmdline").Contains(argument, StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false;
        }
    }
}
