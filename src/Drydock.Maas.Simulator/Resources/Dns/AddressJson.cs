using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.Resources.Interfaces;
using Drydock.Maas.Simulator.Resources.Networks;
using Drydock.Maas.Simulator.Resources.Users;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Dns;

/// <summary>Addresses as <c>ipaddresses/</c> and DNS records show them, whoever holds them.</summary>
internal static class AddressJson
{
    private const string Static = "Static";

    private static readonly Dictionary<string, (int Number, string Name)> Kinds = new(StringComparer.Ordinal)
    {
        ["auto"] = (0, "Automatic"),
    };

    public static JsonObject Of(SimulatedAddress held) => Render(held.Address, (4, "User reserved"), held.Subnet, held.User, held.Created, null);

    /// <summary>Every address there is, oldest first.</summary>
    public static IEnumerable<(IPAddress Address, JsonObject Body)> All(SimulatorState state) => state.HeldAddresses
        .Select(held => (held.Created, held.Address, Body: Of(held)))
        .Concat(state.Addresses.OfPower.Select(power => (
            state.Started, power.Address, Render(power.Address, (1, Static), power.Subnet, null, state.Started, null))))
        .Concat(state.Addresses.Discovered.Select(seen => (
            state.Started, seen.Address, Render(seen.Address, (6, "Observed"), seen.Subnet, null, state.Started, seen.Interface))))
        .Concat(state.Addresses.Assigned.Select(used => (
            used.Link.Created,
            used.Address,
            Render(
                used.Address, Kinds.GetValueOrDefault(used.Link.Mode, (1, Static)), used.Link.Subnet, null, used.Link.Created, used.Interface))))
        .OrderBy(entry => entry.Item1).Select(entry => (entry.Item2, entry.Item3));

    private static JsonObject Render(
        IPAddress address, (int Number, string Name) kind, SimulatedSubnet? subnet, SimulatedUser? user, DateTimeOffset created, SimulatedInterface? nic) => new()
    {
        ["created"] = created.ToString("yyyy-MM-dd'T'HH:mm:ss.fff", CultureInfo.InvariantCulture),
        ["ip"] = address.ToString(),
        ["alloc_type"] = kind.Number,
        ["alloc_type_name"] = kind.Name,
        ["subnet"] = SubnetsApi.Render(subnet),
        ["owner"] = UsersApi.Render(user),
        ["interface_set"] = nic is null ? [] : new JsonArray(InterfaceJson.Render(nic)),
        ["resource_uri"] = ApiJson.Root + "ipaddresses/",
    };
}
