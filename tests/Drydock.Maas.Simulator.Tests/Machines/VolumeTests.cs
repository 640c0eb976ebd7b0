using System.Globalization;

namespace Drydock.Maas.Simulator.Tests.Machines;

/// <summary>RAIDs, caches and groups, and what keeps them together.</summary>
public sealed class VolumeTests
{
    private readonly OneMachine _lab = new();

    public VolumeTests()
    {
        _lab.Do("set_storage_layout", ("storage_layout", "blank"));
        foreach (var name in new[] { "sdc", "sdd", "sde" })
            _lab.Node("POST", "blockdevices/", ("name", name), ("model", "M"), ("serial", name), ("size", "200G"), ("block_size", "512"));
    }

    [Theory]
    [InlineData("raid-0", 2, "no")]
    [InlineData("raid-1", 2, "any number of")]
    [InlineData("raid-5", 3, "any number of")]
    [InlineData("raid-6", 4, "any number of")]
    [InlineData("raid-10", 3, "any number of")]
    public void A_RAID_wants_enough_members(string level, int least, string spares)
    {
        var answer = _lab.Node("POST", "raids/", ("name", "md0"), ("level", level), ("block_devices", "sdc"));

        Assert.Equal(400, answer.Status);
        Assert.Equal(
            string.Create(
                CultureInfo.InvariantCulture, $"RAID level {level[5..]} must have at least {least} raid devices and {spares} spares."),
            OneMachine.Json(answer)["__all__"]![0]!.GetValue<string>());
    }

    [Theory]
    [InlineData("raid-0", 3, 3, 3)]
    [InlineData("raid-1", 2, 1, 1)]
    [InlineData("raid-5", 3, 2, 1)]
    public void A_RAID_is_as_large_as_its_level_makes_it(string level, int members, int carrying, int superblocks)
    {
        var devices = new[] { "sdc", "sdd", "sde" }.Take(members).Select(name => ("block_devices", name));

        var answer = _lab.Node("POST", "raids/", [("name", "md0"), ("level", level), .. devices]);

        Assert.Equal((carrying * 200_000_000_000) - (superblocks * 131_072), OneMachine.Json(answer)["size"]!.GetValue<long>());
    }

    [Fact]
    public void A_bcache_and_a_logical_volume_take_no_partitions()
    {
        var set = Create("bcache-cache-sets/", ("cache_device", "sdc"));
        Create("bcaches/", ("name", "fast"), ("cache_set", set), ("cache_mode", "writeback"), ("backing_device", "sdd"));

        var refused = _lab.Node(
            "POST", $"blockdevices/{_lab.Machine.BlockDevices.First(d => d.Name == "fast").Id}/partitions/", [("size", "1000000000")]);

        Assert.Equal(400, refused.Status);
        Assert.Contains("Cannot create a partition table on a Bcache volume.", refused.BodyText, StringComparison.Ordinal);
    }

    [Fact]
    public void Deleting_a_RAID_frees_its_members()
    {
        var id = Create("raids/", ("name", "md0"), ("level", "raid-1"), ("block_devices", "sdc"), ("block_devices", "sdd"));

        Assert.Equal(204, _lab.Node("DELETE", $"raid/{id}/").Status);
        Assert.Equal(200, _lab.Node("POST", "volume-groups/", ("name", "vg0"), ("block_devices", "sdc")).Status);
    }

    [Fact]
    public void A_cache_set_in_use_cannot_be_deleted()
    {
        var set = Create("bcache-cache-sets/", ("cache_device", "sdc"));
        var bcache = Create("bcaches/", ("name", "fast"), ("cache_set", set), ("cache_mode", "writeback"), ("backing_device", "sdd"));

        var refused = _lab.Node("DELETE", $"bcache-cache-set/{set}/");
        Assert.Equal((400, "Cannot delete cache set; it's currently in use."), (refused.Status, refused.BodyText));
        Assert.Equal(204, _lab.Node("DELETE", $"bcache/{bcache}/").Status);
        Assert.Equal(204, _lab.Node("DELETE", $"bcache-cache-set/{set}/").Status);
    }

    [Fact]
    public void A_partition_in_a_group_cannot_be_deleted()
    {
        var partition = Create("blockdevices/sdc/partitions/", ("size", "50G"));
        Create("volume-groups/", ("name", "vg0"), ("partitions", partition));

        var refused = _lab.Node("DELETE", $"blockdevices/sdc/partition/{partition}");

        Assert.Equal((400, "Cannot delete partition because its part of a volume group."), (refused.Status, refused.BodyText));
    }

    [Fact]
    public void Renaming_a_volume_group_renames_its_volumes()
    {
        var id = Create("volume-groups/", ("name", "vg0"), ("block_devices", "sdc"));
        _lab.Ask("POST", $"nodes/{_lab.Machine.SystemId}/volume-group/{id}/", "create_logical_volume", ("name", "lv0"), ("size", "20G"));

        var answer = _lab.Node("PUT", $"volume-group/{id}/", ("name", "data"));

        Assert.Equal("data-lv0", OneMachine.Json(answer)["logical_volumes"]![0]!["name"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("flat", 0)]
    [InlineData("lvm", 1)]
    [InlineData("bcache", 1)]
    [InlineData("vmfs6", 1)]
    [InlineData("vmfs7", 1)]
    [InlineData("blank", 0)]
    public void A_layout_makes_what_it_is_named_for(string layout, int virtualDevices)
    {
        var answer = _lab.Do("set_storage_layout", ("storage_layout", layout));

        Assert.Equal(200, answer.Status);
        Assert.Equal(virtualDevices, OneMachine.Json(answer)["virtualblockdevice_set"]!.AsArray().Count);
    }

    private string Create(string path, params (string Name, string Value)[] form)
    {
        var answer = _lab.Node("POST", path, form);
        Assert.Equal(200, answer.Status);
        return OneMachine.Json(answer)["id"]!.ToJsonString();
    }
}
