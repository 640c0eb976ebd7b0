using System.Globalization;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.Saving;
using Drydock.Maas.Simulator.Tests.Machines;

namespace Drydock.Maas.Simulator.Tests.Versions;

/// <summary>The version a simulator plays: what it says, and what becomes of it when it is saved.</summary>
public sealed class PlayedVersionTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("drydock-maas-").FullName;

    private string File => Path.Combine(_folder, "state.json");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(null, "3.4.10")]
    [InlineData("3.4", "3.4.10")]
    [InlineData("3.7", "3.7.3")]
    public void It_says_which_it_plays(string? version, string told)
    {
        var lab = new OneMachine(version: version);

        Assert.Equal(told, (string?)OneMachine.Json(lab.Ask("GET", "version/", null))["version"]);
    }

    [Fact]
    public void One_that_cannot_be_played_is_refused_at_the_start()
    {
        var error = Assert.Throws<ArgumentException>(() => MaasSimulator.CreateCore(new() { MaasVersion = "2.9" }));

        Assert.Contains("3.4 and 3.7 can", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "3.7")]
    [InlineData("3.4", "3.4")]
    public void A_saved_one_goes_on_as_it_was_or_as_it_is_told(string? asked, string played)
    {
        StateFile.Write(MaasSimulator.CreateCore(new() { MaasVersion = "3.7" }).State, File);

        var again = MaasSimulator.CreateCore(new() { StatePath = File, MaasVersion = asked });

        Assert.Equal(played, again.State.MaasVersion);
    }

    [Fact]
    public void A_saved_one_of_a_version_nobody_plays_is_refused()
    {
        StateFile.Write(MaasSimulator.CreateCore(new()).State, File);
        System.IO.File.WriteAllText(
            File, System.IO.File.ReadAllText(File).Replace("\"3.4\"", "\"9.9\"", StringComparison.Ordinal));

        var error = Assert.Throws<MaasException>(() => MaasSimulator.CreateCore(new() { StatePath = File }));

        Assert.Equal("SimulatorStateInvalid", error.ErrorId);
        Assert.Contains("MAAS 9.9", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("3.4", "my bond", "Enter a valid value.")]
    [InlineData("3.4", "bond/0", "Enter a valid value.")]
    [InlineData("3.7", "my bond", "The interface name must be 1 to 15")]
    public void An_interface_has_no_blanks_and_slashes_in_its_name(string version, string name, string told)
    {
        var lab = new OneMachine(version: version);
        var (node, nic) = ($"nodes/{lab.Machine.SystemId}/interfaces/", lab.Machine.Interfaces[0].Id.ToString(CultureInfo.InvariantCulture));

        ApiResponse[] answers =
        [
            lab.Ask("POST", node, "create_bond", ("name", name), ("parents", nic)),
            lab.Ask("POST", node, "create_bridge", ("name", name), ("parent", nic)),
            lab.Ask("PUT", $"{node}{nic}/", null, ("name", name)),
        ];

        Assert.All(answers, answer => Assert.Equal(400, answer.Status));
        Assert.All(answers, answer => Assert.StartsWith(told, (string?)OneMachine.Json(answer)["name"]![0], StringComparison.Ordinal));
        Assert.Equal(200, lab.Ask("POST", node, "create_bond", ("name", "bond:0.1_a-b"), ("parents", nic)).Status);
    }

    [Theory]
    [InlineData("3.4", 200)]
    [InlineData("3.7", 400)]
    public void Since_3_6_an_interface_has_15_characters(string version, int status)
    {
        var lab = new OneMachine(version: version);

        var answer = lab.Ask("PUT", $"nodes/{lab.Machine.SystemId}/interfaces/eno1/", null, ("name", "sixteen-letters1"));

        Assert.Equal(status, answer.Status);
        if (status == 400)
            Assert.StartsWith("The interface name must be 1 to 15", (string?)OneMachine.Json(answer)["name"]![0], StringComparison.Ordinal);
        Assert.Equal(200, lab.Ask("PUT", $"nodes/{lab.Machine.SystemId}/interfaces/{lab.Machine.Interfaces[0].Id}/", null, ("name", "fifteen-letters")).Status);
    }
}
