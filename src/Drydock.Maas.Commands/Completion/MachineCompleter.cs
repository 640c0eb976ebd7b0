using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Runtime.CompilerServices;
using Drydock.Maas.Api;
using Drydock.Maas.Commands.Input;
using Drydock.Maas.Models;

namespace Drydock.Maas.Commands.Completion;

/// <summary>Completes host names, statuses and tags from the machines of the current session. Quick, or silent.</summary>
public sealed class MachineCompleter : IArgumentCompleter
{
    private static readonly ConditionalWeakTable<MaasSession, RecentList<Machine>> Caches = [];

    private static readonly string[] PowerTypes =
        ["ipmi", "redfish", "virsh", "lxd", "manual", "amt", "hmc", "openbmc", "proxmox", "vmware", "webhook"];

    /// <summary>Answers what begins with the word.</summary>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        var values = parameterName switch
        {
            "Status" => MachineStatuses.Names,
            "Tag" => Machines(fakeBoundParameters).SelectMany(m => m.TagNames),
            "PowerType" => PowerTypes,
            "Owner" => Machines(fakeBoundParameters).Select(m => m.Owner).OfType<string>(),
            "MacAddress" => Machines(fakeBoundParameters).SelectMany(m => m.Interfaces).Select(i => i.MacAddress).OfType<string>(),
            "Name" => Parts(commandName, Of(fakeBoundParameters)),
            "SystemId" => Machines(fakeBoundParameters).Select(m => m.SystemId),
            _ => Machines(fakeBoundParameters).Select(m => m.Hostname),
        };
        return parameterName == "MacAddress" ? Completions.OfMacs(values, wordToComplete) : Completions.Of(values, wordToComplete);
    }

    private static IReadOnlyList<Machine> Machines(IDictionary bound) => Completions.SessionOf(bound) is { } session
        ? Caches.GetOrCreateValue(session).Read(token => session.Client.Machines.ListAsync(new MachineFilter(), token))
        : [];

    /// <summary>The machines named so far, or all.</summary>
    private static IEnumerable<Machine> Of(IDictionary bound)
    {
        var names = LanguagePrimitives.TryConvertTo<string[]>(bound?["Hostname"], out var given) ? given : null;
        return Machines(bound!).Where(m => names is not { Length: > 0 } || names.Contains(m.Hostname, StringComparer.OrdinalIgnoreCase));
    }

    private static IEnumerable<string> Parts(string command, IEnumerable<Machine> machines) => command switch
    {
        "Get-MaasInterface" => machines.SelectMany(m => m.Interfaces).Select(i => i.Name),
        "Get-MaasBlockDevice" => machines.SelectMany(m => m.BlockDevices).Select(d => d.Name),
        _ => [],
    };
}
