using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using Drydock.Maas.Design;

namespace Drydock.Maas.Commands.Completion;

/// <summary>Completes node names, tags and racks from the design given to the command.</summary>
public sealed class DesignCompleter : IArgumentCompleter
{
    /// <summary>Answers what begins with the word.</summary>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        if (Completions.DesignOf(commandAst, fakeBoundParameters) is not { } design)
            return [];
        var values = parameterName switch
        {
            "Tag" => design.Nodes.SelectMany(n => n.Tags),
            "Rack" => design.Nodes.Select(n => n.Rack).OfType<string>(),
            "SkipBootAction" => design.BootActions.Select(a => a.Name),
            "Link" => design.NetworkLinks.Select(l => l.Name),
            "Name" when commandName.EndsWith("BootAction", StringComparison.OrdinalIgnoreCase) => design.BootActions.Select(a => a.Name),
            _ when commandName.EndsWith("Network", StringComparison.OrdinalIgnoreCase) => design.Networks.Select(n => n.Name),
            _ => design.Nodes.Select(n => n.Name),
        };
        return Completions.Of(values, wordToComplete);
    }
}
