using System.Globalization;
using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Machines;

/// <summary>The parameters of bonds, bridges and NICs, as a form changes them.</summary>
internal static class InterfaceSettings
{
    private static readonly string[] Numbers = ["mtu", "bond_miimon", "bond_updelay", "bond_downdelay", "bond_num_grat_arp", "bridge_fd"];
    private static readonly string[] Texts = ["bond_mode", "bond_lacp_rate", "bond_xmit_hash_policy", "bridge_type"];
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

    public static void Apply(ParameterSet form, SimulatedInterface nic)
    {
        var settings = nic.Params ??= [];
        foreach (var name in Numbers)
        {
            if (int.TryParse(form.Get(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                settings[name] = number;
        }

        foreach (var name in Texts.Where(name => form.Get(name) is { Length: > 0 }))
            settings[name] = form.Get(name);
        foreach (var (field, name) in Flags.Where(flag => form.Has(flag.Field)))
            settings[name] = FieldErrors.IsTrue(form.Get(field)!);
        if (nic.Type == "bond" && settings["mtu"] is { } mtu)
            Carry(nic, mtu);
    }

    /// <summary>A bond's members must carry what the bond does.</summary>
    private static void Carry(SimulatedInterface bond, JsonNode mtu)
    {
        foreach (var parent in bond.Parents)
            (parent.Params ??= [])["mtu"] = mtu.DeepClone();
    }
}
