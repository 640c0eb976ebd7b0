using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Drydock.Maas.Models;

namespace Drydock.Maas.Client;

/// <summary>How MAAS's JSON is read: generated at compile time, unknown members kept, null lists empty.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(Machine))]
[JsonSerializable(typeof(List<Machine>))]
[JsonSerializable(typeof(NetworkInterface))]
[JsonSerializable(typeof(List<NetworkInterface>))]
[JsonSerializable(typeof(BlockDevice))]
[JsonSerializable(typeof(List<BlockDevice>))]
[JsonSerializable(typeof(Partition))]
[JsonSerializable(typeof(VolumeGroup))]
[JsonSerializable(typeof(List<VolumeGroup>))]
[JsonSerializable(typeof(Fabric))]
[JsonSerializable(typeof(List<Fabric>))]
[JsonSerializable(typeof(Vlan))]
[JsonSerializable(typeof(Subnet))]
[JsonSerializable(typeof(List<Subnet>))]
[JsonSerializable(typeof(IPRange))]
[JsonSerializable(typeof(List<IPRange>))]
[JsonSerializable(typeof(StaticRoute))]
[JsonSerializable(typeof(List<StaticRoute>))]
[JsonSerializable(typeof(Domain))]
[JsonSerializable(typeof(List<Domain>))]
[JsonSerializable(typeof(Tag))]
[JsonSerializable(typeof(List<Tag>))]
[JsonSerializable(typeof(List<RackController>))]
[JsonSerializable(typeof(List<BootResource>))]
[JsonSerializable(typeof(SshKey))]
[JsonSerializable(typeof(List<SshKey>))]
[JsonSerializable(typeof(List<ScriptResultSet>))]
[JsonSerializable(typeof(BootResource))]
[JsonSerializable(typeof(PackageRepository))]
[JsonSerializable(typeof(List<PackageRepository>))]
[JsonSerializable(typeof(Space))]
[JsonSerializable(typeof(List<Space>))]
[JsonSerializable(typeof(Script))]
[JsonSerializable(typeof(List<Script>))]
[JsonSerializable(typeof(BootSource))]
[JsonSerializable(typeof(List<BootSource>))]
[JsonSerializable(typeof(BootSourceSelection))]
[JsonSerializable(typeof(List<BootSourceSelection>))]
[JsonSerializable(typeof(Dictionary<string, JsonElement>))]
[JsonSerializable(typeof(MaasVersion))]
[JsonSerializable(typeof(MaasUser))]
[JsonSerializable(typeof(Dictionary<string, Dictionary<string, JsonElement>>))]
internal sealed partial class MaasJson : JsonSerializerContext
{
}
