using System.Globalization;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.Lifecycle;
using Drydock.Maas.Simulator.Resources.Interfaces;
using Drydock.Maas.Simulator.Resources.Nodes;
using Drydock.Maas.Simulator.Resources.Storage;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Machines;

/// <summary>The form of <c>op=allocate</c>: the constraints a machine has to meet, and what is done with the one that is found.</summary>
internal sealed class AllocationForm
{
    private static readonly HashSet<string> Options = new(StringComparer.Ordinal) { "agent_name" };

    private readonly ApiCall _query;
    private readonly Predicate<SimulatedNode>[] _tests;
    private readonly StorageConstraints? _storage;
    private readonly InterfaceConstraints? _interfaces;

    /// <exception cref="ApiException">400: what is asked for cannot be; 500: the body is JSON.</exception>
    public AllocationForm(ApiCall call)
    {
        if (call.Form.IsJson)
            throw new ApiException(ApiResponse.Text(500, "'dict' object has no attribute 'lists'"));
        QueryFlag.Read(call.Post, "install_rackd");
        var isHost = QueryFlag.Read(call.Post, "install_kvm") | QueryFlag.Read(call.Post, "register_vmhost");
        Bridges = BridgeOptions.Read(call.Post, otherwise: isHost && !QueryFlag.Read(call.Post, "ephemeral_deploy"));
        IsVerbose = QueryFlag.Read(call.Post, "verbose");
        IsDryRun = QueryFlag.Read(call.Post, "dry_run");
        _query = call with { Query = call.Form };
        new NodeFilterCheck(_query, NodeFilters.KnownToAllocations.Concat(Options)).Run();
        _tests = [.. call.Form.Names.Where(name => !Options.Contains(name)).Select(name => NodeFilters.CreateTest(_query, name, call.Form.GetAll(name)))];
        _storage = call.Form.Get("storage") is { Length: > 0 } storage ? StorageConstraints.Parse(storage) : null;
        _interfaces = call.Form.Get("interfaces") is { } interfaces && !string.IsNullOrWhiteSpace(interfaces) ? InterfaceConstraints.Parse(interfaces) : null;
    }

    public bool IsDryRun { get; }

    public bool IsVerbose { get; }

    public BridgeOptions Bridges { get; }

    /// <summary>The cheapest of the Ready machines that fit, by cores and GiB; null where there is none.</summary>
    public SimulatedMachine? Choose() => _query.State.Nodes.OfType<SimulatedMachine>()
        .Where(machine => machine.Status == MachineStatus.Ready && NodeRights.CanEdit(_query.User, machine) && Array.TrueForAll(_tests, test => test(machine)))
        .OrderBy(machine => machine.CpuCount + (machine.Memory / 1024.0)).ThenBy(machine => machine.Id).FirstOrDefault();

    /// <summary>The part of the answer that tells what of the machine, and of others, met the labelled constraints.</summary>
    public AllocationMatches Match() => new(_query.State, _storage, _interfaces);

    /// <summary>MAAS's answer when nothing fits.</summary>
    public ApiResponse RefuseAll()
    {
        var (form, resolved) = (_query.Form, new AllocationWords(_query).Resolve());
        if (resolved.Length == 0)
            return ApiResponse.Conflict("No machine available.");
        if (form.Get("system_id") is { } systemId)
            return ApiResponse.Conflict($"No machine with system ID {systemId} available.");
        var asked = form.Names.Select(name =>
            $"({PythonLiteral.Quote(name)}, [{string.Join(", ", form.GetAll(name).Select(PythonLiteral.Quote))}])");
        return ApiResponse.Conflict(string.Create(
            CultureInfo.InvariantCulture, $"No available machine matches constraints: [{string.Join(", ", asked)}] (resolved to \"{resolved}\")"));
    }
}
