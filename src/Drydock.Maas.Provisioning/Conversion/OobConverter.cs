using Drydock.Maas.Api;
using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Security;

namespace Drydock.Maas.Provisioning.Conversion;

/// <summary>Describes how machines are switched. Passwords stay in MAAS: a placeholder is written in the place of each.</summary>
internal sealed class OobConverter(ObservedMaas maas, ConversionFindings findings)
{
    private static readonly string[] Drivers = ["ipmi", "redfish"];

    private readonly ILookup<string, string> _sharing = maas.Power.Select(p => (Controller: ControllerAddress.Parse(p.Value.PowerAddress)?.Text, p.Key))
        .Where(p => p.Controller is not null).ToLookup(p => p.Controller!, p => p.Key, StringComparer.Ordinal);

    /// <summary>The address of a machine's controller, where a design has it as an address of the node; null for none.</summary>
    public ControllerAddress? FindController(Machine machine) =>
        Drivers.Contains(machine.PowerType) && ControllerAddress.Parse(Power(machine)?.PowerAddress) is { IsNumber: true } address && _sharing[address.Text].Count() == 1
            ? address : null;

    /// <summary>The out-of-band management of a machine.</summary>
    /// <param name="machine">The machine.</param>
    /// <param name="network">The name of its controller's network; null where a design cannot tell its address.</param>
    public OobSettings Convert(Machine machine, string? network)
    {
        var power = Power(machine);
        if (Drivers.Contains(machine.PowerType) && network is not null)
            return ReadController(machine, power!, network);
        if (machine.PowerType == "virsh" && IsLibvirt(machine, power))
        {
            if (!string.IsNullOrEmpty(power!.All.GetValueOrDefault("power_pass")))
                findings.AddSecret($"Machine {machine}", "power_pass", "the password of its hypervisor is not written", "A run leaves it as it is.", machine.Hostname);
            return Make("libvirt", new() { ["libvirt_uri"] = power.PowerAddress! });
        }

        if (machine.PowerType is { Length: > 0 } and not "manual")
        {
            findings.AddLeftOut(
                $"Machine {machine}", "power_type", $"it is switched by {machine.PowerType}{Describe(power)}, which a design cannot say", "The design has manual: a run leaves its power settings.", machine.Hostname);
        }

        return Make("manual", []);
    }

    private OobSettings ReadController(Machine machine, PowerParameters power, string network)
    {
        var settings = new Dictionary<string, string> { ["network"] = network };
        if (power.PowerUser is { Length: > 0 } account)
            settings["account"] = account;
        settings["credential"] = OobSettings.Placeholder;
        findings.AddSecret(
            $"Machine {machine}", "power_pass", "the password of its management controller is not written", "Put it in the place of the placeholder before the design is to set power parameters.", machine.Hostname);
        return Make(machine.PowerType!, settings);
    }

    /// <summary>A design switches a virtual machine of the node's own name.</summary>
    private static bool IsLibvirt(Machine machine, PowerParameters? power) =>
        power?.PowerAddress is { } uri && uri.StartsWith("qemu+ssh://", StringComparison.Ordinal) && UrlCredential.Hide(uri) == uri
        && power.PowerId == machine.Hostname;

    private static string Describe(PowerParameters? power) => power?.PowerAddress is { Length: > 0 } address ? $" at {UrlCredential.Hide(address)}" : "";

    private PowerParameters? Power(Machine machine) => maas.Power.GetValueOrDefault(machine.SystemId);

    private static OobSettings Make(string type, Dictionary<string, string> settings) => new()
    {
        Type = type,
        Network = settings.GetValueOrDefault("network"),
        Account = settings.GetValueOrDefault("account"),
        Credential = settings.GetValueOrDefault("credential"),
        LibvirtUri = settings.GetValueOrDefault("libvirt_uri"),
        Authored = settings,
    };
}
