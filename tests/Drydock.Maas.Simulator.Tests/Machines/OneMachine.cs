using System.Text;
using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.Hosting;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.Lifecycle;
using Drydock.Maas.Simulator.Resources.Machines;
using Drydock.Maas.Simulator.Resources.Storage;
using Drydock.Maas.Simulator.Seeding;
using Drydock.Maas.Simulator.State;
using Microsoft.Extensions.Time.Testing;

namespace Drydock.Maas.Simulator.Tests.Machines;

/// <summary>A simulator with a few commissioned machines, asked in process, on a clock the test moves.</summary>
internal sealed class OneMachine
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    public OneMachine(int others = 0, string? version = null)
    {
        Core = MaasSimulator.CreateCore(new() { MachineCount = 1 + others, Speed = 1, MaasVersion = version, TimeProvider = _time });
        Machines = Core.State.Nodes.OfType<SimulatedMachine>().ToArray();
        foreach (var machine in Machines)
            Ask("POST", $"machines/{machine.SystemId}/", "commission");
        Pass(TimeSpan.FromMinutes(10));
        foreach (var machine in Machines)
            Ask("POST", $"nodes/{machine.SystemId}/interfaces/eno1/", "disconnect");
        foreach (var machine in Machines)
            Ask(
                "POST",
                $"nodes/{machine.SystemId}/interfaces/eno1/",
                "link_subnet",
                ("mode", "auto"),
                ("subnet", $"{Core.State.Subnets[0].Id}"));
    }

    public SimulatorCore Core { get; }

    public IReadOnlyList<SimulatedMachine> Machines { get; }

    public SimulatedMachine Machine => Machines[0];

    /// <summary>Puts the machine into a status, as if it had always been in it.</summary>
    public void Be(MachineStatus status)
    {
        StatusChanges.Set(Machine, status);
        Machine.PreviousStatus = MachineStatus.Ready;
        Machine.Owner = StatusGroups.InUse.Contains(status) ? Core.State.Users.First(user => user.IsSuperuser) : null;
        if (Machine.IsInUse)
            AcquiredFilesystems.Make(Machine);
    }

    public void Pass(TimeSpan time)
    {
        _time.Advance(time);
        new TransitionRunner(Core.State).RunDue();
    }

    /// <summary>An operation on the machine.</summary>
    public ApiResponse Do(string operation, params (string Name, string Value)[] form) =>
        Ask("POST", $"machines/{Machine.SystemId}/", operation, form);

    /// <summary>A request about a part of the machine.</summary>
    public ApiResponse Node(string method, string path, params (string Name, string Value)[] form) =>
        Ask(method, $"nodes/{Machine.SystemId}/{path}", null, form);

    public ApiResponse Ask(string method, string path, string? operation, params (string Name, string Value)[] form) =>
        AskAs(SiteSeeder.AdminName, method, path, operation, form);

    public ApiResponse AskAs(string user, string method, string path, string? operation, params (string Name, string Value)[] form)
    {
        var body = string.Join('&', form.Select(field => $"{field.Name}={Uri.EscapeDataString(field.Value)}"));
        var request = new ApiRequest(method, "/MAAS/api/2.0/" + path)
        {
            Query = operation is null ? "" : "op=" + operation,
            ContentType = "application/x-www-form-urlencoded",
            Body = Encoding.UTF8.GetBytes(body),
        };
        return Core.HandleAs(Core.State.Users.First(known => known.Username == user), request);
    }

    public static JsonNode Json(ApiResponse answer) => JsonNode.Parse(answer.BodyText)!;
}
