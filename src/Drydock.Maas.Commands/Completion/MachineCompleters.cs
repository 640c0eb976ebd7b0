using System.Management.Automation;
using System.Runtime.CompilerServices;
using Drydock.Maas.Api;
using Drydock.Maas.Models;

namespace Drydock.Maas.Commands.Completion;

/// <summary>Completes values of the machines of the current session, which are read once in half a minute for all such values.</summary>
internal abstract class MachineCompleter : ValueCompleter
{
    private static readonly ConditionalWeakTable<MaasSession, RecentList<Machine>> Caches = [];

    private protected abstract IEnumerable<string> FindValues(IEnumerable<Machine> machines);

    private protected sealed override IEnumerable<string> FindValues(CompletionContext context) => FindValues(Select(ReadMachines(context), context));

    /// <summary>The machines whose values are offered.</summary>
    private protected virtual IEnumerable<Machine> Select(IEnumerable<Machine> machines, CompletionContext context) => machines;

    private static IReadOnlyList<Machine> ReadMachines(CompletionContext context) => context.FindSession() is { } session
        ? Caches.GetOrCreateValue(session).Read(token => session.Client.Machines.ListAsync(new MachineFilter(), token))
        : [];
}

/// <summary>Completes host names of machines.</summary>
internal sealed class HostnameCompleter : MachineCompleter
{
    private protected override IEnumerable<string> FindValues(IEnumerable<Machine> machines) => machines.Select(m => m.Hostname);
}

/// <summary>Completes MAC addresses by their digits, whatever parts these.</summary>
internal sealed class MacAddressCompleter : MachineCompleter
{
    private protected override IEnumerable<string> FindValues(IEnumerable<Machine> machines) =>
        machines.SelectMany(m => m.Interfaces).Select(i => i.MacAddress).OfType<string>();

    private protected override bool IsBegunBy(string value, string start) => base.IsBegunBy(ReadDigits(value), ReadDigits(start));

    private static string ReadDigits(string mac) => string.Concat(mac.Where(char.IsAsciiHexDigit));
}

/// <summary>Completes users that have machines.</summary>
internal sealed class OwnerNameCompleter : MachineCompleter
{
    private protected override IEnumerable<string> FindValues(IEnumerable<Machine> machines) => machines.Select(m => m.Owner).OfType<string>();
}

/// <summary>Completes system ids of machines.</summary>
internal sealed class SystemIdCompleter : MachineCompleter
{
    private protected override IEnumerable<string> FindValues(IEnumerable<Machine> machines) => machines.Select(m => m.SystemId);
}

/// <summary>Completes values of the machines named so far with -Hostname, or of all.</summary>
internal abstract class MachinePartCompleter : MachineCompleter
{
    private protected sealed override IEnumerable<Machine> Select(IEnumerable<Machine> machines, CompletionContext context) =>
        LanguagePrimitives.TryConvertTo<string[]>(context.Find("Hostname"), out var names) && names is { Length: > 0 }
            ? machines.Where(m => names.Contains(m.Hostname, StringComparer.OrdinalIgnoreCase))
            : machines;
}

/// <summary>Completes names of disks and logical volumes.</summary>
internal sealed class BlockDeviceNameCompleter : MachinePartCompleter
{
    private protected override IEnumerable<string> FindValues(IEnumerable<Machine> machines) =>
        machines.SelectMany(m => m.BlockDevices).Select(d => d.Name);
}

/// <summary>Completes names of network interfaces.</summary>
internal sealed class InterfaceNameCompleter : MachinePartCompleter
{
    private protected override IEnumerable<string> FindValues(IEnumerable<Machine> machines) =>
        machines.SelectMany(m => m.Interfaces).Select(i => i.Name);
}
