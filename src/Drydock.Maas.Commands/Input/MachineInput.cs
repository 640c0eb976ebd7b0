using System.Management.Automation;
using Drydock.Maas.Api;
using Drydock.Maas.Commands.Output;
using Drydock.Maas.Models;

namespace Drydock.Maas.Commands.Input;

/// <summary>A machine and the connection to act on it over.</summary>
internal sealed record MachineTarget(Machine Machine, MaasSession Session);

/// <summary>A command that input is read for: it has connections, asks over them, and tells of input that leads nowhere.</summary>
internal interface IInputCommand
{
    /// <summary>The connection to act over on an input.</summary>
    /// <exception cref="MaasException">OtherServer.</exception>
    MaasSession ChooseSession(InputOrigin origin);

    /// <summary>Reads what the command cannot do without: a failure ends it.</summary>
    T Fetch<T>(Func<CancellationToken, Task<T>> work, MaasSession session);

    void WriteError(ErrorRecord error);
}

/// <summary>Collects the machines a command is given and finds them all together: one read for those named by id, one for host names.</summary>
internal sealed class MachineInput(IInputCommand command)
{
    private readonly List<MachineReference> _references = [];

    public void Add(IEnumerable<MachineReference> references) => _references.AddRange(references);

    public void AddHostnames(IEnumerable<string> names) =>
        _references.AddRange(names.Select(n => new MachineReference(n) { Hostname = PlainObject.FindText(n) }));

    public void AddSystemIds(IEnumerable<string> ids) =>
        _references.AddRange(ids.Select(i => new MachineReference(i) { SystemId = PlainObject.FindText(i) }));

    /// <summary>The machines as MAAS holds them now, each once; every reference that leads to none is an error of its own.</summary>
    public IReadOnlyList<MachineTarget> FindCurrent() => Find(_ => null);

    /// <summary>The machines, each once; those given as objects as they were read, without asking again.</summary>
    public IReadOnlyList<MachineTarget> Find() => Find(r => r.Machine);

    private IReadOnlyList<MachineTarget> Find(Func<MachineReference, Machine?> known)
    {
        var placed = ChooseSessions();
        var found = new Dictionary<MachineReference, List<Machine>>(ReferenceEqualityComparer.Instance);
        foreach (var group in placed.GroupBy(p => p.Session, p => p.Reference))
            Read([.. group.Where(r => known(r) is null)], group.Key, found);
        var targets = new List<MachineTarget>();
        foreach (var (reference, session) in placed)
        {
            List<Machine> machines = known(reference) is { } machine ? [machine] : SelectMeant(reference, found.GetValueOrDefault(reference) ?? []);
            if (FindFault(reference, machines) is { } fault)
                command.WriteError(fault.ToErrorRecord(reference.Source));
            else
                targets.Add(new(machines[0], session));
        }

        return [.. targets.DistinctBy(t => (t.Session, t.Machine.SystemId))];
    }

    private List<(MachineReference Reference, MaasSession Session)> ChooseSessions()
    {
        var placed = new List<(MachineReference, MaasSession)>();
        foreach (var reference in _references)
        {
            try
            {
                if (!reference.IsNamed)
                    throw new MaasException(ErrorIds.MachineNotNamed, "This names no machine: it has neither a SystemId nor a Hostname.");
                placed.Add((reference, command.ChooseSession(reference.Origin)));
            }
            catch (MaasException e)
            {
                command.WriteError(e.ToErrorRecord(reference.Source));
            }
        }

        return placed;
    }

    /// <summary>Of names that differ by case alone the one that is written so is meant.</summary>
    private static List<Machine> SelectMeant(MachineReference reference, List<Machine> machines) =>
        machines.Count > 1 && machines.FindAll(m => m.Hostname == reference.Hostname || m.Fqdn == reference.Hostname) is [var only] ? [only] : machines;

    private void Read(List<MachineReference> references, MaasSession session, Dictionary<MachineReference, List<Machine>> found)
    {
        var byId = references.Where(r => r.SystemId is not null).ToLookup(r => r.SystemId!, StringComparer.OrdinalIgnoreCase);
        var byName = references.Where(r => r.SystemId is null).ToLookup(r => r.Hostname!, StringComparer.OrdinalIgnoreCase);
        if (byId.Count > 0)
        {
            foreach (var machine in List(session, new MachineFilter { SystemIds = [.. byId.Select(g => g.Key)] }))
                Add(byId[machine.SystemId], machine);
        }

        if (byName.Count > 0)
        {
            // The server compares short names only: another domain's machine of that name is not meant.
            foreach (var machine in List(session, new MachineFilter { Hostnames = [.. byName.Select(g => g.Key)] }))
                Add(byName[machine.Hostname].Concat(machine.Fqdn is { } fqdn ? byName[fqdn] : []), machine);
        }

        void Add(IEnumerable<MachineReference> named, Machine machine)
        {
            foreach (var reference in named)
            {
                if (!found.TryGetValue(reference, out var machines))
                    found[reference] = machines = [];
                if (!machines.Exists(m => m.SystemId == machine.SystemId))
                    machines.Add(machine);
            }
        }
    }

    private IReadOnlyList<Machine> List(MaasSession session, MachineFilter filter) =>
        command.Fetch(token => session.Client.Machines.ListAsync(filter, token), session);

    private static MaasException? FindFault(MachineReference reference, List<Machine> machines)
    {
        switch (machines)
        {
            case []:
                var what = reference.SystemId is { } id ? $"system id {id}" : $"host name {reference.Hostname}";
                return new(ErrorIds.MachineNotFound, $"MAAS has no machine with the {what}.");
            case [var machine]:
                return reference.Contradicts(machine)
                    ? new(
                        ErrorIds.AmbiguousMachine,
                        $"This names {reference.Hostname} by the system id {reference.SystemId}, which is {machine} now. "
                            + "Leave out the one of the two that is not meant, or get the machines anew.")
                    : null;
            default:
                return new(
                    ErrorIds.AmbiguousMachine,
                    $"MAAS has {machines.Count} machines with the host name {reference.Hostname}: "
                        + $"{string.Join(", ", machines.Select(m => $"{m.Fqdn ?? m.Hostname} ({m.SystemId})"))}. Name the one that is meant with its domain or by its system id.");
        }
    }
}
