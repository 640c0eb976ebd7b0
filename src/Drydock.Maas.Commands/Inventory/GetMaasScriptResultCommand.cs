using System.Management.Automation;
using Drydock.Maas.Api;
using Drydock.Maas.Commands.Completion;
using Drydock.Maas.Commands.Input;
using Drydock.Maas.Models;

namespace Drydock.Maas.Commands.Inventory;

/// <summary>Gets results of commissioning, testing and installation of machines (GET nodes/{system_id}/results/).</summary>
[Cmdlet(VerbsCommon.Get, "MaasScriptResult", DefaultParameterSetName = "Machine")]
[OutputType(typeof(ScriptResult))]
public sealed class GetMaasScriptResultCommand : MachinePartCommand<ScriptResult>
{
    /// <inheritdoc cref="MachinePartCommand{T}.Name"/>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public override string[] Name { get; set; } = [];

    /// <summary>Statuses, for example Failed* or Passed; wildcards are allowed.</summary>
    [Parameter]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ScriptStatusCompleter))]
    public string[] Status { get; set; } = [];

    /// <summary>commissioning, testing or installation; the server selects.</summary>
    [Parameter]
    [ValidateSet("commissioning", "testing", "installation")]
    public string? Type { get; set; }

    /// <summary>Only scripts for this hardware; the server selects.</summary>
    [Parameter]
    [ValidateSet("node", "cpu", "memory", "storage", "network", "gpu")]
    public string? HardwareType { get; set; }

    /// <summary>Read the outputs too, as base64.</summary>
    [Parameter]
    public SwitchParameter IncludeOutput { get; set; }

    private protected override Task<IReadOnlyList<ScriptResult>> ReadAsync(IMaasClient client, Machine machine, CancellationToken token) =>
        ListAsync(client, machine, token);

    private protected override string? GetName(ScriptResult part) => part.Name;

    private protected override Func<ScriptResult, bool> MakeSelection()
    {
        var statuses = new NameFilter(Status);
        return result => statuses.Matches(result.StatusName);
    }

    private async Task<IReadOnlyList<ScriptResult>> ListAsync(IMaasClient client, Machine machine, CancellationToken token)
    {
        var names = new NameFilter(Name);
        var filter = new ScriptResultFilter
        {
            Type = Type,
            Hardware = HardwareType,
            Filters = names.HasWildcards ? [] : names.Literals,
            IncludeOutput = IncludeOutput,
        };
        var sets = await client.Machines.GetResultsAsync(machine.SystemId, filter, token).ConfigureAwait(false);
        return [.. sets.SelectMany(s => s.Results)];
    }
}
