using Drydock.Maas.Models;

namespace Drydock.Maas.Commands.Input;

/// <summary>A machine as a person names it: an object of Get-MaasMachine, a row with SystemId or Hostname, or a host name.</summary>
public sealed class MachineReference
{
    // Made by the parameters that take machines only.
    internal MachineReference(object source) => Source = source;

    /// <summary>The identifier MAAS gave it, where it is named by that.</summary>
    public string? SystemId { get; internal init; }

    /// <summary>The host name, short or with domain, where one is given.</summary>
    public string? Hostname { get; internal init; }

    /// <summary>The machine itself, where it is an object that MAAS was read for.</summary>
    internal Machine? Machine { get; init; }

    internal InputOrigin Origin { get; init; } = InputOrigin.None;

    /// <summary>What the person gave.</summary>
    internal object Source { get; }

    internal bool IsNamed => SystemId is not null || Hostname is not null;

    /// <summary>The host name, or the system id.</summary>
    public override string ToString() => Hostname ?? SystemId ?? "";

    /// <summary>Whether a row says both and the machine of that id has another name now. An object of MAAS goes by its id alone.</summary>
    internal bool Contradicts(Machine machine) =>
        Machine is null && SystemId is not null && Hostname is not null && !IsNamedAs(machine);

    internal bool IsNamedAs(Machine machine) =>
        string.Equals(Hostname, machine.Hostname, StringComparison.OrdinalIgnoreCase)
            || string.Equals(Hostname, machine.Fqdn, StringComparison.OrdinalIgnoreCase);
}
