namespace Drydock.Maas.Design.Tests.Validation;

/// <summary>Rules for names that MAAS refuses.</summary>
public sealed class NameRuleTests
{
    [Theory]
    [InlineData("-node1", "begins or ends with a hyphen")]
    [InlineData("node1-", "begins or ends with a hyphen")]
    [InlineData("node1.example", "has a dot")]
    [InlineData("node__1", "has two underscores")]
    public void A_node_s_name_is_one_MAAS_takes(string name, string message) => SoundSite.Check(("{name: node1}", $"{{name: {name}}}"))
        .FoundError("NodeNames", message, $"BaremetalNode {name}");

    [Fact]
    public void Names_differ_in_more_than_case() => SoundSite.Check(("{name: node2}", "{name: NODE1}"))
        .FoundError("NodeNames", "The names node1 and NODE1 differ in case only", "BaremetalNode node1", "BaremetalNode NODE1");

    [Theory]
    [InlineData("tags: [sound]", "tags: ['deployment=initial']", "the tag \"deployment=initial\" of node node1", "BaremetalNode node1")]
    [InlineData("tag: nvme,", "tag: fast disk,", "the tag \"fast disk\" of the tag definitions", "Region sound")]
    [InlineData("[{tag: nvme,", "[{tag: nvme, definition_type: lshw_xpath, definition: //x}, {tag: nvme,", "The tag nvme is defined twice.",
        "Region sound")]
    public void A_tag_is_one_MAAS_takes(string text, string by, string message, string document) =>
        SoundSite.Check((text, by)).FoundError("TagNames", message, document);

    [Theory]
    [InlineData("//node[")]
    [InlineData("//node/'clock'")]
    public void A_definition_that_is_no_XPath_is_warned_of(string definition) =>
        SoundSite.Check(("[{tag: nvme,", $"[{{tag: gpu, definition_type: lshw_xpath, definition: \"{definition}\"}}, {{tag: nvme,"))
            .FoundWarning("TagDefinitions", "The definition of tag gpu is no XPath", "Region sound");

    [Theory]
    [InlineData("beta.example.com/ready")]
    [InlineData("op")]
    public void A_key_of_owner_data_that_MAAS_refuses_is_warned_of(string key) =>
        SoundSite.Check(("tags: [sound]", $"tags: [sound], owner_data: {{{key}: 'yes'}}"))
            .FoundWarning("OwnerDataKeys", $"the key \"{key}\" of owner data of node node1", "BaremetalNode node1", "BaremetalNode node2");

    [Theory]
    [InlineData("fabric-7")]
    [InlineData("data trunk")]
    [InlineData("trunk!")]
    public void A_link_s_name_is_one_for_a_fabric(string name) =>
        SoundSite.Check(("{name: trunk}", $"{{name: {name}}}"))
            .FoundError("FabricNames", $"the name of link {name}", $"NetworkLink {name}");

    [Fact]
    public void A_network_s_name_is_one_for_a_VLAN() =>
        SoundSite.Check(("{name: store}", "{name: sto/re}")).FoundError("FabricNames", "the name of network sto/re", "Network sto/re");

    [Theory]
    [InlineData("-example.com")]
    [InlineData("exam_ple.com")]
    [InlineData("example.com.")]
    public void A_domain_is_one_MAAS_takes(string domain) => SoundSite.Check(("domain: pxe.example.com", $"domain: {domain}"))
        .FoundError("DomainNames", $"the DNS domain \"{domain}\" of network pxe", "Network pxe");

    [Theory]
    [InlineData("a-key AAAAC3NzaC1lZDI1NTE5AAAAIE operator")]
    [InlineData("ssh-ed25519")]
    [InlineData("ssh-ed25519 !!! operator")]
    [InlineData("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIExampleExampleExampleExampleExampleExample operator")]
    [InlineData("ssh-rsa AAAAC3NzaC1lZDI1NTE5AAAAIExampleExampleExampleExampleExampleExampleE operator")]
    public void An_authorized_key_that_is_none_is_an_error(string key) =>
        SoundSite.Check(("[ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIExampleExampleExampleExampleExampleExampleE operator]", $"['{key}']"))
            .FoundError("AuthorizedKeys", "is no public key of SSH", "Region sound");

    [Fact]
    public void An_authorized_key_may_be_broken_into_lines() =>
        SoundSite.Check(
            ("authorized_keys: [ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI", "authorized_keys: [\"ssh-ed25519 AAAAC3NzaC1lZDI\\n1NTE5AAAAI"),
            (" operator]", " operator\"]"))
            .FoundNothing("AuthorizedKeys");

    [Theory]
    [InlineData("packages.example.com/tools")]
    [InlineData("file:///srv/tools")]
    public void A_repository_has_the_URL_of_a_server(string url) => SoundSite.Check(("https://packages.example.com/tools", url))
        .FoundError("RepositoryUrls", $"The URL \"{url}\" of repository tools", "Region sound");

    [Fact]
    public void A_mistyped_property_of_a_repository_is_warned_of_with_the_line_and_what_was_meant()
    {
        const string Url = "https://packages.example.com/tools";
        var findings = SoundSite.Check((Url, Url + ", repo_typ: rpm"));
        findings.FoundWarning("RepositoryProperties", "Repository tools has a property repo_typ", "Region sound");
        var finding = findings.Single(f => f.RuleId == "RepositoryProperties");
        Assert.Equal("Is repo_type meant?", finding.Diagnostic);
        var lines = SoundSite.Text.Split('\n').ToList();
        Assert.Equal(lines.FindIndex(l => l.Contains(Url, StringComparison.Ordinal)) + 1, finding.Documents[0].Line);
    }

    [Fact]
    public void A_property_of_a_repository_that_is_like_no_other_is_warned_of_with_those_there_are()
    {
        var findings = SoundSite.Check(("https://packages.example.com/tools", "https://packages.example.com/tools, priority: 7"));
        Assert.Contains("repo_type, url", findings.Single(f => f.RuleId == "RepositoryProperties").Diagnostic, StringComparison.Ordinal);
    }
}
