using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using Drydock.Maas.Commands.Input;
using Drydock.Maas.Design;
using Drydock.Maas.Security;

namespace Drydock.Maas.Commands.Completion;

/// <summary>Makes completions of values.</summary>
internal static class Completions
{
    /// <summary>Values that begin with the word.</summary>
    public static IEnumerable<CompletionResult> Of(IEnumerable<string> values, string? word) =>
        Of(values, word, (value, start) => value.StartsWith(start, StringComparison.OrdinalIgnoreCase));

    /// <summary>MAC addresses that begin with the digits of the word, whatever parts them.</summary>
    public static IEnumerable<CompletionResult> OfMacs(IEnumerable<string> values, string? word)
    {
        return Of(values, word, (value, start) => Digits(value).StartsWith(Digits(start), StringComparison.OrdinalIgnoreCase));

        static string Digits(string mac) => string.Concat(mac.Where(char.IsAsciiHexDigit));
    }

    /// <summary>Networks that begin with the word, or are the one it means.</summary>
    public static IEnumerable<CompletionResult> OfNetworks(IEnumerable<string> values, string? word) =>
        Of(values, word, (value, start) =>
            value.StartsWith(start, StringComparison.OrdinalIgnoreCase) || IPBlock.Read(value) == IPBlock.Read(start));

    private static IEnumerable<CompletionResult> Of(IEnumerable<string> values, string? word, Func<string, string, bool> fits)
    {
        var start = (word ?? "").Trim('\'', '"');
        return values
            .Where(v => fits(v, start))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Order(StringComparer.OrdinalIgnoreCase)
            .Select(v => (Value: v, Shown: TerminalText.EscapeLine(v)))
            .Select(v => new CompletionResult(Quote(v.Value), v.Shown, CompletionResultType.ParameterValue, v.Shown));
    }

    /// <summary>The session given so far, or the runspace's; null when there is none that is open.</summary>
    public static MaasSession? SessionOf(IDictionary? bound)
    {
        var given = bound?["Session"];
        var session = (given as PSObject)?.BaseObject as MaasSession ?? given as MaasSession ?? SessionStore.Current;
        return session is { IsDisposed: false } ? session : null;
    }

    /// <summary>The design given so far: as a parameter, or as the variable that the pipeline begins with.</summary>
    public static SiteDesign? DesignOf(CommandAst command, IDictionary? bound)
    {
        var given = bound?["Design"] ?? bound?["InputObject"] ?? bound?["DifferenceDesign"];
        var head = (command.Parent as PipelineAst)?.PipelineElements[0] as CommandExpressionAst;
        if (given is null && head?.Expression is VariableExpressionAst start)
            given = Variable(start.VariablePath.UserPath);
        return (given is PSObject wrapped ? wrapped.BaseObject : given) as SiteDesign;
    }

    private static object? Variable(string name)
    {
        try
        {
            return ScriptBlock.Create("$ExecutionContext.SessionState.PSVariable.GetValue($args[0])").InvokeReturnAsIs(name);
        }
        catch (RuntimeException)
        {
            // The prompt is no place for errors.
            return null;
        }
    }

    private static string Quote(string value) =>
        value.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.')
            ? value
            : $"'{CodeGeneration.EscapeSingleQuotedStringContent(value)}'";
}
