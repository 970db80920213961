using System.Text.Json;

namespace JingJian.Tests.Cli;

/// <summary>Short ways into a JSON object.</summary>
internal static class Json
{
    /// <summary>Text of a property.</summary>
    public static string Text(this JsonElement value, string name) => value.GetProperty(name).GetString()!;

    /// <summary>Number of a property.</summary>
    public static int Number(this JsonElement value, string name) => value.GetProperty(name).GetInt32();

    /// <summary>The names of the properties.</summary>
    public static IEnumerable<string> Keys(this JsonElement value) => value.EnumerateObject().Select(property => property.Name);

    /// <summary>Fails unless all the properties are there.</summary>
    public static void Has(this JsonElement value, string names) =>
        Assert.Empty(names.Split(' ').Except(value.Keys()));
}
