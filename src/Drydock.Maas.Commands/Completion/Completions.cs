using System.Management.Automation;
using System.Management.Automation.Language;

namespace Drydock.Maas.Commands.Completion;

/// <summary>Makes completions of values.</summary>
internal static class Completions
{
    public static IEnumerable<CompletionResult> Of(IEnumerable<string> values, string? word)
    {
        var start = (word ?? "").Trim('\'', '"');
        return values
            .Where(v => v.StartsWith(start, StringComparison.OrdinalIgnoreCase))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Order(StringComparer.OrdinalIgnoreCase)
            .Select(v => new CompletionResult(Quote(v), v, CompletionResultType.ParameterValue, v));
    }

    private static string Quote(string value) =>
        value.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.') ? value : $"'{CodeGeneration.EscapeSingleQuotedStringContent(value)}'";
}
