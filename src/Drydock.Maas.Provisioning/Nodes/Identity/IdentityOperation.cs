using Drydock.Maas.Api;
using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Plans;
using Drydock.Maas.Security;

namespace Drydock.Maas.Provisioning.Nodes.Identity;

/// <summary>A write that makes a machine a node's.</summary>
/// <param name="Power">The power parameters that are set; null to leave power alone.</param>
internal abstract record IdentityOperation(NodePower? Power) : Operation;

/// <summary>Makes a machine known to MAAS, which is New then.</summary>
/// <param name="Request">The machine.</param>
/// <param name="Power">Its power parameters.</param>
internal sealed record EnlistMachine(MachineCreateRequest Request, NodePower? Power) : IdentityOperation(Power)
{
    /// <inheritdoc/>
    public override ChangeValues? Sent => RequestValues.Read(Request with
    {
        PowerParameters = Request.PowerParameters.ToDictionary(p => p.Key, p => p.Key == NodePower.Password ? "(secret)" : p.Value),
    });

    /// <inheritdoc/>
    protected override IReadOnlyList<PlannedChange> OwnChanges =>
        [Create(ResourceKind.Machine, Request.Hostname!, Describe(), Request.Domain is { } domain ? [domain] : [])];

    private string Describe()
    {
        string?[] parts =
        [
            Power?.Address is { } address ? $"{Request.PowerType} at {UrlCredential.Hide(address)}" : Request.PowerType,
            Request.Architecture,
            Request.MacAddresses is [var mac] ? mac : null,
        ];
        return string.Join(", ", parts.OfType<string>());
    }
}

/// <summary>Gives a machine its node's name, domain and power parameters in one update.</summary>
/// <param name="Machine">The machine.</param>
/// <param name="Hostname">The name; null where it has it.</param>
/// <param name="Domain">The domain; null where it is in it.</param>
/// <param name="Power">The power parameters; null to leave power alone.</param>
/// <param name="Present">Those the machine has; needed only with <paramref name="Power"/>.</param>
internal sealed record SetIdentity(Machine Machine, string? Hostname, string? Domain, NodePower? Power, PowerParameters? Present) : IdentityOperation(Power)
{
    /// <inheritdoc/>
    public override IReadOnlyList<ChangeSubject> Subjects => [MachineWrite.Describe(Machine)];

    /// <summary>Power parameters that differ, the driver apart.</summary>
    private IEnumerable<KeyValuePair<string, string>> Differing =>
        Power?.Parameters.Where(p => !IsSame(p.Key, Present?.All.GetValueOrDefault(p.Key), p.Value)) ?? [];

    /// <summary>Whether power is set: driver and parameters go together.</summary>
    public bool SetsPower => Power is not null && (Machine.PowerType != Power.Type || Differing.Any());

    /// <summary>The update of the machine.</summary>
    public MachineUpdate Request => new()
    {
        Hostname = Hostname,
        Domain = Domain,
        PowerType = SetsPower ? Power!.Type : null,
        PowerParameters = SetsPower ? Power!.Parameters : new Dictionary<string, string>(),
    };

    /// <inheritdoc/>
    protected override IReadOnlyList<PlannedChange> OwnChanges =>
    [
        .. Hostname is null ? Array.Empty<PlannedChange>() : [Set(ChangeProperty.Hostname, Machine.Hostname, Hostname, ChangeSeverity.Cosmetic)],
        .. Domain is null
            ? Array.Empty<PlannedChange>()
            : [Set(ChangeProperty.Domain, Machine.Domain?.Name, Domain, ChangeSeverity.Cosmetic) with { Parents = [Domain] }],
        .. Power is null || Machine.PowerType == Power.Type
            ? Array.Empty<PlannedChange>()
            : [Set(ChangeProperty.PowerType, Machine.PowerType, Power.Type, ChangeSeverity.Disruptive)],
        .. Differing.Select(SetPower),
    ];

    private PlannedChange SetPower(KeyValuePair<string, string> parameter)
    {
        var (name, value) = parameter;
        var change = name == NodePower.Password
            ? Set(ChangeProperty.PowerParameter, "(secret)", "(new secret)", ChangeSeverity.Disruptive)
            : Set(ChangeProperty.PowerParameter, Present?.All.GetValueOrDefault(name), value, ChangeSeverity.Disruptive);
        return change with { PropertyKey = name };
    }

    private PlannedChange Set(ChangeProperty property, string? before, string? after, ChangeSeverity severity) =>
        Set(ResourceKind.Machine, Machine.ToString(), property, before, after, severity);

    private static bool IsSame(string name, string? present, string wanted) =>
        name == NodePower.AddressParameter ? ControllerAddress.Parse(present) == ControllerAddress.Parse(wanted) : present == wanted;
}
