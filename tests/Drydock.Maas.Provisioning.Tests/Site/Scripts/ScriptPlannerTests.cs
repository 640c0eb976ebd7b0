using System.Text;
using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Site.Scripts;
using Drydock.Maas.Provisioning.Tests.Builders;

namespace Drydock.Maas.Provisioning.Tests.Site.Scripts;

public sealed class ScriptPlannerTests
{
    private const string Text =
        "#!/bin/sh\n# --- Start MAAS 1.0 script metadata ---\n# name: raid-setup\n# script_type: commissioning\n"
        + "# --- End MAAS 1.0 script metadata ---\necho hello\n";

    [Fact]
    public void A_script_that_MAAS_has_not_is_uploaded_under_its_metadatas_name() =>
        Assert.Equal(["create Script raid-setup: commissioning"], Plan(new SiteScript("10-raid.sh", Text)));

    [Fact]
    public void A_script_without_metadata_is_called_like_its_file_and_the_plan_says_that_it_is_a_testing_script()
    {
        var part = Assert.Single(ScriptPlanner.Plan([new SiteScript("/x/burn-in.sh", "#!/bin/sh\n")], []));
        Assert.Equal("burn-in", part.Target);
        Assert.Contains("testing script", Assert.Single(part.Plan.Messages), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Text)]
    [InlineData(Text + "\n")]
    public void A_script_as_uploaded_is_not_touched(string present) => Assert.Empty(Plan(new SiteScript("a.sh", Text), Uploaded(present)));

    [Fact]
    public void Line_ends_of_another_system_are_no_difference() =>
        Assert.Empty(Plan(new SiteScript("a.sh", Text.Replace("\n", "\r\n", StringComparison.Ordinal)), Uploaded(Text)));

    [Fact]
    public void Another_content_is_a_new_revision() => Assert.Equal(
        ["set content of Script raid-setup: 10 bytes -> 149 bytes"], Plan(new SiteScript("a.sh", Text), Uploaded("#!/bin/sh\n")));

    [Fact]
    public void A_script_that_somebody_else_uploaded_is_not_replaced()
    {
        var error = Assert.Single(ScriptPlanner.Plan([new SiteScript("/x/a.sh", Text)], [Uploaded("#!/bin/sh\n", "by hand")])).Error!;
        Assert.Equal(ErrorIds.ScriptTaken, error.ErrorId);
        Assert.Equal(
            "MAAS has another script raid-setup (\"by hand\"), 10 bytes long, which was not uploaded by this module; "
                + "/x/a.sh would take its place. "
            + "Give the file another name, or use -Overwrite: MAAS keeps the revision there is.",
            error.Message);
    }

    [Fact]
    public void By_force_it_is_and_the_plan_says_whose_it_was()
    {
        var change = Assert.Single(
            Assert.Single(ScriptPlanner.Plan([new SiteScript("a.sh", Text)], [Uploaded("#!/bin/sh\n", "by hand")], overwrite: true)).Changes);
        Assert.Equal("set content of Script raid-setup: 10 bytes of somebody else (\"by hand\") -> 149 bytes", change.ToString());
        Assert.Equal(ChangeSeverity.Disruptive, change.Severity);
    }

    [Fact]
    public void A_script_of_somebody_else_that_says_the_same_is_left_alone() =>
        Assert.Empty(Plan(new SiteScript("a.sh", Text), Uploaded(Text, "by hand")));

    [Fact]
    public void What_is_no_script_is_an_error() => Assert.Equal(["notes: ScriptInvalid"], Plan(new SiteScript("notes.txt", "hello")));

    [Fact]
    public void Two_files_of_one_name_are_an_error() =>
        Assert.Equal(["raid-setup: ScriptInvalid"], Plan([new SiteScript("a.sh", Text), new SiteScript("b.sh", Text)], []));

    [Fact]
    public void A_name_of_MAASs_own_is_an_error() =>
        Assert.Equal(["raid-setup: ScriptInvalid"], Plan(new SiteScript("a.sh", Text), new Script { Name = "raid-setup", Default = true }));

    private static Script Uploaded(string text, string comment = "Configured by Drydock") => new()
    {
        Name = "raid-setup",
        History = [new() { Id = 2, Comment = comment, Data = Convert.ToBase64String(Encoding.UTF8.GetBytes(text)) },
            new() { Id = 1, Data = "b2xk" }],
    };

    private static IReadOnlyList<string> Plan(SiteScript script, params IReadOnlyList<Script> present) => Plan([script], present);

    private static IReadOnlyList<string> Plan(IReadOnlyList<SiteScript> scripts, IReadOnlyList<Script> present) =>
        ScriptPlanner.Plan(scripts, present).InWords();
}
