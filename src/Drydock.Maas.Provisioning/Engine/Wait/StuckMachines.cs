using Drydock.Maas.Api;
using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Engine.Observe;

namespace Drydock.Maas.Provisioning.Engine.Wait;

/// <summary>
/// Tells for how long machines have been commissioning or deploying, since this session first saw them at it. MAAS's events tell which
/// beginning it is, not when: their time is the server's local one before MAAS 3.6.
/// </summary>
internal sealed class StuckMachines
{
    private const int EventsRead = 1000;
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(50);

    private readonly MaasSession _session;
    private readonly IReadOnlyList<string> _protectTags;
    private readonly TimeProvider _time;
    private readonly TimeSpan _limit;
    private readonly FirstSeenTimes _sightings;
    private readonly RequestBatcher<string, IReadOnlyList<MaasEvent>> _events;

    public StuckMachines(MaasSession session, StepTiming timing, IReadOnlyList<string> protectTags, TimeSpan defaultLimit)
    {
        _session = session;
        _protectTags = protectTags;
        _time = timing.TimeProvider;
        _limit = timing.Timeout ?? defaultLimit;
        _sightings = session.GetService(_ => new FirstSeenTimes());
        _events = new(ReadAsync);
    }

    /// <summary>
    /// Since when the machine has been at what it does, where that is longer than it may take and it is ours to break off; null otherwise.
    /// </summary>
    public async Task<DateTimeOffset?> FindSinceAsync(Machine machine, CancellationToken token)
    {
        if (!IsOurs(machine) || await BeginAsync(machine, token).ConfigureAwait(false) is not { } begin)
            return null;
        var age = _time.GetElapsedTime(_sightings.Note(machine.SystemId, begin.Id, _time.GetTimestamp()));
        return age + Tick >= _limit ? _time.GetUtcNow() - age : null;
    }

    /// <summary>Notes that the machine has been at it all the time since then, a time stamp of the clock.</summary>
    public async Task NoteAsync(Machine machine, long since, CancellationToken token)
    {
        if (IsOurs(machine) && await BeginAsync(machine, token).ConfigureAwait(false) is { } begin)
            _sightings.Note(machine.SystemId, begin.Id, since);
    }

    /// <summary>MAAS tells of no beginning of the tests that follow on commissioning.</summary>
    private async Task<MaasEvent?> BeginAsync(Machine machine, CancellationToken token)
    {
        var events = await _events.AskAsync(machine.SystemId, token).ConfigureAwait(false) ?? [];
        return events.FirstOrDefault(e => e.Type == machine.StatusName
            || (machine.KnownStatus == MachineStatus.Testing && MachineStatuses.Parse(e.Type) == MachineStatus.Commissioning));
    }

    /// <summary>Another user's work is not ours to end, nor that of a machine that is locked or protected.</summary>
    private bool IsOurs(Machine machine) =>
        (string.IsNullOrEmpty(machine.Owner) || machine.Owner == _session.User.Username)
        && !machine.Locked && !MachineState.HoldsSystem(machine) && MachineProtection.FindTags(machine, _protectTags).Count == 0;

    /// <summary>The newest first.</summary>
    private async Task<IReadOnlyDictionary<string, IReadOnlyList<MaasEvent>>> ReadAsync(IReadOnlyCollection<string> ids)
    {
        var filter = new EventFilter { SystemIds = [.. ids], Level = "INFO", Limit = EventsRead };
        var page = await _session.Client.Events.QueryAsync(filter, CancellationToken.None).ConfigureAwait(false);
        return page.Events.GroupBy(e => e.Node ?? "", StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => (IReadOnlyList<MaasEvent>)[.. g.OrderByDescending(e => e.Id)], StringComparer.Ordinal);
    }
}
