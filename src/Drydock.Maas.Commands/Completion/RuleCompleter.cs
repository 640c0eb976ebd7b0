using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using Drydock.Maas.Design.Validation;

namespace Drydock.Maas.Commands.Completion;

/// <summary>Completes rules that designs are validated by.</summary>
public sealed class RuleCompleter : IArgumentCompleter
{
    /// <summary>Answers what begins with the word.</summary>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Completions.Of(DesignValidator.Rules.Select(r => r.RuleId), wordToComplete);
}
