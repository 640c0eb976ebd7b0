using Drydock.Maas.Simulator.Http;

namespace Drydock.Maas.Simulator.Resources.Interfaces;

/// <summary>The MAC addresses of a machine to be added.</summary>
internal static class NewMacs
{
    private const string Field = "mac_addresses";

    /// <summary>Those that can be had, in lower case; several that cannot are told in one sentence.</summary>
    public static List<string> Read(ApiCall call, FieldErrors errors, bool required)
    {
        var macs = call.Form.GetAll(Field).Where(mac => mac.Length > 0).ToList();
        if (macs.Count == 0 && required)
            errors.Add(Field, FieldErrors.Required);
        var problems = macs.Where(mac => !MacAddress.IsValid(mac)).Select(mac => $"'{mac}' is not a valid MAC address.").ToList();
        if (problems.Count == 0)
            problems = macs.SelectMany(mac => Holders(call, mac)).ToList();
        if (problems.Count > 0 && macs.Count > 1)
            errors.Add(Field, $"One or more MAC addresses is invalid. ({string.Join(" — ", problems)})");
        else
            problems.ForEach(problem => errors.Add(Field, problem));
        if (problems.Count > 0)
            return [];
        return macs.TrueForAll(MacAddress.CanBeStored)
            ? macs.ConvertAll(MacAddress.Normalize)
            // The form lets pass what only begins like a MAC address, and the database's refusal finds nobody to tell.
            : throw new ApiException(ApiResponse.Text(500, "'ValidationError' object has no attribute 'message'"));
    }

    /// <summary>A bond or VLAN interface has the MAC address of what it stands on, and is counted too.</summary>
    private static IEnumerable<string> Holders(ApiCall call, string mac) =>
        from node in call.State.Nodes
        from nic in node.Interfaces
        where nic.MacAddress == MacAddress.Normalize(mac)
        select $"MAC address {nic.MacAddress} already in use on {node.Hostname}.";
}
