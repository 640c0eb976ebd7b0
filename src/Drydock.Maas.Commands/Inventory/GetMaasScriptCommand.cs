using System.Management.Automation;
using Drydock.Maas.Api;
using Drydock.Maas.Commands.Completion;
using Drydock.Maas.Models;

namespace Drydock.Maas.Commands.Inventory;

/// <summary>Gets commissioning, testing and release scripts (GET scripts/).</summary>
[Cmdlet(VerbsCommon.Get, "MaasScript")]
[OutputType(typeof(Script))]
public sealed class GetMaasScriptCommand : InventoryCommand<Script>
{
    /// <inheritdoc cref="InventoryCommand{T}.Name"/>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ScriptNameCompleter))]
    [ValidateNotNullOrEmpty]
    public override string[] Name { get; set; } = [];

    /// <summary>commissioning, testing or release; the server selects.</summary>
    [Parameter]
    [ValidateSet("commissioning", "testing", "release")]
    public string? Type { get; set; }

    /// <summary>The hardware concerned: node, cpu, memory, storage, network or gpu; the server selects.</summary>
    [Parameter]
    [ValidateSet("node", "cpu", "memory", "storage", "network", "gpu")]
    public string? HardwareType { get; set; }

    /// <summary>Read the contents too; they are in the history, as base64.</summary>
    [Parameter]
    public SwitchParameter IncludeContent { get; set; }

    private protected override string Kind => "script";

    private protected override Task<IReadOnlyList<Script>> ReadAsync(IMaasClient client, CancellationToken token) =>
        client.Scripts.ListAsync(new ScriptFilter { Type = Type, HardwareType = HardwareType, IncludeScript = IncludeContent }, token);

    private protected override string? GetName(Script item) => item.Name;
}
