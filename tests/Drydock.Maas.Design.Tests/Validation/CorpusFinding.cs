using System.Text.Json;

namespace Drydock.Maas.Design.Tests.Validation;

/// <summary>A message of Drydock's validation. Documents are null where it names none, as in its older envelope.</summary>
internal sealed record CorpusFinding(string? Code, string Severity, string Text, IReadOnlyList<string>? Documents)
{
    public static CorpusFinding Read(JsonElement message)
    {
        var documents = message.GetProperty("documents");
        var names = documents.ValueKind == JsonValueKind.Array && documents.EnumerateArray().All(d => d.ValueKind == JsonValueKind.Object)
            ? documents.EnumerateArray()
                .Select(d => $"{d.GetProperty("schema").GetString()!.Split('/')[1]} {d.GetProperty("name")}")
                .ToList()
            : [];
        var severity = message.GetProperty("level").GetString() ?? "Error";
        return new(
            message.GetProperty("name").GetString(), severity, message.GetProperty("message").GetString()!, names.Count > 0 ? names : null);
    }

    /// <summary>The same code and severity, about the same documents.</summary>
    public bool Equals(ValidationFinding ours) =>
        Code == ours.Code
        && Severity == ours.Severity.ToString()
        && (Documents is null || Documents.SequenceEqual(ours.Documents.Select(d => d.ToString())));

    public override string ToString() => $"{Severity} {Code} {Text} ({string.Join(", ", Documents ?? [])})";
}
