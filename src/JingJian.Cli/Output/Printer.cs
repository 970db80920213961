using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Spectre.Console;

namespace JingJian.Cli.Output;

/// <summary>Where a command's data and messages go: data on standard output and nothing else, the rest on standard error.</summary>
internal sealed class Printer : IDisposable
{
    private static readonly JsonSerializerOptions JsonOptions = new(JsonSerializerDefaults.Web)
    {
        // Chinese stays readable; the output is data for programs, not HTML.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.Never,
    };

    private readonly StreamWriter output = new(Console.OpenStandardOutput(), new UTF8Encoding(false), 1 << 16) { NewLine = "\n" };

    /// <summary>Makes a printer.</summary>
    /// <param name="json">Whether data is printed as JSON Lines.</param>
    public Printer(bool json) => Json = json;

    /// <summary>Whether data is printed as JSON Lines.</summary>
    public bool Json { get; }

    /// <summary>Whether a person's terminal shows the data, so that colours help.</summary>
    public bool Colours { get; } = !Console.IsOutputRedirected && Environment.GetEnvironmentVariable("NO_COLOR") is null;

    /// <summary>The console for messages and progress.</summary>
    public static IAnsiConsole Messages { get; } = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });

    /// <summary>Whether messages go to a terminal, so that progress is worth showing.</summary>
    public static bool ShowsProgress => !Console.IsErrorRedirected;

    /// <summary>One line for people.</summary>
    public void Line(string text = "") => output.WriteLine(Shown.Of(text));

    /// <summary>One object on one line for programs.</summary>
    public void Object<T>(T value) => output.WriteLine(JsonSerializer.Serialize(value, JsonOptions));

    /// <summary>Shows what was printed so far, where a command goes on.</summary>
    public void Flush() => output.Flush();

    /// <summary>A sentence for the person on standard error.</summary>
    public static void Message(string text) => Console.Error.WriteLine(Shown.Of(text));

    /// <summary>Words that stand out on a terminal.</summary>
    public string Strong(string text) => Colours ? $"{Shown.Strong}{text}{Shown.End}" : text;

    /// <summary>Words that stand back on a terminal.</summary>
    public string Faint(string text) => Colours ? $"{Shown.Faint}{text}{Shown.End}" : text;

    /// <summary>Writes out what is still buffered. A reader that went away (<c>| head</c>) is no error.</summary>
    public void Dispose()
    {
        try
        {
            output.Dispose();
        }
        catch (IOException)
        {
            // Nobody reads any more.
        }
    }
}
