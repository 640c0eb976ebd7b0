using System.Text.Json.Nodes;
using Drydock.Maas.Recordings;

namespace Drydock.Maas.Simulator.Tests.Contract;

/// <summary>The size of a volume group is worked out as the recorded MAAS does.</summary>
public sealed class VolumeGroupSizeTests
{
    [Fact]
    public void A_volume_group_has_the_extents_of_all_its_members_less_one_each()
    {
        var groups = RecordedFile.Read(RecordedFile.RepositoryFolder).Concat(RecordedFile.ReadFurther())
            .SelectMany(file => GroupsIn(file.Parse()["responseBody"])).ToList();
        Assert.NotEmpty(groups);
        Assert.All(groups, g => Assert.Equal(g.Size, StorageExtent.VolumeGroup(g.Members)));
        Assert.Contains(groups, g => g.Members.Count > 1);
    }

    private static IEnumerable<(long Size, IReadOnlyList<long> Members)> GroupsIn(JsonNode? node) => node switch
    {
        JsonArray list => list.SelectMany(GroupsIn),
        JsonObject group when group["logical_volumes"] is JsonArray && group["devices"] is JsonArray devices =>
            [((long)group["size"]!, devices.Select(d => (long)d!["size"]!).ToList())],
        _ => [],
    };
}
