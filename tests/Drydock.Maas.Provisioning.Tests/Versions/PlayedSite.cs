using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Drydock.Maas.Provisioning.Tests.EndToEnd;
using Drydock.Maas.Simulation;
using Drydock.Maas.Simulator;
using Drydock.Maas.Simulator.Hosting;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.Resources.Machines;
using Drydock.Maas.Simulator.State;
using Microsoft.Extensions.Time.Testing;

namespace Drydock.Maas.Provisioning.Tests.Versions;

/// <summary>The three nodes deployed on a simulator of a version, asked in process on a clock of its own.</summary>
internal sealed partial class PlayedSite
{
    private static readonly Dictionary<string, Lazy<Task<string>>> Saved =
        MaasSimulator.Versions.ToDictionary(version => version, version => new Lazy<Task<string>>(() => ProvisionAsync(version)));

    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);
    private readonly SimulatorCore _core;

    // What a name stands for is looked up once, as a client would: a range keeps its number when its addresses change.
    private readonly Dictionary<string, string> _found = new(StringComparer.Ordinal);

    private PlayedSite(string path) => _core = MaasSimulator.CreateCore(new() { StatePath = path, TimeProvider = _time, Speed = 1 });

    private SimulatorState State => _core.State;

    public static async Task<PlayedSite> StartAsync(string version) => new(await Saved[version].Value);

    /// <summary>What happens in between: time passes, controllers die, racks lose their connection, names are looked up anew.</summary>
    public void Let(string happen)
    {
        if (happen is "reload")
            _found.Clear();
        else if (happen is "bmc dead")
            State.Faults.Add(new SimulatorFault { Kind = SimulatorFaultKind.PowerFailure });
        else if (happen is "rack off")
            State.Faults.Add(new SimulatorFault { Kind = SimulatorFaultKind.RackDown });
        else if (happen is "bmc well" or "rack on")
            State.Faults.Clear();
        else
            Pass(TimeSpan.FromSeconds(30));
    }

    /// <summary>Sends <c>METHOD path query=value @field=value</c>, with names in braces for what has numbers here.</summary>
    /// <exception cref="KeyNotFoundException">There is nothing of a name.</exception>
    public ApiResponse Send(string text)
    {
        var parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(part => Fill(part.Replace("%20", " ", StringComparison.Ordinal))).ToArray();
        var fields = parts[2..].Select(part => part.Split('=', 2)).ToArray();
        return _core.HandleAs(State.Users.First(user => user.IsSuperuser), new ApiRequest(parts[0], "/MAAS/api/2.0/" + parts[1])
        {
            Query = Encode(fields.Where(field => field[0][0] != '@')),
            ContentType = "application/x-www-form-urlencoded",
            Body = Encoding.UTF8.GetBytes(Encode(fields.Where(field => field[0][0] == '@'))),
        });
    }

    /// <summary>A text with the names of machines and racks in the place of their ids, and of NICs as the requests have them.</summary>
    public string Name(string text)
    {
        // Machines of the recordings called their NICs by the design's aliases.
        text = text.Replace("enp0s3", "prim_nic01", StringComparison.Ordinal).Replace("enp0s4", "prim_nic02", StringComparison.Ordinal);
        foreach (var node in State.Nodes)
            text = text.Replace(node.SystemId, node is SimulatedController ? "{rack:}" : "{m:" + node.Hostname + "}", StringComparison.Ordinal);
        return text;
    }

    /// <summary>A text with the release that the server deploys by itself.</summary>
    public string NameDefault(string text) =>
        text.Replace("{default}", State.Config["default_distro_series"]!.ToString(), StringComparison.Ordinal);

    private string Fill(string text) => Placeholder().Replace(text, match => Found(match.Groups[1].Value));

    private static async Task<string> ProvisionAsync(string version)
    {
        await using var site = await SimulatedSite.StartAsync(ThreeNodes.File, version);
        var results = await site.ProvisionAsync();
        Assert.Empty(results.Where(r => r.Error is not null).Select(r => $"{r}: {r.Error!.Message}"));
        var path = Path.Combine(Directory.CreateTempSubdirectory("drydock-maas-").FullName, "state.json");
        site.Simulator.Save(path);
        return path;
    }

    private static string Encode(IEnumerable<string[]> fields) =>
        string.Join('&', fields.Select(field => $"{field[0].TrimStart('@')}={Uri.EscapeDataString(field[1])}"));

    private void Pass(TimeSpan time)
    {
        _time.Advance(time);
        new TransitionRunner(State).RunDue();
    }

    private string Found(string name) => _found.TryGetValue(name, out var known) ? known : _found[name] = Find(name.Split(':'));

    private string Find(string[] name) => name[0] switch
    {
        "rack" => State.RackControllers.First().SystemId,
        "f" => Number(State.Fabrics.Find(fabric => fabric.Name == name[1])?.Id),
        "v" => Number(State.Vlans.Find(vlan => vlan.Fabric.Name == name[1] && vlan.Vid == int.Parse(name[2], null))?.Id),
        "s" => Number(State.Subnets.Find(subnet => subnet.Name == name[1])?.Id),
        "rg" => Number(State.IPRanges.Find(range => range.Start.ToString() == name[1])?.Id),
        _ => FindOfMachine(name),
    };

    private string FindOfMachine(string[] name)
    {
        var machine = State.Nodes.OfType<SimulatedMachine>().First(machine => machine.Hostname == name[1]);
        return name[0] switch
        {
            "m" => machine.SystemId,
            "mac" => Nics(machine)[int.Parse(name[2], null) - 1].MacAddress,
            "i" when name[2].StartsWith("prim_nic", StringComparison.Ordinal) => Number(Nics(machine).ElementAtOrDefault(name[2][^1] - '1')?.Id),
            "i" => Number(machine.Interfaces.Find(nic => nic.Name == name[2])?.Id),
            "link" => Number(machine.Interfaces.Find(nic => nic.Name == name[2])?.Links.FirstOrDefault()?.Id),
            _ => Number(JsonOf(machine, name)?["id"]?.GetValue<int>()),
        };
    }

    /// <summary>A disk, partition or volume group as the API shows it.</summary>
    private JsonNode? JsonOf(SimulatedMachine machine, string[] name)
    {
        if (name[0] == "vg")
            return Read($"nodes/{machine.SystemId}/volume-groups/").FirstOrDefault();
        var disk = Read($"nodes/{machine.SystemId}/blockdevices/").FirstOrDefault(disk => disk!["name"]!.ToString() == name[2]);
        return name[0] == "b" ? disk : disk?["partitions"]!.AsArray().ElementAtOrDefault(int.Parse(name[3], null));
    }

    private JsonArray Read(string path) => JsonNode.Parse(Send("GET " + path).BodyText)!.AsArray();

    private static List<SimulatedInterface> Nics(SimulatedMachine machine) =>
        [.. machine.Interfaces.Where(nic => nic.Type == "physical").OrderBy(nic => nic.MacAddress, StringComparer.Ordinal)];

    private static string Number(int? id) =>
        id?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? throw new KeyNotFoundException("There is none of that name.");

    [GeneratedRegex("\\{([^}]+)\\}")]
    private static partial Regex Placeholder();
}
