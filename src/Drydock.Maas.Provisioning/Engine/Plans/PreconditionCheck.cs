using Drydock.Maas.Provisioning.Engine.Observe;

namespace Drydock.Maas.Provisioning.Engine.Plans;

/// <summary>The one place where MAAS is asked for the preconditions of plans: before the first write, and with -WhatIf too.</summary>
internal sealed class PreconditionCheck(MaasSession session)
{
    private readonly PreconditionReads _reads = new(session);

    /// <summary>Forgets what was read: MAAS is no longer as observed.</summary>
    public void Forget() => _reads.Forget();

    /// <summary>Every breach in one error; null when all preconditions hold.</summary>
    /// <param name="preconditions">Those of a plan.</param>
    /// <param name="isRefused">Whether MAAS has refused a write of the plan for good.</param>
    /// <param name="token">Cancels.</param>
    public async Task<NodeException?> FindBreachAsync(IReadOnlyList<Precondition> preconditions, bool isRefused, CancellationToken token)
    {
        var breaches = new List<NodeException>();
        foreach (var precondition in preconditions)
        {
            if (await precondition.FindBreachAsync(_reads, isRefused, token).ConfigureAwait(false) is { } breach)
                breaches.Add(breach);
        }

        return breaches.Count <= 1
            ? breaches.FirstOrDefault()
            : new(breaches[0].ErrorId, string.Join(" ", breaches.Select(b => b.Message)), breaches[0]);
    }

    /// <summary>What is worth knowing about preconditions that hold.</summary>
    public async Task<IReadOnlyList<string>> FindNotesAsync(IReadOnlyList<Precondition> preconditions, CancellationToken token)
    {
        var notes = new List<string>();
        foreach (var precondition in preconditions)
        {
            if (await precondition.FindNoteAsync(_reads, token).ConfigureAwait(false) is { } note)
                notes.Add(note);
        }

        return notes;
    }
}
