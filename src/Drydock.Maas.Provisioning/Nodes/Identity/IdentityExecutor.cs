using Drydock.Maas.Api;
using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Engine.Observe;
using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Nodes.Identity;

/// <summary>Carries out enlistment and identity; power changes of one management controller or hypervisor come one after another.</summary>
/// <param name="locks">The turns of controllers, shared by all nodes of a session.</param>
/// <param name="power">The power parameters that were read; null where nobody reads them again.</param>
internal sealed class IdentityExecutor(KeyedLock locks, PowerRegister? power = null) : FamilyExecutor<IdentityOperation, MachineContext>
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(IdentityOperation operation, MachineContext context, CancellationToken token)
    {
        var (domain, setsPower) = operation switch
        {
            SetIdentity set => (set.Domain, set.SetsPower),
            EnlistMachine enlist => (enlist.Request.Domain, true),
            _ => throw new ArgumentException($"No write for {operation.GetType().Name}.", nameof(operation)),
        };

        // MAAS breaks when two machines of one hypervisor get their power parameters at the same time.
        using var turn = setsPower && operation.Power?.Address is { } address ? await locks.EnterAsync(address, token).ConfigureAwait(false) : null;
        try
        {
            context.Machine = await WriteAsync(operation, context, token).ConfigureAwait(false);
        }
        catch (MaasApiException e) when (DomainError.Is(e, domain))
        {
            throw DomainError.Explain(e, domain);
        }
        finally
        {
            if (setsPower)
                power?.Outdate(context.SystemId);
        }
    }

    private static Task<Machine> WriteAsync(IdentityOperation operation, MachineContext context, CancellationToken token) => operation is EnlistMachine enlist
        ? context.Client.Machines.CreateAsync(enlist.Request, token)
        : context.Client.Machines.UpdateAsync(context.SystemId, ((SetIdentity)operation).Request, token);
}
