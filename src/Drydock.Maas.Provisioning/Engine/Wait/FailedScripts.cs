using Drydock.Maas.Api;
using Drydock.Maas.Models;

namespace Drydock.Maas.Provisioning.Engine.Wait;

/// <summary>Why a machine failed, in words: MAAS's status message and the scripts that failed.</summary>
internal static class FailedScripts
{
    public static async Task<string> DescribeAsync(IMaasClient client, Machine machine, CancellationToken token)
    {
        var texts = new List<string>();
        if (!string.IsNullOrWhiteSpace(machine.ErrorDescription ?? machine.StatusMessage))
            texts.Add((machine.ErrorDescription is { Length: > 0 } e ? e : machine.StatusMessage)!.Trim());
        var scripts = await NamesAsync(client, machine.SystemId, token).ConfigureAwait(false);
        if (scripts.Count > 0)
            texts.Add($"Failed scripts: {string.Join(", ", scripts)}.");
        return texts.Count == 0 ? "MAAS gives no reason." : string.Join(" ", texts);
    }

    private static async Task<IReadOnlyList<string>> NamesAsync(IMaasClient client, string systemId, CancellationToken token)
    {
        try
        {
            var sets = await client.Machines.GetResultsAsync(systemId, token).ConfigureAwait(false);
            return [.. sets.SelectMany(s => s.Results)
                .Where(r => IsFailure(r.StatusName))
                .Select(r => $"{r.Name} ({r.StatusName})")
                .Distinct()];
        }
        catch (MaasException)
        {
            // The reason is a courtesy; the failure itself is already known.
            return [];
        }
    }

    private static bool IsFailure(string? status) =>
        status is not null && (status.StartsWith("Failed", StringComparison.Ordinal) || status is "Timed out" or "Aborted" or "Degraded");
}
