using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Nodes.Platform;

/// <summary>Carries out the writes to tags, together with those of other nodes at the same time.</summary>
internal sealed class TagExecutor(TagBoard board) : FamilyExecutor<TagOperation, MachineContext>
{
    /// <inheritdoc/>
    protected override Task ExecuteAsync(TagOperation operation, MachineContext context, CancellationToken token) => operation switch
    {
        CreateTag create => board.EnsureAsync(create.Name, create.KernelParameters, token),
        SetKernelParameters set => board.EnsureAsync(set.Present.Name, set.KernelParameters, token),
        DeleteTag delete => board.DeleteAsync(delete.Name, token),
        AddTag add => StoreAsync(board.AddMemberAsync(add.Tag, context.SystemId, token), context, tags => [.. tags, add.Tag]),
        RemoveTag remove => StoreAsync(board.RemoveMemberAsync(remove.Tag, context.SystemId, token), context, tags => [.. tags.Where(t => t != remove.Tag)]),
        GiveTag give => StoreAsync(
            board.GiveAsync(give.Tag, context.SystemId, [.. give.Former.Select(m => m.SystemId)], token), context, tags => [.. tags.Where(t => t != give.Tag), give.Tag]),
        _ => throw new ArgumentException($"No write for {operation.GetType().Name}.", nameof(operation)),
    };

    private static async Task StoreAsync(Task writing, MachineContext context, Func<IReadOnlyList<string>, IReadOnlyList<string>> change)
    {
        await writing.ConfigureAwait(false);
        context.Machine = context.Machine with { TagNames = change(context.Machine.TagNames) };
    }
}
