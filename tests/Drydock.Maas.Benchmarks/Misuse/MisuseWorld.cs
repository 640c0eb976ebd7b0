using System.Globalization;
using Drydock.Maas.Api;
using Drydock.Maas.Client;
using Drydock.Maas.Client.Connection;
using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Simulation;
using Drydock.Maas.Simulator;
using Drydock.Maas.Simulator.Lifecycle;
using Drydock.Maas.Simulator.Resources.Machines;
using Drydock.Maas.Simulator.Seeding;
using Drydock.Maas.Simulator.State;
using Drydock.Maas.Tasks;

namespace Drydock.Maas.Benchmarks.Misuse;

/// <summary>
/// Two servers made of one saved state: production, and staging, a restored copy of it, so that every id is on both.
/// Some machines run, some are free, one is somebody else's and one is locked.
/// </summary>
internal sealed class MisuseWorld : IAsyncDisposable
{
    private const string OtherKey = "c-other:k-other:s-other";
    private const double Speed = 60_000;

    private readonly MaasSimulator[] _servers;

    private MisuseWorld(MaasSimulator[] servers) => _servers = servers;

    public MaasSimulator Production => _servers[0];

    public MaasSimulator Staging => _servers[1];

    /// <summary>Provisions the site once and leaves it in the state every world begins with.</summary>
    public static async Task SaveStartAsync(SiteDesign site, string path)
    {
        await using var simulator = MaasSimulator.Start(new SimulatorOptions { Design = site, MachineCount = 2, Speed = Speed });
        using (var session = await ConnectAsync(simulator, simulator.ApiKey))
        {
            foreach (var action in (DrydockTaskAction[])[DrydockTaskAction.PrepareSite, DrydockTaskAction.PrepareNodes, DrydockTaskAction.DeployNodes])
            {
                using var run = TaskHarness.Create(session, site, action, throttle: 16, journal: null);
                var result = await run.RunAsync(CancellationToken.None);
                if (!result.MeetsCriteria)
                    throw new InvalidOperationException($"{action}: {string.Join("; ", result.Messages)}");
            }
        }

        var user = new SimulatedUser { Username = "other", IsSuperuser = true };
        user.Tokens.Add(new SimulatedToken { Consumer = "c-other", Key = "k-other", Secret = "s-other" });
        Look(simulator, state => { state.Users.Add(user); return user; });
        var token = CancellationToken.None;
        using (var admin = await ConnectAsync(simulator, simulator.ApiKey))
        using (var other = await ConnectAsync(simulator, OtherKey))
        {
            foreach (var name in (string[])["control02", "worker02", "worker04", "worker05"])
                await admin.Client.Machines.ReleaseAsync(Find(simulator, name)!.SystemId, new(), token);
            await UntilAsync(simulator, "worker05", MachineStatus.Ready);
            await UntilAsync(simulator, "worker04", MachineStatus.Ready);
            await other.Client.Machines.DeployAsync(Find(simulator, "worker05")!.SystemId, new() { DistroSeries = "jammy" }, token);
            await UntilAsync(simulator, "worker05", MachineStatus.Deployed);
            await other.Client.Machines.AllocateAsync(Find(simulator, "worker04")!.SystemId, token);
            await admin.Client.Machines.LockAsync(Find(simulator, "worker03")!.SystemId, null, token);
        }

        simulator.Save(path);
    }

    public static MisuseWorld Start(string path) =>
        new([.. Enumerable.Range(0, 2).Select(_ => MaasSimulator.Start(new SimulatorOptions { StatePath = path, Speed = Speed }))]);

    /// <summary>What each machine is on a server now, by system id.</summary>
    public static IReadOnlyDictionary<string, MachineFacts> Machines(MaasSimulator server) => Look(server, state =>
        state.Nodes.OfType<SimulatedMachine>().ToDictionary(m => m.SystemId, m => new MachineFacts(
            m.SystemId, m.Hostname, m.Status, m.Owner?.Username, m.PowerState, [.. m.Tags.Select(t => t.Name)])));

    /// <summary>Somebody else does something to one machine.</summary>
    public static string Move(MaasSimulator server, Random random) => Look(server, state =>
    {
        var machines = state.Nodes.OfType<SimulatedMachine>().ToList();
        var machine = machines[random.Next(machines.Count)];
        var other = state.Users.First(u => u.Username == "other");
        switch (random.Next(14))
        {
            case 0:
                machine.Hostname = $"moved{random.Next(1000).ToString(CultureInfo.InvariantCulture)}";
                break;
            case 1 when machine.Owner is not null:
                machine.Owner = other;
                break;
            case 2:
                machine.Locked = !machine.Locked;
                break;
            case 3:
                machine.PowerState = "error";
                break;
            case 4:
                machine.PowerState = "unknown";
                break;
            case 5 when machine.PowerState == "on":
                machine.PowerState = "off";
                break;
            case 6 when machine.PowerState == "off" && machine.Status == MachineStatus.Deployed:
                machine.PowerState = "on";
                break;
            case 7 when machine.Status == MachineStatus.Ready:
                (machine.Status, machine.Owner) = (MachineStatus.Allocated, other);
                break;
            case 8 when machine.Status == MachineStatus.Ready:
                machine.Interfaces.ForEach(i => i.Links.Clear());
                break;
            case 9:
                machine.Tags.Clear();
                break;
            case 10:
                state.Vlans[random.Next(state.Vlans.Count)].Name = "moved";
                break;
            case 11:
                state.Subnets[random.Next(state.Subnets.Count)].DnsServers = [System.Net.IPAddress.Parse("10.9.9.9")];
                break;
            case 12 when state.IPRanges.Count > 0:
                state.IPRanges.RemoveAt(random.Next(state.IPRanges.Count));
                break;
            case 13:
                state.Tags.ForEach(t => t.KernelOptions = "moved");
                break;
        }

        return machine.SystemId;
    });

    public async ValueTask DisposeAsync()
    {
        foreach (var server in _servers)
            await server.DisposeAsync();
    }

    private static SimulatedMachine? Find(MaasSimulator server, string hostname) =>
        Look(server, state => state.Nodes.OfType<SimulatedMachine>().FirstOrDefault(m => m.Hostname == hostname));

    private static async Task UntilAsync(MaasSimulator server, string hostname, MachineStatus status)
    {
        for (var look = 0; Find(server, hostname)!.Status != status; look++)
        {
            if (look == 500)
                throw new InvalidOperationException($"{hostname} is {Find(server, hostname)!.Status}, not {status}.");
            await Task.Delay(20);
        }
    }

    private static Task<MaasSession> ConnectAsync(MaasSimulator server, string key) =>
        MaasConnector.ConnectAsync(new MaasConnectionOptions { Url = server.Url.ToString(), ApiKey = key }, CancellationToken.None);

    private static T Look<T>(MaasSimulator server, Func<SimulatorState, T> look)
    {
        lock (server.State.Gate)
        {
            new TransitionRunner(server.State).RunDue();
            return look(server.State);
        }
    }
}

/// <summary>A machine as its server holds it.</summary>
internal sealed record MachineFacts(
    string SystemId, string Hostname, MachineStatus Status, string? Owner, string PowerState, IReadOnlyList<string> Tags);
