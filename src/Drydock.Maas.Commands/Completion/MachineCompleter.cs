using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Runtime.CompilerServices;
using Drydock.Maas.Api;
using Drydock.Maas.Commands.Base;
using Drydock.Maas.Models;

namespace Drydock.Maas.Commands.Completion;

/// <summary>Completes host names, statuses and tags from the machines of the current session. Quick, or silent.</summary>
public sealed class MachineCompleter : IArgumentCompleter
{
    private static readonly ConditionalWeakTable<MaasSession, RecentList<Machine>> Caches = [];

    /// <summary>Answers what begins with the word.</summary>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        var values = parameterName switch
        {
            "Status" => MachineStatuses.All,
            "Tag" => Machines(fakeBoundParameters).SelectMany(m => m.TagNames),
            "SystemId" => Machines(fakeBoundParameters).Select(m => m.SystemId),
            _ => Machines(fakeBoundParameters).Select(m => m.Hostname),
        };
        return Completions.Of(values, wordToComplete);
    }

    private static IReadOnlyList<Machine> Machines(IDictionary bound) => Completions.SessionOf(bound) is { } session
        ? Caches.GetOrCreateValue(session).Read(token => session.Client.Machines.ListAsync(new MachineFilter(), token))
        : [];
}
