using Drydock.Maas.Api;
using Drydock.Maas.Models;

namespace Drydock.Maas.Provisioning.Tests.Builders;

/// <summary>tags/ over a list; it remembers what was asked.</summary>
internal sealed class FakeTags(params IReadOnlyList<Tag> tags) : ITagClient
{
    /// <summary>Tags that somebody makes between our list and our create.</summary>
    public HashSet<string> MadeByOthers { get; } = [];

    public Dictionary<string, Tag> All { get; } = tags.ToDictionary(t => t.Name);

    public List<string> Requests { get; } = [];

    public Task<IReadOnlyList<Tag>> ListAsync(CancellationToken token)
    {
        Ask("list");
        return Task.FromResult<IReadOnlyList<Tag>>([.. All.Values]);
    }

    public Task<Tag> CreateAsync(TagRequest tag, CancellationToken token)
    {
        var name = tag.Name!;
        Ask($"create {name}");
        if (All.ContainsKey(name) || MadeByOthers.Contains(name))
            throw Refused(400, "Tag with this Name already exists.");
        return Task.FromResult(All[name] = new Tag { Name = name, KernelOpts = tag.KernelOpts });
    }

    public Task<Tag> UpdateAsync(string name, TagRequest update, CancellationToken token)
    {
        Ask($"update {name}: {update.KernelOpts}");
        return Task.FromResult(All[name] = new Tag { Name = name, KernelOpts = update.KernelOpts });
    }

    public Task DeleteAsync(string name, CancellationToken token)
    {
        Ask($"delete {name}");
        return All.Remove(name) ? Task.CompletedTask : throw Refused(404, "Not Found");
    }

    public Task UpdateNodesAsync(string name, IReadOnlyCollection<string> add, IReadOnlyCollection<string> remove, CancellationToken token)
    {
        if (add.Count > 0)
            Ask($"tag {name}: {string.Join(",", add)}");
        if (remove.Count > 0)
            Ask($"untag {name}: {string.Join(",", remove)}");
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<Machine>> ListMachinesAsync(string name, CancellationToken token) => throw new NotSupportedException();

    private static MaasApiException Refused(int status, string text) => new("MaasError", text)
    {
        StatusCode = status,
        FieldErrors = new Dictionary<string, IReadOnlyList<string>> { ["name"] = [text] },
    };

    private void Ask(string request)
    {
        lock (Requests)
            Requests.Add(request);
    }
}
