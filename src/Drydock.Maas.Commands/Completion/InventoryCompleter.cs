using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Runtime.CompilerServices;
using Drydock.Maas.Api;

namespace Drydock.Maas.Commands.Completion;

/// <summary>Completes names of fabrics, subnets, tags and so on from the current session. Quick, or silent.</summary>
public sealed class InventoryCompleter : IArgumentCompleter
{
    private static readonly ConditionalWeakTable<MaasSession, Dictionary<string, RecentList<string>>> Caches = [];

    /// <summary>Answers what begins with the word.</summary>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        var kind = parameterName == "ProtectTag" ? "MaasTag"
            : parameterName == "Name" ? commandName[(commandName.IndexOf('-', StringComparison.Ordinal) + 1)..]
            : "Maas" + parameterName;
        if (Completions.SessionOf(fakeBoundParameters) is not { } session)
            return [];
        var cache = Caches.GetOrCreateValue(session);
        if (!cache.TryGetValue(kind, out var names))
            cache[kind] = names = new RecentList<string>();
        var values = names.Read(token => ListAsync(session.Client, kind, token));
        return kind == "MaasCidr" ? Completions.OfNetworks(values, wordToComplete) : Completions.Of(values, wordToComplete);
    }

    private static async Task<IReadOnlyList<string>> ListAsync(IMaasClient client, string kind, CancellationToken token) => kind switch
    {
        "MaasFabric" => [.. (await client.Fabrics.ListAsync(token).ConfigureAwait(false)).Select(f => f.Name)],
        "MaasVlan" =>
            [.. (await client.Fabrics.ListAsync(token).ConfigureAwait(false))
                .SelectMany(f => f.Vlans)
                .Select(v => v.Name)
                .OfType<string>()],
        "MaasSubnet" => [.. (await client.Subnets.ListAsync(token).ConfigureAwait(false)).Select(s => s.Name)],
        "MaasCidr" => [.. (await client.Subnets.ListAsync(token).ConfigureAwait(false)).Select(s => s.Cidr)],
        "MaasVid" => [.. (await client.Fabrics.ListAsync(token).ConfigureAwait(false)).SelectMany(f => f.Vlans).Select(v => $"{v.Vid}")],
        "MaasDomain" => [.. (await client.Domains.ListAsync(token).ConfigureAwait(false)).Select(d => d.Name)],
        "MaasTag" => [.. (await client.Tags.ListAsync(token).ConfigureAwait(false)).Select(t => t.Name)],
        "MaasBootResource" => [.. (await client.BootResources.ListAsync(token).ConfigureAwait(false)).Select(b => b.Name)],
        "MaasArchitecture" => [.. (await client.BootResources.ListAsync(token).ConfigureAwait(false)).Select(b => b.Architecture)],
        "MaasSpace" => [.. (await client.Spaces.ListAsync(token).ConfigureAwait(false)).Select(s => s.Name)],
        "MaasZone" => [.. (await client.Zones.ListAsync(token).ConfigureAwait(false)).Select(z => z.Name)],
        "MaasPool" or "MaasResourcePool" => [.. (await client.ResourcePools.ListAsync(token).ConfigureAwait(false)).Select(p => p.Name)],
        "MaasPackageRepository" => [.. (await client.PackageRepositories.ListAsync(token).ConfigureAwait(false)).Select(r => r.Name)],
        "MaasScript" => [.. (await client.Scripts.ListAsync(new ScriptFilter(), token).ConfigureAwait(false)).Select(s => s.Name)],
        "MaasRackController" => [.. (await client.RackControllers.ListAsync(token).ConfigureAwait(false)).Select(r => r.Hostname)],
        "MaasCommissioningScript" => await ScriptsAsync(client, "commissioning", token).ConfigureAwait(false),
        "MaasTestingScript" => await ScriptsAsync(client, "testing", token).ConfigureAwait(false),
        _ => [],
    };

    private static async Task<IReadOnlyList<string>> ScriptsAsync(IMaasClient client, string type, CancellationToken token) =>
        [.. (await client.Scripts.ListAsync(new ScriptFilter { Type = type }, token).ConfigureAwait(false)).Select(s => s.Name)];
}
