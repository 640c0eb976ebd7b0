using System.Globalization;
using Drydock.Maas.Planning;
using Drydock.Maas.Security;

namespace Drydock.Maas.Design;

/// <summary>A finding of a rule in a design.</summary>
public sealed record ValidationFinding
{
    private const int MostNamed = 5;
    private const int LongestLine = 43;

    /// <summary>The rule that found it, for example CidrValidity; unique.</summary>
    public required string RuleId { get; init; }

    /// <summary>The rule's code, for example DD2006. Some of Drydock's codes stand for two rules.</summary>
    public required string Code { get; init; }

    /// <summary>How grave it is.</summary>
    public ValidationSeverity Severity { get; init; }

    /// <summary>What is wrong, after the rule's name; credentials of addresses are masked in it.</summary>
    public required string Message { get; init => field = UrlCredential.Hide(value); }

    /// <summary>What to do about it.</summary>
    public string Diagnostic { get; init; } = "";

    /// <summary>The nodes it concerns, and no others; none when it concerns the site itself.</summary>
    public IReadOnlyList<string> Nodes { get; init => field = TextList<string>.From(value); } = TextList<string>.Empty;

    /// <summary>What in MAAS it is about, for example Subnet 10.0.0.0/24; null where it is about documents alone.</summary>
    public string? Resource { get; init; }

    /// <summary>The property of that, in MAAS's words; null for all of it.</summary>
    public string? Property { get; init; }

    /// <summary>The file the mistake is in; null when the design came from elsewhere, or as a whole is meant.</summary>
    public string? File => Documents.Count > 0 ? Documents[0].File : null;

    /// <summary>The line the mistake is in, from 1; 0 when unknown.</summary>
    public int Line => Documents.Count > 0 ? Documents[0].Line : 0;

    /// <summary>File, as short as the site's files allow, and line; empty when unknown.</summary>
    public string Place => File is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{Shorten(File)}:{Line}");

    /// <summary>Place, message and what to do, in lines that a table of 80 columns has room for.</summary>
    public IReadOnlyList<string> Finding => TextList<string>.From(
        [.. new[] { Place, Unnamed(Message), Diagnostic }.Where(t => t.Length > 0).SelectMany(Wrap)]);

    /// <summary>The folder that all files of the site are in.</summary>
    internal string? Root { get; init; }

    /// <summary>What findings of other nodes with the same subject have in common, wherever they were written; null: their place.</summary>
    internal object? Subject { get; init; }

    /// <summary>The message for other nodes with the same mistake; null when it names none.</summary>
    internal Func<string, string>? MessageFor { get; init; }

    /// <summary>
    /// The documents it is about, the one with the mistake first, with its line there; none when it is about the design as a whole.
    /// </summary>
    public IReadOnlyList<ValidationDocument> Documents { get; init => field = TextList<ValidationDocument>.From(value); } = TextList<ValidationDocument>.Empty;

    /// <summary>Severity, code, message, documents with their places, and what to do, in one line.</summary>
    public override string ToString()
    {
        var more = Documents.Count > MostNamed ? string.Create(CultureInfo.InvariantCulture, $" and {Documents.Count - MostNamed} more") : "";
        var documents = Documents.Count == 0 ? "" : $" ({string.Join(", ", Documents.Take(MostNamed).Select(GetPlace))}{more})";
        return $"{Severity} {Code} {Message}{documents} {Diagnostic}".TrimEnd();
    }

    // PowerShell breaks lines of tables in the middle of words.
    private static IEnumerable<string> Wrap(string text)
    {
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > LongestLine)
            {
                yield return line;
                line = "";
            }

            line = line.Length == 0 ? word : $"{line} {word}";
        }

        yield return line;
    }

    // The rule stands beside it already.
    private static string Unnamed(string message) =>
        message.IndexOf(": ", StringComparison.Ordinal) is var end and >= 0 ? message[(end + 2)..] : message;

    private string Shorten(string file) =>
        Root is { Length: > 0 } root && file.StartsWith(root, StringComparison.Ordinal) ? file[root.Length..] : file;

    private static string GetPlace(ValidationDocument document) =>
        document.File is null
            ? $"{document}"
            : string.Create(CultureInfo.InvariantCulture, $"{document}, {document.File}:{document.Line}");
}
