using System.Globalization;
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
        var problems = macs.Where(mac => !IsLikeMac(mac)).Select(mac => $"'{mac}' is not a valid MAC address.").ToList();
        if (problems.Count == 0)
            problems = macs.SelectMany(mac => Holders(call, mac)).ToList();
        if (problems.Count > 0 && macs.Count > 1)
            errors.Add(Field, $"One or more MAC addresses is invalid. ({string.Join(" — ", problems)})");
        else
            problems.ForEach(problem => errors.Add(Field, problem));
        if (problems.Count > 0)
            return [];
        return macs.TrueForAll(MacAddress.IsValid)
            ? macs.ConvertAll(mac => mac.ToLower(CultureInfo.InvariantCulture))
            // The form lets pass what only begins like a MAC address, and the database's refusal finds nobody to tell.
            : throw new ApiException(ApiResponse.Text(500, "'ValidationError' object has no attribute 'message'"));
    }

    private static bool IsLikeMac(string text) =>
        MacAddress.IsValid(text) || (text.Length > 17 && MacAddress.IsValid(text[..17]));

    /// <summary>A bond or VLAN interface has the MAC address of what it stands on, and is counted too.</summary>
    private static IEnumerable<string> Holders(ApiCall call, string mac) =>
        from node in call.State.Nodes
        from nic in node.Interfaces
        where nic.MacAddress.Equals(mac, StringComparison.OrdinalIgnoreCase)
        select $"MAC address {mac} already in use on {node.Hostname}.";
}
