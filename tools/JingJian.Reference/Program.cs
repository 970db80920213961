// The build of src/JingJian.Client starts this: OPENAPI FOLDER, the promised document and where the generated files go.
using System.Text.Json;
using JingJian.Reference;

using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(args[0]));
Directory.CreateDirectory(args[1]);
foreach ((string name, string content) in ClientFiles.Make(document.RootElement))
{
    File.WriteAllText(Path.Combine(args[1], name), content);
}
