using System.Text.RegularExpressions;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.Resources.Storage;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Interfaces;

/// <summary>Reads and checks the fields of interface forms; of an interface that is there, what is not sent stays as it is.</summary>
internal sealed partial class InterfaceFields(ApiCall call, SimulatedNode node, SimulatedInterface? nic, FieldErrors errors)
{
    public const string Blank = "This field cannot be blank.";

    private const string TooLong =
        "The interface name must be 1 to 15 characters long and can only contain alphanumeric characters, hyphens ('-'), underscores ('_'), "
        + "periods ('.'), and colons (':').";

    private const int LongestNameEver = 255;

    private readonly ParameterSet _form = call.Form;

    public bool IsSent(string field) => _form.Has(field) || _form.Nulls.Contains(field) || _form.EmptyLists.Contains(field);

    /// <summary>The VLAN; null for none, which may be what was asked for.</summary>
    public SimulatedVlan? Vlan()
    {
        if (!IsSent("vlan"))
            return nic?.Vlan;
        if (_form.Get("vlan") is not { Length: > 0 } id)
            return null;
        var vlan = call.State.Vlans.Find(v => Lookup.IsId(id.Trim(), v.Id));
        if (vlan is null)
            errors.Add("vlan", FieldErrors.BadChoice);
        return vlan;
    }

    /// <summary>MAAS reads its own list back as the last item of it, so that others are lost when none are sent.</summary>
    public List<string> Tags()
    {
        if (!IsSent("tags"))
            return nic is { Tags.Count: > 0 } ? [nic.Tags[^1]] : [];
        if (_form.Get("tags") is not { Length: > 0 } text)
            return [];
        List<string> tags = [.. text.Split(',', StringSplitOptions.TrimEntries)];
        for (var i = 0; i < tags.Count; i++)
        {
            if (tags[i].Length == 0)
                errors.Add("tags", $"Item {i + 1} in the array did not validate: {FieldErrors.Required}");
        }

        return tags;
    }

    /// <summary>Whether a cable is in; a new interface has none unless it says so.</summary>
    public bool LinkConnected() => errors.Flag("link_connected", nic?.LinkConnected ?? false);

    /// <summary>Mbit/s.</summary>
    public int LinkSpeed(bool linkConnected)
    {
        var speed = errors.Number("link_speed", nic?.LinkSpeed ?? 0, 0, int.MaxValue);
        if (nic is { LinkConnected: false } && !linkConnected && speed != 0)
            errors.Add("__all__", "link_speed cannot be set when link_connected is false.");
        return speed;
    }

    /// <summary>Mbit/s.</summary>
    public int InterfaceSpeed() => errors.Number("interface_speed", nic?.InterfaceSpeed ?? 0, 0, int.MaxValue);

    /// <summary>The MAC address as it is written; empty for none.</summary>
    public string Mac(bool required)
    {
        var mac = IsSent("mac_address") ? _form.Get("mac_address")?.Trim() ?? "" : nic?.MacAddress ?? "";
        if (mac.Length == 0 && required)
            errors.Add("mac_address", FieldErrors.Required);
        else if (mac.Length > 0 && !ColonMac().IsMatch(mac))
            errors.Add("mac_address", $"'{mac}' is not a valid MAC address.");
        return mac;
    }

    /// <summary>A NIC shares its MAC address with no other.</summary>
    public void CheckMac(string mac)
    {
        var other = mac.Length == 0 ? null : call.State.Nodes.SelectMany(n => n.Interfaces)
            .FirstOrDefault(other => other != nic && other.Type == "physical" && other.MacAddress == mac);
        if (other is not null)
            errors.Add("mac_address", $"This MAC address is already in use by {other.Name} (physical) on {other.Node.Hostname}.");
    }

    /// <summary>The name; empty where it is not required and was sent empty.</summary>
    public string Name(bool required)
    {
        var name = IsSent("name") ? _form.Get("name")?.Trim() ?? "" : nic?.Name ?? "";
        if (name.Length == 0)
        {
            if (required)
                errors.Add("name", FieldErrors.Required);
            return name;
        }

        var most = call.State.Rules.LongestInterfaceName;
        if (most < LongestNameEver ? name.Length > most || !Letters().IsMatch(name) : !Letters().IsMatch(name))
            errors.Add("name", most < LongestNameEver ? TooLong : StorageFields.NotValid);
        else
            errors.CheckLength("name", name, LongestNameEver);
        return name;
    }

    public bool IsTaken(string name) => node.Interfaces.Exists(other => other != nic && other.Name == name);

    public void CheckUnique(string name)
    {
        if (IsTaken(name))
            errors.Add("name", $"Node {node.SystemId} ({node.Hostname}) already has an interface named '{name}'.");
    }

    /// <summary>The interfaces it is to stand on, the oldest first; null when something is wrong with them.</summary>
    /// <param name="field">The field they are sent in.</param>
    /// <param name="reported">The field that what is wrong is said of.</param>
    public List<SimulatedInterface>? Parents(string field, string reported)
    {
        var parents = new List<SimulatedInterface>();
        foreach (var id in _form.GetAll(field))
        {
            if (IntegerText.Parse(id) is not { } number)
                return Refuse($"“{id}” is not a valid value.");
            if (node.Interfaces.Find(other => other.Id == number) is not { } parent)
                return Refuse($"Select a valid choice. {id} is not one of the available choices.");
            parents.Add(parent);
        }

        return [.. parents.Distinct().OrderBy(parent => parent.Id)];

        List<SimulatedInterface>? Refuse(string text)
        {
            errors.Add(reported, text);
            return null;
        }
    }

    [GeneratedRegex("^([0-9a-fA-F]{1,2}:){5}[0-9a-fA-F]{1,2}$")]
    private static partial Regex ColonMac();

    [GeneratedRegex(@"^[\w\-_.:]+$")]
    private static partial Regex Letters();
}
