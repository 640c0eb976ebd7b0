using System.Text;
using Drydock.Maas.Models;

namespace Drydock.Maas.Provisioning.Nodes.Interrogate;

/// <summary>A text that a script printed on a machine.</summary>
/// <param name="Kind">The kind of scripts: Commissioning, Testing or Installation.</param>
/// <param name="Name">The script's name; with .err at its end it is the error output.</param>
/// <param name="Text">The text.</param>
/// <param name="HasPassed">Whether the script passed.</param>
internal sealed record ScriptOutput(string Kind, string Name, string Text, bool HasPassed)
{
    public const string Commissioning = "Commissioning";
    public const string Testing = "Testing";
    public const string Installation = "Installation";

    private const string ErrorEnding = ".err";

    // By MAAS's numbers.
    private static readonly string[] Kinds = [Commissioning, Installation, Testing];

    /// <summary>What a script printed, as the answer about many machines has it.</summary>
    public static ScriptOutput Read(NodeResult result) =>
        new(Kinds.ElementAtOrDefault(result.ResultType) ?? "", result.Name, Decode(result.Data), result.ExitStatus == 0);

    /// <summary>What the newest scripts of each kind printed, of all that a machine ever ran: the same texts as in the other answer.</summary>
    public static IEnumerable<ScriptOutput> ReadNewest(IReadOnlyList<ScriptResultSet> sets) => sets
        .GroupBy(s => s.TypeName ?? "", StringComparer.Ordinal)
        .Select(kind => kind.MaxBy(s => s.Id)!)
        .SelectMany(s => s.Results, (s, script) => Read(s.TypeName ?? "", script))
        .SelectMany(texts => texts);

    private static IEnumerable<ScriptOutput> Read(string kind, ScriptResult script)
    {
        var hasPassed = script.StatusName == "Passed";
        yield return new(kind, script.Name, Decode(script.Stdout is { Length: > 0 } printed ? printed : script.Output), hasPassed);
        yield return new(kind, script.Name + ErrorEnding, Decode(script.Stderr), hasPassed);
    }

    private static string Decode(string? base64)
    {
        var bytes = new byte[(base64?.Length ?? 0) * 3 / 4 + 3];
        return base64 is { Length: > 0 } && Convert.TryFromBase64String(base64, bytes, out var length)
            ? Encoding.UTF8.GetString(bytes, 0, length)
            : base64 ?? "";
    }
}
