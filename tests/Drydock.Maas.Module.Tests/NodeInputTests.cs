using Drydock.Maas.Module.Tests.Hosting;

namespace Drydock.Maas.Module.Tests;

/// <summary>A node is what a design made; nothing else can be made to look like one.</summary>
public sealed class NodeInputTests : IDisposable
{
    private const string Refused = "ParameterArgumentTransformationError";
    private readonly SiteRunspace _site = new();

    public static TheoryData<string> Impostors => new(
        "[pscustomobject]@{ Name = 'control01'; Rack = 'rack1' }",
        "@{ Name = 'control01' }",
        "[ordered]@{ Name = 'control01' }",
        "[pscustomobject]@{ Node = ($site | Get-DrydockNode control01) }",
        "'control01'",
        "(Get-MaasMachine)[0]",
        "$site",
        "[Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize(($site | Get-DrydockNode control01), 1))",
        "[Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize(($site | Get-DrydockNode control01 | Resolve-MaasNode), 2))");

    public void Dispose() => _site.Dispose();

    [Theory]
    [MemberData(nameof(Impostors))]
    public void What_only_looks_like_a_node_is_refused_and_told_how(string input)
    {
        foreach (var command in new[] { "Invoke-MaasDeploy", "Set-MaasNodePlatform", "Invoke-MaasRelease -Confirm:$false", "Resolve-MaasNode" })
        {
            var outcome = _site.Run($"{input} | {command}");

            Assert.Empty(outcome.Output);
            Assert.Equal(Refused, outcome.ErrorId);
            Assert.Contains("Get-DrydockNode", outcome.Errors[0].Exception.Message, StringComparison.Ordinal);
        }

        Assert.Empty(_site.Writes);
    }

    [Fact]
    public void A_refused_row_does_not_keep_the_node_behind_it_from_its_step()
    {
        var outcome = _site.Run(
            "@([pscustomobject]@{ Name = 'control01' }; $site | Get-DrydockNode worker01) | Resolve-MaasNode -ErrorAction SilentlyContinue");

        Assert.Equal(["worker01"], outcome.Column("Target"));
    }

    [Fact]
    public void A_row_given_by_name_of_the_parameter_is_refused_too()
    {
        Assert.Equal(Refused, _site.Run("Resolve-MaasNode -Node ([pscustomobject]@{ Name = 'control01' })").ErrorId);
        Assert.Equal(["2"], _site.Run("@(Resolve-MaasNode -Node ($site | Get-DrydockNode control01, worker01)).Count").Verify().Texts);
    }

    [Fact]
    public void PowerShell_makes_neither_a_node_nor_a_result()
    {
        foreach (var type in new[] { "Drydock.Maas.Design.DrydockNode", "Drydock.Maas.Planning.DrydockStepResult", "Drydock.Maas.Tasks.DrydockTaskResult" })
        {
            foreach (var look in new[] { "@{ Name = 'control01' }", "[pscustomobject]@{ Name = 'control01' }", "'control01'" })
                Assert.NotEmpty(_site.Run($"[{type}]({look})").Errors);
        }
    }
}
