using Drydock.Maas.Api;
using Drydock.Maas.Design;
using Drydock.Maas.Models;

namespace Drydock.Maas.Identity;

/// <summary>The rack controllers, to recognise a node that is one; they are asked for only when a node has no machine.</summary>
internal sealed class RackRegister
{
    private readonly IReadOnlyList<RackController> _racks;
    private readonly BmcRegister _controllers;

    /// <summary>Sorts rack controllers by what designs know of them.</summary>
    /// <param name="racks">All rack controllers.</param>
    /// <param name="controllers">Their management controllers.</param>
    public RackRegister(IReadOnlyList<RackController> racks, BmcRegister controllers)
    {
        _racks = racks;
        _controllers = controllers;
    }

    /// <summary>Reads them: none for a user whom MAAS does not show them to.</summary>
    public static async Task<RackRegister> ReadAsync(IRackControllerClient racks, CancellationToken token)
    {
        var listed = racks.ListAsync(token);
        var parameters = await BmcRegister.ReadParametersAsync(racks, token).ConfigureAwait(false);
        return new(await listed.ConfigureAwait(false), new(parameters));
    }

    /// <summary>Why a node without a machine is none to work on; null when it is no rack controller.</summary>
    public string? FindConflict(DrydockNode node)
    {
        var identity = new NodeIdentity(node);
        var rack = _racks.FirstOrDefault(r =>
            identity.IsNamed(r.Hostname) || identity.BootsFrom(r.Interfaces) || identity.IsSwitchedBy(_controllers.FindAddress(r.SystemId)));
        return rack is null ? null : $"Node {node.Name} is rack controller {rack} in MAAS; rack controllers are never touched.";
    }
}
