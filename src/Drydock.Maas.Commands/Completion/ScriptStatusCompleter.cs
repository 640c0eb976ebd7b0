using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace Drydock.Maas.Commands.Completion;

/// <summary>Completes statuses of script results.</summary>
public sealed class ScriptStatusCompleter : IArgumentCompleter
{
    private static readonly string[] Statuses =
    [
        "Aborted", "Applying custom network configuration", "Degraded", "Failed", "Failed applying custom network configuration",
        "Failed installing dependencies", "Installing dependencies", "Passed", "Pending", "Running", "Skipped", "Timed out",
    ];

    /// <summary>Answers what begins with the word.</summary>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Completions.Of(Statuses, wordToComplete);
}
