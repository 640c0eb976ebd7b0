using Drydock.Maas.Module.Tests.Hosting;

namespace Drydock.Maas.Module.Tests.Conventions;

/// <summary>The client has no method that nothing calls: scripts send what has none with Invoke-MaasApi.</summary>
public sealed class ClientMethodTests
{
    private const string Space = "Drydock.Maas.Api";

    /// <summary>Methods of commands that are to come; a line goes with the command that calls it.</summary>
    private static readonly string[] Waiting =
    [
        // Upload of images: what takes the place of another removes it.
        "IBootResourceClient.DeleteAsync",

        // Boot sources: a mirror added, changed and removed.
        "IBootSourceClient.GetAsync",
        "IBootSourceClient.CreateAsync",
        "IBootSourceClient.UpdateAsync",
        "IBootSourceClient.DeleteAsync",
        "IBootSourceSelectionClient.DeleteAsync",

        // DHCP snippets.
        "IDhcpSnippetClient.CreateAsync",
        "IDhcpSnippetClient.UpdateAsync",
        "IDhcpSnippetClient.DeleteAsync",

        // DNS records.
        "IDnsResourceClient.GetAsync",
        "IDnsResourceClient.CreateAsync",
        "IDnsResourceClient.UpdateAsync",
        "IDnsResourceClient.DeleteAsync",

        // Machines without a design: tested, and put into rescue mode.
        "IMachineClient.TestAsync",
        "IMachineClient.EnterRescueModeAsync",
        "IMachineClient.ExitRescueModeAsync",

        // Pools and zones made and set.
        "IResourcePoolClient.CreateAsync",
        "IResourcePoolClient.UpdateAsync",
        "IResourcePoolClient.DeleteAsync",
        "IZoneClient.GetAsync",
        "IZoneClient.CreateAsync",
        "IZoneClient.UpdateAsync",
        "IZoneClient.DeleteAsync",

        // SSH keys of an account at Launchpad or GitHub.
        "ISshKeyClient.ImportAsync",

        // The client's own connector calls it, on the class: a session tells the version without asking again.
        "IMaasClient.GetVersionAsync",
    ];

    [Fact]
    public void Every_method_of_the_client_is_called()
    {
        using var contracts = Read("Abstractions");
        using var provisioning = Read("Provisioning");
        using var commands = Read("Commands");
        HashSet<MethodName> called = [.. contracts.ReadCalled(), .. provisioning.ReadCalled(), .. commands.ReadCalled()];

        var uncalled = contracts.ReadDeclared(Space).Where(m => !called.Contains(m)).Select(m => $"{m.Type}.{m.Name}").Distinct();

        Assert.Equal(Waiting.Order(StringComparer.Ordinal), uncalled.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_difference_between_versions_is_asked_for()
    {
        using var contracts = Read("Abstractions");
        using var client = Read("Client");
        using var provisioning = Read("Provisioning");
        using var commands = Read("Commands");
        HashSet<string> called =
        [
            .. new[] { contracts, client, provisioning, commands }.SelectMany(a => a.ReadCalled()).Where(m => m.Type == "MaasCapabilities").Select(m => m.Name),
        ];
        var differences = contracts.ReadGetters("MaasCapabilities");

        Assert.NotEmpty(differences);
        Assert.Empty(differences.Except(called));
    }

    private static CalledMethods Read(string project) => new(BuiltModule.GetAssembly($"Drydock.Maas.{project}"));
}
