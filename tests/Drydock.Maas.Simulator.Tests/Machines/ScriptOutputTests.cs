using System.Diagnostics;
using System.Text;
using Drydock.Maas.Simulator.Resources.Scripts;

namespace Drydock.Maas.Simulator.Tests.Machines;

/// <summary>What scripts printed, as files, and results that are told not to count.</summary>
public sealed class ScriptOutputTests
{
    private readonly OneMachine _lab = new();

    private string Current => $"nodes/{_lab.Machine.SystemId}/results/current-commissioning/";

    [Fact]
    public void Several_outputs_stand_under_headings_as_wide_as_a_terminal()
    {
        var text = _lab.Ask("GET", Current, "download&filters=maas-kernel-cmdline&output=all").BodyText;

        var headings = text.Split('\n').Where(line => line.StartsWith("---", StringComparison.Ordinal)).ToList();
        Assert.Equal("----------------------------- maas-kernel-cmdline -----------------------------", headings[0]);
        Assert.Equal("--------------------------- maas-kernel-cmdline.yaml ---------------------------", headings[3]);
    }

    [Fact]
    public void Results_told_not_to_count_say_so()
    {
        var answer = OneMachine.Json(_lab.Ask("PUT", Current, null, ("suppressed", "true"), ("filters", "maas-lshw")));

        Assert.True((bool)Assert.Single(answer["results"]!.AsArray())!["suppressed"]!);
        Assert.Equal(400, _lab.Ask("PUT", Current, null, ("suppressed", "perhaps")).Status);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(65536)]
    [InlineData(200001)]
    public void Content_is_wrapped_so_that_xz_unpacks_it(int length)
    {
        Assert.SkipUnless(File.Exists("/usr/bin/xz"), "There is no xz here.");
        var content = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Range(0, length).Select(i => (char)('a' + (i % 26)))));
        var file = Path.Combine(Directory.CreateTempSubdirectory("drydock-maas-").FullName, "content.xz");
        File.WriteAllBytes(file, XzStream.Wrap(content));

        using var xz = Process.Start(new ProcessStartInfo("/usr/bin/xz", ["-dc", file]) { RedirectStandardOutput = true })!;
        using var unpacked = new MemoryStream();
        xz.StandardOutput.BaseStream.CopyTo(unpacked);
        xz.WaitForExit();

        Assert.Equal(0, xz.ExitCode);
        Assert.Equal(content, unpacked.ToArray());
    }
}
