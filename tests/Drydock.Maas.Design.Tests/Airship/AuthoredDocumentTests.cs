using Drydock.Maas.Design.Airship;

namespace Drydock.Maas.Design.Tests.Airship;

/// <summary>What is wrong in documents that are yet to be layered and substituted.</summary>
public sealed class AuthoredDocumentTests
{
    private const string Policy = """
        schema: deckhand/LayeringPolicy/v1
        metadata: { schema: metadata/Control/v1, name: policy }
        data: { layerOrder: [ site ] }
        ---

        """;

    private const string Network = """
        schema: drydock/Network/v1
        metadata:
          schema: metadata/Document/v1
          name: oam
          storagePolicy: cleartext
          layeringDefinition: { layer: site }
          substitutions: [ { src: { schema: ex/Kind/v1, name: s, path: .cidr }, dest: { path: .cidr } } ]
        data: { vlan: '1', vlan: '2' }
        ---
        schema: ex/Kind/v1
        metadata: { schema: metadata/Document/v1, name: s, storagePolicy: cleartext, layeringDefinition: { layer: site } }
        data: { cidr: 10.0.0.0/24 }

        """;

    [Fact]
    public void A_value_still_to_be_substituted_is_not_missed_because_something_else_is_wrong()
    {
        var problems = Assert.Throws<DesignException>(() => Read(Policy + Network)).Problems;
        Assert.Equal(["DuplicateKey"], problems.Select(p => p.ErrorId));
    }

    [Fact]
    public void What_the_engine_refuses_is_told_together_with_what_the_reader_found()
    {
        var problems =
            Assert.Throws<DesignException>(
                () => Read(Policy + Network.Replace("name: s, path", "name: gone, path", StringComparison.Ordinal))).Problems;
        Assert.Equal(["DuplicateKey", "SubstitutionSourceNotFound"], problems.Select(p => p.ErrorId).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_pattern_that_is_nowhere_is_warned_of_at_its_place()
    {
        var text = Policy + Network.Replace("vlan: '1', vlan: '2'", "cidr: 10.9.0.0/24", StringComparison.Ordinal)
            .Replace("dest: { path: .cidr }", "dest: { path: .cidr, pattern: HERE }", StringComparison.Ordinal);
        var warning = Assert.Single(Read(text).Warnings);
        Assert.Equal(("PatternNotFound", 11), (warning.ErrorId, warning.Location!.Line));
        Assert.Contains("The pattern HERE is nowhere in what stands at .cidr", warning.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_missing_source_is_told()
    {
        var text = Policy + Network.Replace("vlan: '1', vlan: '2'", "vlan: '1'", StringComparison.Ordinal)
            .Replace("substitutions: [", "substitutions: [ { src: { schema: ex/Kind/v1, name: b, path: .x }, dest: { path: .x } },", StringComparison.Ordinal)
            .Replace("name: s, path", "name: gone, path", StringComparison.Ordinal);
        var problems = Assert.Throws<DesignException>(() => Read(text)).Problems;
        Assert.Equal(["SubstitutionSourceNotFound", "SubstitutionSourceNotFound"], problems.Select(p => p.ErrorId));
    }

    [Fact]
    public void Warnings_of_missing_sources_are_kept_when_the_documents_are_refused()
    {
        var source = DesignSource.FromText("a", Policy + Network.Replace("vlan: '1', vlan: '2'", "vlan: [1]", StringComparison.Ordinal)
            .Replace("name: s, path", "name: gone, path", StringComparison.Ordinal));
        var warnings = new List<DesignProblem>();
        Assert.Throws<DesignException>(
            () => DesignReader.Read([source], new DesignOptions { AllowMissingSource = true }, warnings, TestContext.Current.CancellationToken));
        Assert.Equal(["SubstitutionSourceNotFound"], warnings.Select(w => w.ErrorId));
    }

    [Fact]
    public void Documents_to_be_layered_without_a_policy_are_warned_of()
    {
        var warning = Assert.Single(Read(Network.Replace(", vlan: '2'", ", cidr: 10.9.0.0/24", StringComparison.Ordinal)).Warnings);
        Assert.Equal(("NotLayered", "a:1:1"), (warning.ErrorId, warning.Location!.ToString()));
        Assert.StartsWith("1 documents have parents or substitutions that were not applied", warning.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_site_without_a_policy_is_refused()
    {
        var source = DesignSource.FromText("a", Network.Replace(", vlan: '2'", ", cidr: 10.9.0.0/24", StringComparison.Ordinal));
        var problem = Assert.Single(Assert.Throws<DesignException>(
            () => DesignReader.Read([source], new DesignOptions { IsSite = true }, new List<DesignProblem>(), TestContext.Current.CancellationToken)).Problems);
        Assert.Equal("LayeringPolicyNotFound", problem.ErrorId);
    }

    [Fact]
    public void The_region_of_the_most_specific_layer_counts()
    {
        static string Region(string name, string layer) => $$"""
            schema: drydock/Region/v1
            metadata: { schema: metadata/Document/v1, name: {{name}}, storagePolicy: cleartext, layeringDefinition: { abstract: false, layer: {{layer}} } }
            data: {}
            ---

            """;
        var site = Read(Policy.Replace("[ site ]", "[ global, site ]", StringComparison.Ordinal) + Region("zulu", "global") + Region("alpha", "site"));
        Assert.Equal(("alpha", "zulu"), (site.Name, Assert.Single(site.OtherRegions).Name));
    }

    [Fact]
    public void Documents_of_other_kinds_may_say_a_thing_twice()
    {
        const string Schema = """
            schema: deckhand/DataSchema/v1
            metadata: { schema: metadata/Control/v1, name: ex/Kind/v1 }
            data: { type: object, type: string }

            """;
        Assert.Contains(
            AirshipReader.Render(
                [DesignSource.FromText("a", Policy + Schema)], new DesignOptions(), [], TestContext.Current.CancellationToken),
            d => d.Schema == "deckhand/DataSchema/v1");
    }

    [Fact]
    public void Of_two_documents_of_one_name_the_more_specific_counts_with_a_warning()
    {
        static string Hardware(string layer, string vendor) => $$"""
            schema: drydock/HardwareProfile/v1
            metadata: { schema: metadata/Document/v1, name: server, storagePolicy: cleartext, layeringDefinition: { layer: {{layer}} } }
            data: { vendor: {{vendor}} }
            ---

            """;
        var site = Read(Policy.Replace("[ site ]", "[ global, site ]", StringComparison.Ordinal) + Hardware("site", "Mine") + Hardware("global", "Theirs"));
        Assert.Equal("Mine", Assert.Single(site.HardwareProfiles).Vendor);
        var warning = Assert.Single(site.Warnings, w => w.ErrorId == "SeveralDocuments");
        Assert.Equal("a:5:1", warning.Location!.ToString());
        Assert.Contains("[drydock/HardwareProfile/v1, global] server (a:9:1)", warning.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_is_taken_from_the_more_specific_of_two_documents()
    {
        var source = Network[Network.IndexOf("---", StringComparison.Ordinal)..].Replace("layer: site", "layer: global", StringComparison.Ordinal)
            .Replace("10.0.0.0/24", "10.9.0.0/24", StringComparison.Ordinal);
        var text = Network.Replace("vlan: '1', vlan: '2'", "vlan: '1'", StringComparison.Ordinal);
        var site = Read(Policy.Replace("[ site ]", "[ global, site ]", StringComparison.Ordinal) + source[4..] + "---\n" + text);
        Assert.Equal("10.0.0.0/24", site.Networks[0].Cidr);
    }

    [Fact]
    public void What_a_document_lacks_that_does_not_count_is_not_missed()
    {
        const string Other = """
            schema: drydock/Network/v1
            metadata:
              schema: metadata/Document/v1
              name: oam
              storagePolicy: cleartext
              layeringDefinition: { layer: global }
              substitutions: [ { src: { schema: ex/Kind/v1, name: gone, path: . }, dest: { path: .cidr } } ]
            data: {}
            ---

            """;
        var text = Network.Replace("vlan: '1', vlan: '2'", "vlan: '1'", StringComparison.Ordinal);
        var site = Read(Policy.Replace("[ site ]", "[ global, site ]", StringComparison.Ordinal) + Other + text);
        Assert.Equal("SeveralDocuments", Assert.Single(site.Warnings).ErrorId);
    }

    [Fact]
    public void Documents_without_a_storage_policy_are_read_with_one_warning()
    {
        var site = Read(Policy + Network.Replace("  storagePolicy: cleartext\n", "", StringComparison.Ordinal)
            .Replace("name: s, storagePolicy: cleartext,", "name: s,", StringComparison.Ordinal)
            .Replace("vlan: '1', vlan: '2'", "vlan: '1'", StringComparison.Ordinal));
        var warning = Assert.Single(site.Warnings);
        Assert.Equal(("StoragePolicyMissing", "a:5:1"), (warning.ErrorId, warning.Location!.ToString()));
        Assert.Contains("This document and 1 more have no metadata.storagePolicy", warning.Message, StringComparison.Ordinal);
        Assert.Equal("10.0.0.0/24", site.Networks[0].Cidr);
    }

    private static SiteDesign Read(string text) =>
        DesignReader.Read([DesignSource.FromText("a", text)], null, TestContext.Current.CancellationToken);
}
