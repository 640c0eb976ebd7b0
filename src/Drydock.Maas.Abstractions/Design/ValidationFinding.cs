using Drydock.Maas.Planning;
using Drydock.Maas.Security;

namespace Drydock.Maas.Design;

/// <summary>Something a rule found in a design.</summary>
public sealed record ValidationFinding
{
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

    /// <summary>The documents it is about; none when it is about the design as a whole.</summary>
    public IReadOnlyList<ValidationDocument> Documents { get; init => field = TextList<ValidationDocument>.Of(value); } = [];

    /// <summary>Severity, code, message, documents with their places, and what to do, in one line.</summary>
    public override string ToString()
    {
        var documents = Documents.Count == 0 ? "" : $" ({string.Join(", ", Documents.Select(Place))})";
        return $"{Severity} {Code} {Message}{documents} {Diagnostic}".TrimEnd();
    }

    private static string Place(ValidationDocument document) =>
        document.File is null
            ? $"{document}"
            : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{document}, {document.File}:{document.Line}");
}
