using System.Text.Json;

namespace Drydock.Maas.Design.Tests.Validation;

/// <summary>What Drydock said of a recorded design.</summary>
/// <param name="Name">The design.</param>
/// <param name="Design">Its file.</param>
/// <param name="IsRefused">Whether it could not be read, or not all of it.</param>
/// <param name="IsAborted">Whether a rule, or the compilation, threw: the rules behind it never ran.</param>
/// <param name="Findings">Errors and warnings of its rules.</param>
internal sealed record CorpusVerdict(string Name, string Design, bool IsRefused, bool IsAborted, IReadOnlyList<CorpusFinding> Findings)
{
    /// <summary>Whether not one document was taken for Drydock's.</summary>
    public bool IsEmpty { get; private init; }

    public static CorpusVerdict ReadDesign(string name)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(CorpusFolder.Find("designs", $"{name}.expected.json")));
        var ingest = json.RootElement.GetProperty("ingest");
        var isRefused = ingest.TryGetProperty("error", out _) || !ingest.GetProperty("status").ValueEquals("Success");
        var isEmpty = ingest.TryGetProperty("models", out var models) && models.GetArrayLength() == 0;
        var validation = json.RootElement.GetProperty("validation");
        return Read(name, CorpusFolder.Find("designs", $"{name}.yaml"), isRefused, validation) with { IsEmpty = isEmpty };
    }

    public static CorpusVerdict ReadSite(string name)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(CorpusFolder.Find("sites", name, "validation.json")));
        return Read(name, CorpusFolder.Find("sites", name, "rendered.yaml"), false, json.RootElement);
    }

    private static CorpusVerdict Read(string name, string design, bool isRefused, JsonElement validation)
    {
        var messages = validation.GetProperty("messages").EnumerateArray().Select(CorpusFinding.Read).ToList();
        var isAborted = !isRefused && messages.Exists(m => m.Code is null);
        return new(name, design, isRefused, isAborted, [.. messages.Where(m => m.Code is not null && m.Severity is "Error" or "Warning")]);
    }
}
