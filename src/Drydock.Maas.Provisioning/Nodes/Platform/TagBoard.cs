using Drydock.Maas.Api;
using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Engine.Observe;

namespace Drydock.Maas.Provisioning.Nodes.Platform;

/// <summary>The tags as all nodes of a command see them: each is made once, and many machines are added to one in few requests.</summary>
internal sealed class TagBoard
{
    private readonly IMaasClient _client;
    private readonly SharedRead<Dictionary<string, Tag>> _tags;
    private readonly KeyedLock _turns = new();
    private readonly Dictionary<(string Tag, bool Adds), RequestBatcher<string, bool>> _members = [];

    public TagBoard(IMaasClient client, SiteListings? listings = null)
    {
        _client = client;
        _tags = new(
            async token => (await (listings ?? new(client)).TagsAsync(token).ConfigureAwait(false)).ToDictionary(t => t.Name, StringComparer.Ordinal));
    }

    /// <summary>Forgets the tags that were read.</summary>
    public void Forget() => _tags.Forget();

    /// <summary>The tag, or null when MAAS has none of that name.</summary>
    public async Task<Tag?> FindAsync(string name, CancellationToken token)
    {
        var tags = await _tags.GetAsync(token).ConfigureAwait(false);
        lock (tags)
            return tags.GetValueOrDefault(name);
    }

    /// <summary>Names of the tags that begin so.</summary>
    public async Task<IReadOnlyList<string>> FindAllAsync(string start, CancellationToken token)
    {
        var tags = await _tags.GetAsync(token).ConfigureAwait(false);
        lock (tags)
            return [.. tags.Keys.Where(name => name.StartsWith(start, StringComparison.Ordinal))];
    }

    /// <summary>Makes a tag unless another node has just made it, and gives it kernel parameters when asked.</summary>
    public async Task EnsureAsync(string name, string? kernelOpts, CancellationToken token)
    {
        using var turn = await _turns.EnterAsync(name, token).ConfigureAwait(false);
        var present = await FindAsync(name, token).ConfigureAwait(false);
        if (present is null)
            await StoreAsync(await CreateAsync(name, kernelOpts, token).ConfigureAwait(false), token).ConfigureAwait(false);
        else if (kernelOpts is not null && (present.KernelOpts ?? "") != kernelOpts)
            await StoreAsync(await _client.Tags.UpdateAsync(name, new TagRequest { KernelOpts = kernelOpts }, token).ConfigureAwait(false),
                token).ConfigureAwait(false);
    }

    /// <summary>Removes a tag; it is no error when it is gone already.</summary>
    public async Task DeleteAsync(string name, CancellationToken token)
    {
        try
        {
            await _client.Tags.DeleteAsync(name, token).ConfigureAwait(false);
        }
        catch (MaasApiException e) when (e.StatusCode == 404)
        {
            // Somebody else was faster; the aim is reached.
        }

        var tags = await _tags.GetAsync(token).ConfigureAwait(false);
        lock (tags)
            tags.Remove(name);
    }

    /// <summary>Tags a machine, together with others that are tagged at the same time.</summary>
    public Task AddMemberAsync(string name, string systemId, CancellationToken token) => UpdateAsync(name, true, systemId, token);

    /// <summary>The machines that have a tag; none where MAAS does not have the tag any more.</summary>
    public async Task<IReadOnlyList<Machine>> ListMembersAsync(string name, CancellationToken token)
    {
        try
        {
            return await _client.Tags.ListMachinesAsync(name, token).ConfigureAwait(false);
        }
        catch (MaasApiException e) when (e.StatusCode == 404)
        {
            return [];
        }
    }

    /// <summary>Gives a tag to one machine alone, in one request.</summary>
    public Task GiveAsync(string name, string systemId, IReadOnlyCollection<string> instead, CancellationToken token) =>
        _client.Tags.UpdateNodesAsync(name, [systemId], instead, token);

    /// <summary>Takes a tag off a machine, together with others that lose it at the same time.</summary>
    public Task RemoveMemberAsync(string name, string systemId, CancellationToken token) => UpdateAsync(name, false, systemId, token);

    private Task<bool> UpdateAsync(string name, bool adds, string systemId, CancellationToken token)
    {
        RequestBatcher<string, bool>? members;
        lock (_members)
        {
            if (!_members.TryGetValue((name, adds), out members))
                _members[(name, adds)] = members = new(ids => UpdateAsync(name, adds, ids));
        }

        return members.AskAsync(systemId, token);
    }

    private async Task<Tag> CreateAsync(string name, string? kernelOpts, CancellationToken token)
    {
        try
        {
            return await _client.Tags.CreateAsync(new TagRequest { Name = name, KernelOpts = kernelOpts }, token).ConfigureAwait(false);
        }
        catch (MaasApiException e) when (e.StatusCode == 400 && IsDuplicate(e))
        {
            // Another session made it between our reading and now.
            return kernelOpts is null
                ? new Tag { Name = name }
                : await _client.Tags.UpdateAsync(name, new TagRequest { KernelOpts = kernelOpts }, token).ConfigureAwait(false);
        }
    }

    private static bool IsDuplicate(MaasApiException e) =>
        e.FieldErrors.TryGetValue("name", out var texts) && texts.Any(t => t.Contains("already exists", StringComparison.Ordinal));

    private async Task StoreAsync(Tag tag, CancellationToken token)
    {
        var tags = await _tags.GetAsync(token).ConfigureAwait(false);
        lock (tags)
            tags[tag.Name] = tag;
    }

    private async Task<IReadOnlyDictionary<string, bool>> UpdateAsync(string name, bool adds, IReadOnlyCollection<string> ids)
    {
        await _client.Tags.UpdateNodesAsync(name, adds ? ids : [], adds ? [] : ids, CancellationToken.None).ConfigureAwait(false);
        return ids.ToDictionary(id => id, _ => true);
    }
}
