using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using Drydock.Maas.Security;

namespace Drydock.Maas.Commands.Completion;

/// <summary>Completes one kind of value. Quick, or silent: the prompt is no place for errors.</summary>
internal abstract class ValueCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        var start = (wordToComplete ?? "").Trim('\'', '"');
        return FindValues(new(commandAst, fakeBoundParameters))
            .Where(v => IsBegunBy(v, start))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Order(StringComparer.OrdinalIgnoreCase)
            .Select(v => (Value: v, Shown: TerminalText.EscapeLine(v)))
            .Select(v => new CompletionResult(Quote(v.Value), v.Shown, CompletionResultType.ParameterValue, v.Shown));
    }

    /// <summary>All values there are.</summary>
    private protected abstract IEnumerable<string> FindValues(CompletionContext context);

    /// <summary>Whether somebody who typed this much may mean the value.</summary>
    private protected virtual bool IsBegunBy(string value, string start) => value.StartsWith(start, StringComparison.OrdinalIgnoreCase);

    private static string Quote(string value) =>
        value.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.')
            ? value
            : $"'{CodeGeneration.EscapeSingleQuotedStringContent(value)}'";
}
