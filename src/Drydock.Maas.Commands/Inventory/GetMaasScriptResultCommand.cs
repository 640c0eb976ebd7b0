using System.Management.Automation;
using Drydock.Maas.Api;
using Drydock.Maas.Commands.Base;
using Drydock.Maas.Models;

namespace Drydock.Maas.Commands.Inventory;

/// <summary>Gets results of commissioning, testing and installation of machines (GET nodes/{system_id}/results/).</summary>
[Cmdlet(VerbsCommon.Get, "MaasScriptResult", DefaultParameterSetName = "Machine")]
[OutputType(typeof(ScriptResult))]
public sealed class GetMaasScriptResultCommand : MachinePartCommand<ScriptResult>
{
    /// <summary>Statuses, for example Failed* or Passed; wildcards are allowed.</summary>
    [Parameter]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Status { get; set; } = [];

    private protected override Task<IReadOnlyList<ScriptResult>> ReadAsync(IMaasClient client, Machine machine, CancellationToken token) =>
        ListAsync(client, machine, token);

    private protected override string? NameOf(ScriptResult part) => part.Name;

    private protected override Func<ScriptResult, bool> Selection()
    {
        var statuses = new NameFilter(Status);
        return result => statuses.Matches(result.StatusName);
    }

    private static async Task<IReadOnlyList<ScriptResult>> ListAsync(IMaasClient client, Machine machine, CancellationToken token)
    {
        var sets = await client.Machines.GetResultsAsync(machine.SystemId, token).ConfigureAwait(false);
        return [.. sets.SelectMany(s => s.Results)];
    }
}
