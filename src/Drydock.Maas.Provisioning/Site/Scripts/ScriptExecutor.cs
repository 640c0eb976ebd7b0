using Drydock.Maas.Api;
using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Site.Scripts;

/// <summary>Carries out the upload of scripts.</summary>
internal sealed class ScriptExecutor : FamilyExecutor<ScriptUpload, IMaasClient>
{
    /// <inheritdoc/>
    protected override Task ExecuteAsync(ScriptUpload operation, IMaasClient context, CancellationToken token) => operation switch
    {
        CreateScript create => context.Scripts.CreateAsync(create.Request, token),
        ReviseScript revise => context.Scripts.UpdateAsync(revise.Script.Name, revise.Request, token),
        _ => throw new ArgumentException($"No write for {operation.GetType().Name}.", nameof(operation)),
    };
}
