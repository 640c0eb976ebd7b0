using Drydock.Maas.Module.Tests.Hosting;

namespace Drydock.Maas.Module.Tests;

/// <summary>Import-DrydockDesign and Get-DrydockNode.</summary>
public sealed class DesignCommandTests : IDisposable
{
    private readonly ModuleRunspace _runspace = new();
    private readonly SmallSite _site = new();

    public void Dispose()
    {
        _runspace.Dispose();
        _site.Dispose();
    }

    [Fact]
    public void A_folder_files_and_wildcards_give_the_same_site()
    {
        var outcome = _runspace.Run(
            "foreach ($p in $args[0], \"$($args[0])/*.yaml\") { (Import-DrydockDesign $p).Nodes.Count }; "
                + "(Get-ChildItem $args[0]/*.yaml | Import-DrydockDesign).Nodes.Count", _site.Folder);
        Assert.Equal(["8", "8"], outcome.Texts.Take(2));
    }

    [Theory]
    [InlineData("-Name control01", "control01")]
    [InlineData("-Name control*", "control01,control02,control03")]
    [InlineData("-Rack rack2 -Tag control", "control03")]
    public void Nodes_are_selected_by_name_rack_and_tag(string filter, string expected) =>
        Assert.Equal(expected.Split(','),
            _runspace.Run($"Import-DrydockDesign $args[0] | Get-DrydockNode {filter}", _site.Folder).Verify().Column("Name"));

    [Theory]
    [InlineData("@{ node_names = 'control01', 'control02' }", "control01,control02")]
    [InlineData("@{ node_tags = 'control'; rack_names = 'rack2' }", "control03")]
    [InlineData("@{ filter_set_type = 'union'; filter_set = @{ node_names = 'control01' }, @{ node_names = 'control03' } }",
        "control01,control03")]
    [InlineData("([pscustomobject]@{ node_names = @('control02') })", "control02")]
    public void Nodes_are_selected_by_a_node_filter(string filter, string expected) => Assert.Equal(
        expected.Split(','), _runspace.Run(
            $"Import-DrydockDesign $args[0] | Get-DrydockNode -Filter {filter}", _site.Folder).Verify().Column("Name"));

    [Theory]
    [InlineData("@{ node_name = 'control01' }")]
    [InlineData("@{ filter_type = 'both'; node_names = 'control01' }")]
    [InlineData("@{ filter_set = 'control01' }")]
    [InlineData("@{ node_labels = 'control01' }")]
    [InlineData("'control01'")]
    public void A_filter_that_means_nothing_is_an_error(string filter)
    {
        var outcome = _runspace.Run($"Import-DrydockDesign $args[0] | Get-DrydockNode -Filter {filter}", _site.Folder);
        Assert.Equal("InvalidFilter", outcome.ErrorId);
        Assert.Empty(outcome.Output);
    }

    [Fact]
    public void A_node_the_design_lacks_is_an_error_and_the_others_come()
    {
        var outcome = _runspace.Run("Import-DrydockDesign $args[0] | Get-DrydockNode nobody, control01", _site.Folder);
        Assert.Equal("NodeNotFound", outcome.ErrorId);
        Assert.Equal(["control01"], outcome.Column("Name"));
    }

    [Theory]
    [InlineData("profiles.yaml", "host_profile: base", "host_profile: nowhere", "UnknownProfile")]
    [InlineData("nodes-rack1.yaml", "host_profile: control", "host_profile: [", "InvalidYaml")]
    [InlineData("nodes-rack1.yaml", "host_profile: control", "host_profile: control\n  host_profile: worker", "DuplicateKey")]
    public void A_broken_document_is_told_with_file_and_line_and_nothing_is_read(string file, string text, string by, string errorId)
    {
        _site.Replace(file, text, by);
        var outcome = _runspace.Run("Import-DrydockDesign $args[0]", _site.Folder);
        // Each problem, and where there are several, the error that ends the import.
        Assert.All(outcome.Errors, e => Assert.Equal(errorId, e.FullyQualifiedErrorId.Split(',')[0]));
        Assert.Matches(@"\.yaml:\d+:\d+", outcome.Errors[0].Exception.Message);
        Assert.Empty(outcome.Output);
    }

    [Fact]
    public void A_piped_text_is_the_documents_themselves()
    {
        var outcome = _runspace.Run("$args[0] | Import-DrydockDesign",
            "---\nschema: drydock/Region/v1\nmetadata: {schema: metadata/Document/v1, name: here}\ndata: {}\n");
        Assert.Equal(["here"], outcome.Verify().Column("Name"));
    }

    [Fact]
    public void A_site_of_a_repository_is_layered_and_substituted()
    {
        using var repository = new SiteRepositoryFolder();
        var site = _runspace.Run("Import-DrydockDesign $args[0] -Site south", repository.Folder).Verify();
        Assert.Equal(["south"], site.Column("Name"));
        var document = _runspace.Run("(Get-AirshipDocument $args[0] -Site south -Schema drydock/Network/*).Data.cidr", repository.Folder)
            .Verify();
        Assert.Equal(["10.2.0.0/24"], document.Texts);
    }

    [Fact]
    public void A_repository_without_a_site_named_tells_its_sites()
    {
        using var repository = new SiteRepositoryFolder();
        var outcome = _runspace.Run("Import-DrydockDesign $args[0]", repository.Folder);
        Assert.Equal("SiteNotNamed", outcome.ErrorId);
        Assert.Contains("south", outcome.Errors[0].ToString(), StringComparison.Ordinal);
        Assert.Equal("SiteNotFound", _runspace.Run("Import-DrydockDesign $args[0] -Site west", repository.Folder).ErrorId);
    }

    [Fact]
    public void A_missing_source_is_an_error_or_a_warning_as_asked()
    {
        using var repository = new SiteRepositoryFolder();
        File.Delete(Path.Combine(repository.Folder, "site", "south", "addresses.yaml"));
        Assert.Equal("SubstitutionSourceNotFound", _runspace.Run("Get-AirshipDocument $args[0] -Site south", repository.Folder).ErrorId);
        var outcome = _runspace.Run("Get-AirshipDocument $args[0] -Site south -AllowMissingSource", repository.Folder).Verify();
        Assert.Contains("networks.yaml", Assert.Single(outcome.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_is_named()
    {
        var outcome = _runspace.Run("Import-DrydockDesign /no/such/site.yaml");
        Assert.Equal("FileNotFound", outcome.ErrorId);
        Assert.Contains("/no/such/site.yaml", outcome.Errors[0].ToString(), StringComparison.Ordinal);
    }
}
