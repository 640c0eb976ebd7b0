using Drydock.Maas.Api;
using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Site.Access;

/// <summary>Carries out the writes to SSH keys, package repositories and automatic tags; none needs the answer of another.</summary>
internal sealed class AccessExecutor : FamilyExecutor<AccessOperation, IMaasClient>
{
    /// <inheritdoc/>
    protected override Task ExecuteAsync(AccessOperation operation, IMaasClient context, CancellationToken token) => operation switch
    {
        CreateSshKey create => context.SshKeys.CreateAsync(create.Key.Line, token),
        DeleteSshKey delete => context.SshKeys.DeleteAsync(delete.Present.Id, token),
        CreateRepository create => context.PackageRepositories.CreateAsync(create.Request, token),
        UpdateRepository update => context.PackageRepositories.UpdateAsync(update.Present.Id, update.Request, token),
        DeleteRepository delete => context.PackageRepositories.DeleteAsync(delete.Present.Id, token),
        CreateTagDefinition create => context.Tags.CreateAsync(create.Request, token),
        RedefineTag redefine => context.Tags.UpdateAsync(redefine.Present.Name, redefine.Request, token),
        DeleteTagDefinition delete => context.Tags.DeleteAsync(delete.Present.Name, token),
        _ => throw new ArgumentException($"No write for {operation.GetType().Name}.", nameof(operation)),
    };
}
