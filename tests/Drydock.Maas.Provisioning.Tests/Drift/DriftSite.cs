using Drydock.Maas.Design;
using Drydock.Maas.Design.BootActions;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Drift;
using Drydock.Maas.Provisioning.Tests.InProcess;
using Drydock.Maas.Simulator.Lifecycle;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Provisioning.Tests.Drift;

/// <summary>The site of <see cref="DriftDesign"/> as designed, and what other people do to it.</summary>
internal sealed class DriftSite : IDisposable
{
    private DriftSite(InProcessMaas maas) => Maas = maas;

    public InProcessMaas Maas { get; }

    public SimulatedMachine Machine => Maas.State.Nodes.OfType<SimulatedMachine>().First(m => m.PowerParameters.GetValueOrDefault("power_address")?.ToString() == "10.9.9.1");

    public static async Task<DriftSite> StartAsync(bool deployed, SiteDesign? design = null)
    {
        var maas = await InProcessMaas.StartAsync(design ?? DriftDesign.Create());
        SecondRack.AddTo(maas.State);
        maas.Commission();
        await maas.PrepareAsync();
        if (deployed)
            await maas.DeployAsync();
        return new(maas);
    }

    /// <summary>Compares, power parameters included.</summary>
    public Task<IReadOnlyList<DesignDrift>> CompareAsync(bool detailed = false) => DesignComparison
        .Create(Maas.Session, new ComparisonOptions { BootActionRenderer = new BootActionRenderer(), UseNodeOobParameters = true, Detailed = detailed })
        .CompareAsync(Maas.Design, null, TestContext.Current.CancellationToken);

    /// <summary>The next run; deployed machines go through the deploy step too. How many writes it made.</summary>
    public async Task<int> RepairAsync()
    {
        Maas.Core.Log.Clear();
        await Maas.PrepareAsync();
        if (Machine.Status == MachineStatus.Deployed)
            Assert.All(await Maas.RunAsync(NodeStepKind.Deploy), r => Assert.NotEqual(StepStatus.Failed, r.Status));
        return Maas.Writes;
    }

    public void OnMachine(string method, string? operation, params (string, string)[] form) =>
        Maas.Ask(method, $"machines/{Machine.SystemId}/", operation, form);

    public void OnNode(string method, string path, string? operation, params (string, string)[] form) =>
        Maas.Ask(method, $"nodes/{Machine.SystemId}/{path}", operation, form);

    public void OnNic(string name, string method, string? operation, params (string, string)[] form) =>
        OnNode(method, $"interfaces/{Nic(name).Id}/", operation, form);

    public void OnPartition(string mountPoint, string method, string? operation, params (string, string)[] form) =>
        OnPartition(PartitionAt(mountPoint), method, operation, form);

    public void OnPartition(SimulatedPartition partition, string method, string? operation, params (string, string)[] form) =>
        OnNode(method, $"blockdevices/{partition.Device.Id}/partition/{partition.Id}", operation, form);

    public void OnVolume(string name, string? operation, params (string, string)[] form) =>
        OnNode("POST", $"blockdevices/{Machine.BlockDevices.First(d => d.FullName == name).Id}/", operation, form);

    public void OnGroup(string method, string? operation, params (string, string)[] form) => OnGroup("data", method, operation, form);

    public void OnGroup(string name, string method, string? operation, params (string, string)[] form) =>
        OnNode(method, $"volume-group/{Machine.VolumeGroups.First(g => g.Name == name).Id}/", operation, form);

    public void OnVlan(string fabric, int vid, string method, params (string, string)[] form) =>
        Maas.Ask(method, $"fabrics/{Fabric(fabric).Id}/vlans/{vid}/", null, form);

    public void OnSubnet(string cidr, string method, params (string, string)[] form) => Maas.Ask(method, $"subnets/{Subnet(cidr).Id}/", null, form);

    public SimulatedInterface Nic(string name) => Machine.Interfaces.First(i => i.Name == name);

    public SimulatedController Rack(string name) => Maas.State.RackControllers.First(r => r.Hostname == name);

    public void OnRepository(string name, string method, params (string, string)[] form) =>
        Maas.Ask(method, $"package-repositories/{Maas.State.PackageRepositories.First(r => r.Name == name).Id}/", null, form);

    public SimulatedFabric Fabric(string name) => Maas.State.Fabrics.First(f => f.Name == name);

    public SimulatedVlan Vlan(string fabric, int vid) => Maas.State.Vlans.First(v => v.Fabric.Name == fabric && v.Vid == vid);

    public SimulatedSubnet Subnet(string cidr) => Maas.State.Subnets.First(s => s.Cidr.ToString() == cidr);

    public SimulatedPartition PartitionAt(string mountPoint) =>
        Machine.BlockDevices.SelectMany(d => d.Partitions).First(p => p.EffectiveFilesystem?.MountPoint == mountPoint);

    /// <summary>Takes an interface's link away and gives it another.</summary>
    public void Relink(string nic, params (string, string)[] form)
    {
        Unlink(nic);
        OnNic(nic, "POST", "link_subnet", form);
    }

    public void Unlink(string nic) => OnNic(nic, "POST", "unlink_subnet", ("id", InProcessMaas.Text(Nic(nic).Links[0].Id)));

    public void Dispose() => Maas.Dispose();
}
