using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Interfaces;

/// <summary>Bridges for virtual machines on every configured interface; a release takes them off again.</summary>
internal static class AcquiredBridges
{
    private const int LongestName = 15;
    private const int DefaultDelay = 15;

    public static void Make(SimulatorState state, SimulatedMachine machine, BridgeOptions options)
    {
        foreach (var nic in machine.Interfaces.FindAll(nic => nic.Type != "bridge" && nic.Links.Exists(link => link.Mode != "link_up")))
        {
            var bridge = new SimulatedInterface
            {
                Id = state.Ids.Next("interface"),
                Node = machine,
                Name = GetName(nic.Name),
                Type = "bridge",
                MacAddress = nic.MacAddress,
                Vlan = nic.Vlan,
                Acquired = true,
                Params = new()
                {
                    ["bridge_type"] = options.Type ?? "standard",
                    ["bridge_stp"] = options.Stp ?? false,
                    ["bridge_fd"] = options.ForwardDelay ?? DefaultDelay,
                },
            };
            if (MtuPropagation.Read(nic) is { } mtu)
                bridge.Params["mtu"] = JsonValue.Create(mtu);
            bridge.Parents.Add(nic);
            bridge.Links.AddRange(nic.Links);
            nic.Links.Clear();
            machine.Interfaces.Add(bridge);
        }
    }

    /// <summary>The interface's name behind <c>br-</c>, cut so that the kernel takes it.</summary>
    private static string GetName(string name)
    {
        if (name.Length + 3 <= LongestName)
            return "br-" + name;
        var cut = "b-" + (name.StartsWith("en", StringComparison.Ordinal) ? name[2..] : name);
        if (cut.Length <= LongestName)
            return cut;
        return $"b-{(Checksum(name) & 0xFFFFFF).ToString("x6", CultureInfo.InvariantCulture)}-{name[^6..]}";
    }

    /// <summary>CRC-32.</summary>
    private static uint Checksum(string text)
    {
        var sum = uint.MaxValue;
        foreach (var octet in Encoding.UTF8.GetBytes(text))
        {
            sum ^= octet;
            for (var bit = 0; bit < 8; bit++)
                sum = (sum >> 1) ^ ((sum & 1) == 0 ? 0 : 0xEDB88320);
        }

        return ~sum;
    }
}

/// <summary>Bridges that an allocation or deployment makes on every configured interface.</summary>
internal sealed record BridgeOptions(bool Wanted, string? Type, bool? Stp, int? ForwardDelay)
{
    private const string TypeField = "bridge_type";

    // MAAS does not fill in what it refuses.
    private const string BadType = "'%(value)s' is not a valid bridge_type.  It should be one of: 'standard', 'ovs'.";

    /// <exception cref="ApiException">400: a value that cannot be read.</exception>
    public static BridgeOptions Read(ParameterSet post, bool otherwise)
    {
        var wanted = post.Has("bridge_all") ? QueryFlag.Read(post, "bridge_all") : otherwise;
        var type = ReadType(post) ?? "standard";
        return new(wanted, type, QueryFlag.Read(post, "bridge_stp"), Number(post) ?? 0);
    }

    /// <summary>As read when a machine is started; what was not sent is left to the bridges.</summary>
    /// <exception cref="ApiException">400: a value that cannot be read.</exception>
    public static BridgeOptions ReadWhenStarting(ParameterSet post)
    {
        var wanted = QueryFlag.Read(post, "install_kvm") | QueryFlag.Read(post, "register_vmhost");
        var type = ReadType(post);
        return new(wanted, type, post.Has("bridge_stp") ? QueryFlag.Read(post, "bridge_stp") : null, Number(post));
    }

    private static string? ReadType(ParameterSet post) => post.Get(TypeField) is not (null or "standard" or "ovs")
        ? throw new ApiException(ApiResponse.Invalid(TypeField, BadType))
        : post.Get(TypeField);

    private static int? Number(ParameterSet post)
    {
        if (post.Get("bridge_fd")?.Trim() is not { Length: > 0 } text)
            return null;
        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new ApiException(ApiResponse.Text(400, "Invalid bridge_fd: Please enter an integer value"));
    }
}
