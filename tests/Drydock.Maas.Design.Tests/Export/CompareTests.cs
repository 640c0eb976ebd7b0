using Drydock.Maas.Design.Export;

namespace Drydock.Maas.Design.Tests.Export;

/// <summary>Two revisions of a design.</summary>
public sealed class CompareTests
{
    [Fact]
    public void A_design_does_not_differ_from_itself() => Assert.Empty(DesignComparer.Compare(ExampleSite.Read(), ExampleSite.Read()));

    [Fact]
    public void A_change_of_a_network_names_the_property()
    {
        var difference = Assert.Single(Compare("mtu: 9000", "mtu: 8000"), d => d.Kind == "Network");
        Assert.Equal(("mtu", "9000", "8000"), (difference.Property, difference.Before, difference.After));
    }

    [Fact]
    public void A_change_of_a_profile_shows_at_every_node_that_inherits_it()
    {
        var nodes = Compare("image: jammy", "image: noble").Where(d => d.Kind == "BaremetalNode").ToList();
        Assert.Equal(8, nodes.Count);
        Assert.All(nodes, d => Assert.Equal(("platform.image", "jammy", "noble"), (d.Property, d.Before, d.After)));
    }

    [Fact]
    public void A_node_that_is_gone_and_one_that_is_new_are_told()
    {
        var changes =
            Compare("name: control01", "name: control09").Where(d => d.Kind == "BaremetalNode").Select(d => (d.Name, d.Change)).ToList();
        Assert.Contains(("control09", DesignChange.Added), changes);
        Assert.Contains(("control01", DesignChange.Removed), changes);
    }

    [Fact]
    public void A_changed_secret_is_told_and_not_shown()
    {
        var secret = ExampleSite.Read().Nodes[0].Oob.Credential!.Reveal();
        var differences = Compare($"credential: {secret}", "credential: another").Where(d => d.Property == "oob.credential").ToList();
        Assert.NotEmpty(differences);
        Assert.All(differences, d => Assert.Equal(("(secret)", "(secret)"), (d.Before, d.After)));
    }

    private static IEnumerable<DesignDifference> Compare(string text, string by)
    {
        var before = ExampleSite.Text();
        Assert.Contains(text, before);
        return DesignComparer.Compare(ExampleSite.Read(), ExampleSite.Read(before.Replace(text, by, StringComparison.Ordinal)));
    }
}
