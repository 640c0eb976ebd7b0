using System.Text.Json.Nodes;
using Drydock.Maas.Planning;

namespace Drydock.Maas.Provisioning.Tests.EndToEnd;

/// <summary>The recorded end state of Drydock's own driver against a real MAAS is the effect to reach.</summary>
public sealed class GoldenEndStateTests
{
    private static readonly string Folder = Path.Combine(TestFolders.Contract, "endstate");

    [Theory]
    [InlineData("domains")]
    [InlineData("fabrics")]
    [InlineData("subnets")]
    [InlineData("ipranges")]
    [InlineData("static_routes")]
    [InlineData("machines")]
    [InlineData("tags")]
    public async Task The_end_state_equals_the_recorded_one(string part)
    {
        SkipWithoutDesign();
        await using var site = await SimulatedSite.StartAsync(Path.Combine(Folder, "design.yaml"));
        var results = await site.ProvisionAsync();
        Assert.Empty(results.Where(r => r.Status == StepStatus.Failed).Select(r => $"{r}: {r.Error?.Message}"));

        var golden = Golden()[part]!;
        var ours = (await ReadAsync(site))[part]!;
        var differences = JsonDifference.Missing(golden, ours, part).ToList();
        Assert.Empty(differences);
    }

    [Fact]
    public async Task No_more_writes_than_Drydock_and_no_more_reads_than_the_budget()
    {
        SkipWithoutDesign();
        await using var site = await SimulatedSite.StartAsync(Path.Combine(Folder, "design.yaml"));
        await site.ProvisionAsync();

        var polls = site.Simulator.Requests.Count(r => r.Method == "GET" && r.Path.EndsWith("/machines/", StringComparison.Ordinal));
        var reads = site.Simulator.CountRequests()["GET"] - polls;
        Assert.True(reads <= 25 + (2 * site.Design.Nodes.Count), $"{reads} reads");
        Assert.True(site.Writes <= 130, $"{site.Writes} writes; Drydock's were 130");
    }

    [Fact]
    public async Task A_second_run_makes_no_writing_request()
    {
        SkipWithoutDesign();
        await using var site = await SimulatedSite.StartAsync(Path.Combine(Folder, "design.yaml"));
        await site.ProvisionAsync();
        site.Simulator.ResetRequests();

        var results = await site.ProvisionAsync();

        Assert.Equal(0, site.Writes);
        Assert.Empty(results.Where(r => r.Status != StepStatus.Unchanged).Select(r => $"{r}: {r.Error?.Message}"));
    }

    private static void SkipWithoutDesign() => Assert.SkipUnless(
        File.Exists(Path.Combine(Folder, "golden.json")),
        $"The design of the recorded run is a sample of Drydock's and no part of the repository; it is looked for in {Folder}.");

    /// <summary>Our end state, with NICs under the names they had in the recorded run: there the kernel's names were the aliases.</summary>
    private static async Task<JsonObject> ReadAsync(SimulatedSite site)
    {
        var state = await EndState.ReadAsync(site.Session.Client, TestContext.Current.CancellationToken);
        var text = state.ToJsonString().Replace("enp0s3", "prim_nic01", StringComparison.Ordinal).Replace(
            "enp0s4", "prim_nic02", StringComparison.Ordinal);
        return JsonNode.Parse(text)!.AsObject();
    }

    /// <summary>The recorded state, without what later steps make (boot action identities) and what only the real run had.</summary>
    private static JsonObject Golden()
    {
        var golden = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, "golden.json")))!.AsObject();
        var ranges = golden["ipranges"]!.AsArray().Select(r => $"{r!["type"]} {r["start_ip"]}-{r["end_ip"]}");
        golden["ipranges"] = new JsonArray([.. ranges.Order(StringComparer.Ordinal).Select(r => (JsonNode)r)]);
        foreach (var tag in golden["tags"]!.AsObject().Select(t => t.Key).Where(IsBootActionIdentity).ToList())
            golden["tags"]!.AsObject().Remove(tag);
        foreach (var machine in golden["machines"]!.AsObject().Select(m => m.Value!.AsObject()))
        {
            machine["tags"] = new JsonArray(
                [.. machine["tags"]!.AsArray().Select(t => t!.ToString()).Where(t => !IsBootActionIdentity(t)).Select(t => (JsonNode)t)]);
            foreach (var nic in machine["interfaces"]!.AsObject().Select(i => i.Value!.AsObject()))
                nic.Remove("mac");
        }

        return golden;
    }

    private static bool IsBootActionIdentity(string tag) => tag.Contains("__baid__", StringComparison.Ordinal);
}
