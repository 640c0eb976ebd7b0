using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Runtime.CompilerServices;
using Drydock.Maas.Api;
using Drydock.Maas.Models;

namespace Drydock.Maas.Commands.Completion;

/// <summary>Completes host names, statuses and tags from the machines of the current session. Quick, or silent.</summary>
public sealed class MachineCompleter : IArgumentCompleter
{
    private static readonly ConditionalWeakTable<MaasSession, RecentList<Machine>> Caches = [];

    private static readonly string[] Statuses =
    [
        "New", "Commissioning", "Failed commissioning", "Ready", "Reserved", "Allocated", "Deploying", "Deployed", "Failed deployment", "Retired", "Broken",
        "Releasing", "Releasing failed", "Disk erasing", "Failed disk erasing", "Rescue mode", "Entering rescue mode", "Exiting rescue mode", "Testing",
        "Failed testing", "Missing",
    ];

    /// <summary>Answers what begins with the word.</summary>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        var values = parameterName switch
        {
            "Status" => Statuses,
            "Tag" => Machines(fakeBoundParameters).SelectMany(m => m.TagNames),
            _ => Machines(fakeBoundParameters).Select(m => m.Hostname),
        };
        return Completions.Of(values, wordToComplete);
    }

    private static IReadOnlyList<Machine> Machines(IDictionary bound) => Completions.SessionOf(bound) is { } session
        ? Caches.GetOrCreateValue(session).Read(token => session.Client.Machines.ListAsync(new MachineFilter(), token))
        : [];
}
