using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using Drydock.Maas.Commands.Completion;

namespace Drydock.Maas.Commands.Simulator;

/// <summary>Completes machines, paths and operations of the running simulators of this runspace.</summary>
public sealed class SimulatorCompleter : IArgumentCompleter
{
    /// <summary>Answers what begins with the word.</summary>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Completions.Of(RunningSimulators.OfThisRunspace.SelectMany(simulator => Values(simulator, parameterName)), wordToComplete);

    private static IEnumerable<string> Values(SimulatedMaas simulator, string parameter) => parameter switch
    {
        "Machine" => simulator.Hostnames,
        "Path" => simulator.Paths,
        "Operation" => simulator.Operations,
        _ => [],
    };
}
