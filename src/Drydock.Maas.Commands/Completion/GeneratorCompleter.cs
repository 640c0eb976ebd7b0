using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace Drydock.Maas.Commands.Completion;

/// <summary>Completes what makes build data: programs, and kinds of scripts.</summary>
public sealed class GeneratorCompleter : IArgumentCompleter
{
    private static readonly string[] Generators = ["lshw", "lldp", "commission:*", "testing:*", "deploy:*"];

    /// <summary>Answers what begins with the word.</summary>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Completions.Of(Generators, wordToComplete);
}
