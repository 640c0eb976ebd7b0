using Drydock.Maas.Design;
using Drydock.Maas.Provisioning.Site.Access;
using Drydock.Maas.Provisioning.Tests.Builders;
using Kept = Drydock.Maas.Models.PackageRepository;

namespace Drydock.Maas.Provisioning.Tests.Site.Access;

public sealed class RepositoryPlannerTests
{
    private static readonly RepositoryDefinition Docker = new()
    {
        Name = "docker",
        RepositoryType = "apt",
        Url = "https://docker.example/repo",
        Distributions = ["jammy"],
        Subrepositories = ["security"],
        Components = ["stable", "edge"],
        Architectures = ["amd64"],
        GpgKey = "KEY\nTEXT\n",
    };

    private static readonly Kept Present = new()
    {
        Id = 7,
        Name = "docker",
        Url = "https://docker.example/repo",
        Distributions = ["jammy"],
        DisabledPockets = ["updates", "backports"],
        Components = ["stable", "edge"],
        Arches = ["amd64"],
        Key = "KEY\nTEXT",
        Enabled = true,
    };

    private static readonly Kept Main =
        new() { Id = 1, Name = "main_archive", Url = "http://archive.example/ubuntu", Arches = ["amd64"], Enabled = true };

    [Fact]
    public void A_repository_that_MAAS_has_not_is_made() =>
        Assert.Equal(["create PackageRepository docker: https://docker.example/repo"], Plan(Docker));

    [Fact]
    public void A_repository_as_designed_is_not_touched_though_its_key_has_lost_its_last_newline_and_its_lists_are_in_another_order() =>
        Assert.Empty(Plan(Docker, Present with { DisabledPockets = ["backports", "updates"], Components = ["edge", "stable"] }));

    public static TheoryData<string, string> Changes => new()
    {
        { "url", "set url of PackageRepository docker: http://old.example -> https://docker.example/repo" },
        { "distributions", "set distributions of PackageRepository docker: focal -> jammy" },
        { "pockets", "set disabled pockets of PackageRepository docker: (none) -> backports, updates" },
        { "components", "set components of PackageRepository docker: stable -> edge, stable" },
        { "arches", "set architectures of PackageRepository docker: arm64 -> amd64" },
        { "enabled", "set enabled of PackageRepository docker: no -> yes" },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void What_was_changed_is_changed_back_and_nothing_else(string what, string change)
    {
        var present = what switch
        {
            "url" => Present with { Url = "http://old.example" },
            "distributions" => Present with { Distributions = ["focal"] },
            "pockets" => Present with { DisabledPockets = [] },
            "components" => Present with { Components = ["stable"] },
            "arches" => Present with { Arches = ["arm64"] },
            _ => Present with { Enabled = false },
        };
        Assert.Equal([change], Plan(Docker, present));
    }

    [Fact]
    public void Several_changes_are_one_request()
    {
        var parts = RepositoryPlanner.Plan(
            new Region { Repositories = [Docker] }, [Present with { Url = "http://old.example", Key = "" }], false);
        Assert.Equal(2, parts.InWords().Count);
        Assert.Equal(1, parts.Writes());
    }

    [Fact]
    public void A_value_that_the_design_has_no_more_is_cleared() => Assert.Equal(
        ["set distributions of PackageRepository docker: jammy -> (none)", "set components of PackageRepository "
            + "docker: edge, stable -> (none)"],
        Plan(Docker with { Distributions = [], Components = null }, Present));

    [Fact]
    public void A_cleared_list_that_reads_back_as_one_empty_text_is_as_designed() =>
        Assert.Empty(Plan(Docker with { Distributions = [] }, Present with { Distributions = [""] }));

    [Fact]
    public void Without_subrepos_every_pocket_is_disabled() => Assert.Contains(
        "set disabled pockets of PackageRepository docker: backports, updates -> backports, security, updates",
        Plan(Docker with { Subrepositories = null }, Present));

    [Fact]
    public void A_default_archive_disables_the_components_that_are_not_listed() => Assert.Contains(
        "set disabled components of PackageRepository main_archive: (none) -> multiverse, restricted",
        Plan(new RepositoryDefinition { Name = "main_archive", Url = Main.Url, Components = ["main", "universe"], Architectures = ["amd64"] },
            Main));

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void Unlisted_repositories_are_removed_where_design_or_person_wants_it_but_no_default_archive(bool inDesign, bool prune)
    {
        var region = new Region { Repositories = [Docker], RemoveUnlistedRepositories = inDesign };
        var parts = RepositoryPlanner.Plan(region, [Present, Main, Present with { Id = 8, Name = "old" }], prune);
        Assert.Equal(["delete PackageRepository old: https://docker.example/repo"], parts.InWords());
    }

    [Fact]
    public void Without_any_repository_in_the_design_nothing_is_removed() =>
        Assert.Empty(RepositoryPlanner.Plan(new Region { RemoveUnlistedRepositories = true }, [Present], prune: true));

    [Theory]
    [InlineData("me:secret")]
    [InlineData("me:sec@ret")]
    public void The_password_in_a_URL_is_not_shown(string account) => Assert.Equal(
        ["create PackageRepository docker: https://***@docker.example/repo"], Plan(
            Docker with { Url = $"https://{account}@docker.example/repo" }));

    private static IReadOnlyList<string> Plan(RepositoryDefinition wanted, params IReadOnlyList<Kept> present) =>
        RepositoryPlanner.Plan(new Region { Repositories = [wanted] }, present, prune: false).InWords();
}
