using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace Drydock.Maas.Commands.Completion;

/// <summary>Completes the architectures that images are made for.</summary>
public sealed class ArchitectureCompleter : IArgumentCompleter
{
    private static readonly string[] Architectures = ["amd64", "arm64", "armhf", "i386", "ppc64el", "s390x"];

    /// <summary>Answers what begins with the word.</summary>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Completions.Of(Architectures, wordToComplete);
}
