using Drydock.Maas.Design.Tests.Support;

namespace Drydock.Maas.Design.Tests.Compile;

/// <summary>Special mounts merge by mount point, as other storage does by name.</summary>
public sealed class SpecialMountInheritanceTests
{
    private const string Parent = """
        storage:
          special_mounts:
            - {mountpoint: /tmp, mount_options: size=1G}
            - {mountpoint: /ram, fstype: ramfs}
        """;

    [Theory]
    [InlineData("{mountpoint: /run/x}", "/tmp tmpfs size=1G,/ram ramfs defaults,/run/x tmpfs defaults")]
    [InlineData("{mountpoint: '!/tmp'}", "/ram ramfs defaults")]
    [InlineData("{mountpoint: /ram, mount_options: noexec}", "/tmp tmpfs size=1G,/ram ramfs noexec")]
    [InlineData("{mountpoint: /tmp, fstype: ramfs}", "/tmp ramfs size=1G,/ram ramfs defaults")]
    public void Special_mounts_are_inherited_removed_and_changed(string child, string expected)
    {
        var node = TestDesign.Inherit(Parent, $"storage: {{special_mounts: [{child}]}}");
        Assert.Equal(expected, string.Join(',', node.SpecialMounts.Select(m => $"{m.MountPoint} {m.Type} {m.MountOptions}")));
    }

    [Theory]
    [InlineData("{mountpoint: /tmp, fstyp: tmpfs}", "UnknownProperty $.storage.special_mounts[0].fstyp")]
    [InlineData("{mountpoint: /tmp, fstype: ext4}", "InvalidValue $.storage.special_mounts[0].fstype")]
    [InlineData("{fstype: tmpfs}", "PropertyMissing $.storage.special_mounts[0].mountpoint")]
    public void A_typo_is_an_error_with_its_place(string mount, string expected)
    {
        var problem = TestDesign.Problem(TestDesign.Node("n1", $"storage: {{special_mounts: [{mount}]}}"), TestDesign.Hardware);
        Assert.Equal(expected, $"{problem.ErrorId} {problem.Path}");
        Assert.NotNull(problem.Location);
    }
}
