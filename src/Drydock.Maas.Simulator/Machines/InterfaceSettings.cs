using System.Globalization;
using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.Api;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Machines;

/// <summary>The parameters of bonds, bridges and NICs, as a form changes them.</summary>
internal static class InterfaceSettings
{
    private const string Mtu = "mtu";

    private static readonly string[] BondModes =
        ["balance-rr", "active-backup", "balance-xor", "broadcast", "802.3ad", "balance-tlb", "balance-alb"];

    private static readonly (string Type, string Field, int Least, int Most)[] Numbers =
    [
        ("", Mtu, 552, int.MaxValue),
        ("bond", "bond_miimon", 0, int.MaxValue),
        ("bond", "bond_updelay", 0, int.MaxValue),
        ("bond", "bond_downdelay", 0, int.MaxValue),
        ("bond", "bond_num_grat_arp", 0, 255),
        ("bridge", "bridge_fd", 0, int.MaxValue),
    ];

    private static readonly (string Type, string Field, string[] Choices)[] Texts =
    [
        ("bond", "bond_mode", BondModes),
        ("bond", "bond_lacp_rate", ["fast", "slow"]),
        ("bond", "bond_xmit_hash_policy", ["layer2", "layer2+3", "layer3+4", "encap2+3", "encap3+4"]),
        ("bridge", "bridge_type", ["standard", "ovs"]),
    ];

    private static readonly (string Field, string Name)[] Flags = [("accept_ra", "accept-ra"), ("bridge_stp", "bridge_stp")];

    public static JsonObject NewBond() => new()
    {
        ["bond_mode"] = "balance-rr",
        ["bond_miimon"] = 100,
        ["bond_updelay"] = 0,
        ["bond_downdelay"] = 0,
        ["bond_lacp_rate"] = "fast",
        ["bond_num_grat_arp"] = 1,
        ["bond_xmit_hash_policy"] = "layer2",
    };

    public static JsonObject NewBridge() => new() { ["bridge_type"] = "standard", ["bridge_stp"] = false, ["bridge_fd"] = 15 };

    /// <summary>What an interface of the type does not take; settings of other types are passed over.</summary>
    public static void Check(ParameterSet form, FieldErrors errors, string type)
    {
        foreach (var (_, field, least, most) in Numbers.Where(number => number.Type.Length == 0 || number.Type == type))
            errors.Number(field, 0, least, most);
        foreach (var (_, field, choices) in Texts.Where(text => text.Type == type))
        {
            if (form.Get(field) is { Length: > 0 } text && !choices.Contains(text))
                errors.Add(field, ConfigRules.ChoiceText(field, choices, text));
        }
    }

    public static void Apply(ParameterSet form, SimulatedInterface nic)
    {
        var settings = nic.Params ??= [];
        foreach (var (_, name, _, _) in Numbers.Where(number => number.Field != Mtu))
        {
            if (int.TryParse(form.Get(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                settings[name] = number;
        }

        foreach (var (_, name, _) in Texts.Where(text => form.Get(text.Field) is { Length: > 0 }))
            settings[name] = form.Get(name);
        foreach (var (field, name) in Flags.Where(flag => form.Has(flag.Field)))
            settings[name] = FieldErrors.IsTrue(form.Get(field)!);
        if (int.TryParse(form.Get(Mtu), NumberStyles.None, CultureInfo.InvariantCulture, out var mtu))
            CarriedMtu.Set(nic, mtu);
        else if (form.Has(Mtu))
            settings.Remove(Mtu);
    }
}
