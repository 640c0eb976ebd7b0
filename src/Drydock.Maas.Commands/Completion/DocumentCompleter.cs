using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Text.RegularExpressions;

namespace Drydock.Maas.Commands.Completion;

/// <summary>Completes schemas and names of the documents below the path given so far, as they are written; nothing is rendered.</summary>
public sealed partial class DocumentCompleter : IArgumentCompleter
{
    private const int MostFiles = 2000;
    private const long LargestFile = 1 << 20;

    /// <summary>Answers what begins with the word.</summary>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        var given = fakeBoundParameters?["Path"] ?? fakeBoundParameters?["LiteralPath"];
        var path = $"{(given is PSObject wrapped ? wrapped.BaseObject : given)}";
        var wanted = $"{fakeBoundParameters?["Schema"]}";
        var documents = Read(path);
        return Completions.Of(
            parameterName == "Schema"
                ? documents.Select(d => d.Schema)
                : documents.Where(d => wanted.Length == 0 || d.Schema == wanted).Select(d => d.Name),
            wordToComplete);
    }

    private static List<(string Schema, string Name)> Read(string path)
    {
        try
        {
            var files = File.Exists(path) ? [path]
                : Directory.Exists(path) ? Directory.EnumerateFiles(path, "*.yaml", SearchOption.AllDirectories).Take(MostFiles) : [];
            return [.. files.Where(f => new FileInfo(f).Length < LargestFile).SelectMany(f => Documents(File.ReadAllText(f)))];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The prompt is no place for errors.
            return [];
        }
    }

    private static IEnumerable<(string Schema, string Name)> Documents(string text) =>
        from part in Separator().Split(text)
        let schema = Schema().Match(part)
        let name = Name().Match(part)
        where schema.Success && name.Success
        select (schema.Groups[1].Value, name.Groups[1].Value);

    [GeneratedRegex("^---", RegexOptions.Multiline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Separator();

    [GeneratedRegex("^schema: *['\"]?([^'\"\\s]+)", RegexOptions.Multiline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Schema();

    [GeneratedRegex(
        "^metadata:[^\\S\\n]*(?:\\{|\\n)(?:[^\\n]*\\n)*?[^\\n]*?\\bname: *['\"]?([^'\",}\\s]+)",
        RegexOptions.Multiline | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Name();
}
