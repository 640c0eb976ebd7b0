using System.Text.RegularExpressions;
using Drydock.Maas.Design.Airship;

namespace Drydock.Maas.Commands.Completion;

/// <summary>Completes values of the documents below the path given so far, as they are written; nothing is rendered.</summary>
internal abstract partial class DocumentCompleter : ValueCompleter
{
    private const int MostFiles = 2000;
    private const long LargestFile = 1 << 20;

    private protected abstract IEnumerable<string> FindValues(IEnumerable<(string Schema, string Name)> documents, CompletionContext context);

    private protected sealed override IEnumerable<string> FindValues(CompletionContext context) =>
        FindValues(Read($"{context.Find("Path", "LiteralPath")}"), context);

    private static List<(string Schema, string Name)> Read(string path)
    {
        try
        {
            var files = File.Exists(path) ? [path]
                : Directory.Exists(path) ? Directory.EnumerateFiles(path, "*.yaml", SearchOption.AllDirectories).Take(MostFiles) : [];
            return [.. files.Where(f => new FileInfo(f).Length < LargestFile).SelectMany(f => FindDocuments(File.ReadAllText(f)))];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The prompt is no place for errors.
            return [];
        }
    }

    private static IEnumerable<(string Schema, string Name)> FindDocuments(string text) =>
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

/// <summary>Completes schemas of documents.</summary>
internal sealed class SchemaCompleter : DocumentCompleter
{
    private protected override IEnumerable<string> FindValues(IEnumerable<(string Schema, string Name)> documents, CompletionContext context) =>
        documents.Select(d => d.Schema);
}

/// <summary>Completes names of documents, of those of the schema given so far.</summary>
internal sealed class DocumentNameCompleter : DocumentCompleter
{
    private protected override IEnumerable<string> FindValues(IEnumerable<(string Schema, string Name)> documents, CompletionContext context)
    {
        var schema = $"{context.Find("Schema")}";
        return documents.Where(d => schema.Length == 0 || d.Schema == schema).Select(d => d.Name);
    }
}

/// <summary>Completes the sites of the repository given as path.</summary>
internal sealed class SiteNameCompleter : ValueCompleter
{
    private protected override IEnumerable<string> FindValues(CompletionContext context) =>
        context.Find("Path", "LiteralPath") is string folder && Directory.Exists(folder) ? SiteRepository.FindSites(folder) : [];
}
