using System.Text;
using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Nodes.Interrogate;

namespace Drydock.Maas.Provisioning.Tests.Nodes.Interrogate;

public sealed class BuildDataTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("build-data-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("")]
    [InlineData("<node>\u00e4 \ud83d\ude00</node>\r\n")]
    public void A_text_is_kept_as_it_is(string text) => Assert.Equal(text, Data("lshw", text).DataElement);

    [Fact]
    public void A_long_text_takes_little_memory_and_comes_back_whole()
    {
        var text = new StringBuilder().Insert(0, "<node class=\"network\"/>\n", 20_000).ToString();
        Assert.Equal(text, Data("lshw", text).DataElement);
    }

    [Fact]
    public async Task Each_node_has_a_folder_and_each_generator_a_file()
    {
        await SaveAsync(Data("lshw", "<x/>") with { DataFormat = "text/xml" }, Data("commission:50-maas-01-commissioning", "fine"));
        Assert.Equal(
            ["node1/commission-50-maas-01-commissioning.txt", "node1/lshw.xml"],
            Directory.GetFiles(_folder, "*", SearchOption.AllDirectories)
                .Select(f => Path.GetRelativePath(_folder, f).Replace('\\', '/'))
                .Order());
    }

    [Fact]
    public async Task A_later_run_replaces_and_leaves_no_draft()
    {
        await SaveAsync(Data("lldp", "old"));
        await SaveAsync(Data("lldp", "new"));
        Assert.Equal(
            "new", await File.ReadAllTextAsync(
                Assert.Single(Directory.GetFiles(Path.Combine(_folder, "node1"))), TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("../../outside")]
    [InlineData("..")]
    [InlineData("/etc/passwd")]
    public async Task No_name_leads_out_of_the_folder(string name)
    {
        await SaveAsync(Data(name, "x") with { NodeName = name });
        var file = Assert.Single(Directory.GetFiles(_folder, "*", SearchOption.AllDirectories));
        Assert.Equal(2, Path.GetRelativePath(_folder, file).Split(Path.DirectorySeparatorChar).Length);
    }

    private Task SaveAsync(params BuildData[] data) => new BuildDataFolder(_folder).SaveAsync(data, TestContext.Current.CancellationToken);

    private static BuildData Data(string generator, string text) =>
        new() { NodeName = "node1", Generator = generator, DataFormat = "text/plain", DataElement = text };
}
