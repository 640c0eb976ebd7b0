using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Interfaces;

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

    private static readonly (string Field, string Name, bool IsOfBridge)[] Flags = [("accept_ra", "accept-ra", false), ("bridge_stp", "bridge_stp", true)];

    private static readonly Dictionary<string, JsonObject> Defaults = new(StringComparer.Ordinal)
    {
        ["bond"] = new()
        {
            ["bond_mode"] = "balance-rr",
            ["bond_miimon"] = 100,
            ["bond_updelay"] = 0,
            ["bond_downdelay"] = 0,
            ["bond_lacp_rate"] = "fast",
            ["bond_num_grat_arp"] = 1,
            ["bond_xmit_hash_policy"] = "layer2",
        },
        ["bridge"] = new() { ["bridge_type"] = "standard", ["bridge_stp"] = false, ["bridge_fd"] = 15 },
    };

    /// <summary>What an interface of the type does not take; settings of other types are passed over.</summary>
    public static void Check(ParameterSet form, FieldErrors errors, string type)
    {
        foreach (var (_, field, least, most) in Numbers.Where(number => AppliesTo(type, number.Type)))
            errors.OptionalNumber(field, least, most);
        foreach (var (_, field, choices) in Texts.Where(text => text.Type == type))
        {
            if (form.Get(field) is { Length: > 0 } text && !choices.Contains(text))
                errors.Add(field, FieldErrors.ChoiceText(field, choices, text));
        }
    }

    /// <summary>Writes what was sent, which has been checked; a new bond or bridge has the rest as MAAS makes it.</summary>
    public static void Apply(ParameterSet form, SimulatedInterface nic, bool isNew)
    {
        if (isNew)
            nic.Params = Defaults.GetValueOrDefault(nic.Type)?.DeepClone().AsObject();
        var settings = nic.Params ??= [];
        var sent = new FieldErrors(form);
        foreach (var (_, name, least, most) in Numbers.Where(number => AppliesTo(nic.Type, number.Type) && number.Field != Mtu))
        {
            if (sent.OptionalNumber(name, least, most) is { } number)
                settings[name] = number;
        }

        foreach (var (_, name, _) in Texts.Where(text => text.Type == nic.Type && !string.IsNullOrWhiteSpace(form.Get(text.Field))))
            settings[name] = form.Get(name);
        foreach (var (field, name, isOfBridge) in Flags.Where(flag => !flag.IsOfBridge || nic.Type == "bridge"))
        {
            if (Choice(form.Get(field)) is { } flag)
                settings[name] = flag;
            else if (!isOfBridge && form.Get(field) is "")
                settings.Remove(name);
        }

        if (sent.OptionalNumber(Mtu, 0, int.MaxValue) is { } mtu)
            MtuPropagation.Set(nic, mtu);
        else if (form.Get(Mtu) is "")
            settings.Remove(Mtu);
    }

    /// <summary>One of three: yes, no, or what there is; most words leave it as it is.</summary>
    public static bool? Choice(string? text) => text switch
    {
        "True" or "true" or "2" => true,
        "False" or "false" or "3" => false,
        _ => null,
    };

    private static bool AppliesTo(string type, string owner) => owner.Length == 0 || owner == type;
}
