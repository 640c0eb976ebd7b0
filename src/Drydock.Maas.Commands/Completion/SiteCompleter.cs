using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using Drydock.Maas.Design.Airship;

namespace Drydock.Maas.Commands.Completion;

/// <summary>Completes the sites of the repository given as path.</summary>
public sealed class SiteCompleter : IArgumentCompleter
{
    /// <summary>Answers what begins with the word.</summary>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        var given = fakeBoundParameters?["Path"] ?? fakeBoundParameters?["LiteralPath"];
        var path = given is PSObject wrapped ? wrapped.BaseObject : given;
        return path is string folder && Directory.Exists(folder) ? Completions.Of(SiteRepository.FindSites(folder), wordToComplete) : [];
    }
}
