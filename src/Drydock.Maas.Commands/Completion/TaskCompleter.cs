using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using Drydock.Maas.Design;
using Drydock.Maas.Design.Strategy;
using Drydock.Maas.Provisioning.Tasks;
using Drydock.Maas.Tasks;

namespace Drydock.Maas.Commands.Completion;

/// <summary>Completes steps of the action given, names of time limits, and strategies of the design given.</summary>
public sealed class TaskCompleter : IArgumentCompleter
{
    /// <summary>Answers what begins with the word.</summary>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        var values = parameterName switch
        {
            "Timeout" => TaskTimeouts.Names.Select(n => $"@{{ {n} = 60 }}"),
            "Include" => TaskSteps.OnRequest,
            "Strategy" => Strategies(Completions.DesignOf(commandAst, fakeBoundParameters)),
            _ => Steps(fakeBoundParameters?["Action"]),
        };
        return Completions.Of(values, wordToComplete);
    }

    private static IEnumerable<string> Steps(object? action) =>
        LanguagePrimitives.TryConvertTo<DrydockTaskAction>(action, out var known) && action is not null
            ? TaskSteps.NamesOf(known)
            : Enum.GetValues<DrydockTaskAction>().SelectMany(TaskSteps.NamesOf).Distinct();

    private static IEnumerable<string> Strategies(SiteDesign? design) =>
        design?.DeploymentDocuments.Where(d => d.Schema == StrategyReader.Schema).Select(d => d.Name) ?? [];
}
