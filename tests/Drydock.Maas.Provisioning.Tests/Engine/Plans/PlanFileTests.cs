using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Tests.Engine.Plans;

/// <summary>What is written is read again; what is no plan is refused by its place.</summary>
public sealed class PlanFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("plan-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_plan_is_read_as_it_was_written()
    {
        var plan = Example();
        var read = Read(PlanFile.ToText(plan));
        Assert.Equal(
            (plan.Site, plan.DesignFingerprint, plan.MaasUrl), (read.Site, read.DesignFingerprint, read.MaasUrl));
        Assert.Equal(plan.Changes.Select(c => (ChangeKey.From(c), c.Severity, c.Size, c.IsKnown)), read.Changes.Select(c => (ChangeKey.From(c), c.Severity, c.Size, c.IsKnown)));
        Assert.Equal(["sda"], read.Changes[1].Parents);
        Assert.All(read.Changes, c => Assert.Equal("n1", c.Target));
        Assert.Equal(PlanFile.ToText(plan), PlanFile.ToText(read));
    }

    [Fact]
    public void A_plan_of_every_version_there_was_is_read()
    {
        for (var version = 1; version <= PlanFile.CurrentVersion; version++)
        {
            var plan = PlanFile.Read(Path.Combine(AppContext.BaseDirectory, "Fixtures", $"plan-{version}.json"));
            Assert.Equal(("harbour", 3), (plan.Site, plan.Changes.Count));
            Assert.Equal(ChangeAction.SetStorageLayout, plan.Changes[0].Action);
        }
    }

    [Theory]
    [InlineData("{\n  \"version\": 1,\n  oops", "line 3")]
    [InlineData("[]", "names no version")]
    [InlineData("{\"version\": 99}", "version 99")]
    [InlineData("{\"version\": 1}", "designFingerprint is missing")]
    [InlineData("{\"version\": 1, \"designFingerprint\": \"A\", \"maasUrl\": \"nowhere\"}", "maasUrl is no address")]
    [InlineData("{\"version\": 1, \"designFingerprint\": 7}", "")]
    public void What_is_no_plan_is_refused(string text, string why)
    {
        var error = Assert.Throws<MaasException>(() => Read(text));
        Assert.Equal(ErrorIds.PlanNotReadable, error.ErrorId);
        Assert.Contains(why, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_change_of_an_unknown_kind_is_refused_and_not_passed_over() => Assert.Contains(
        "Warp is no ChangeAction",
        Assert.Throws<MaasException>(() => Read(PlanFile.ToText(Example()).Replace("SetStorageLayout", "Warp", StringComparison.Ordinal))).Message,
        StringComparison.Ordinal);

    [Fact]
    public void A_file_that_is_not_there_is_told() =>
        Assert.Equal(ErrorIds.PlanNotReadable, Assert.Throws<MaasException>(() => PlanFile.Read(Path.Combine(_folder, "none.json"))).ErrorId);

    private DrydockPlan Read(string text)
    {
        var path = Path.Combine(_folder, "plan.json");
        File.WriteAllText(path, text);
        return PlanFile.Read(path);
    }

    private static DrydockPlan Example() => new()
    {
        Site = "harbour",
        DesignFingerprint = "F00D",
        MaasUrl = new("http://maas.example.com:5240/MAAS"),
        Parts =
        [
            new()
            {
                Step = "Storage",
                Target = "n1",
                SystemId = "abc",
                Messages = ["Clears sdb, too."],
                Changes =
                [
                    new() { Action = ChangeAction.SetStorageLayout, Kind = ResourceKind.Machine, Resource = "n1", Before = "root on sda", After = "flat on sda", Severity = ChangeSeverity.Destructive },
                    new() { Action = ChangeAction.Create, Kind = ResourceKind.Partition, Resource = "sda/data", After = "10 GB", Size = 10_000_000_000, Parents = ["sda"] },
                    new() { Action = ChangeAction.Update, Kind = ResourceKind.Machine, Resource = "n1", Property = ChangeProperty.OwnerData, PropertyKey = "rack", After = "r1", IsKnown = false },
                ],
            },
        ],
    };
}
