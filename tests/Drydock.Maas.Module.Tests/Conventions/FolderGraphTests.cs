namespace Drydock.Maas.Module.Tests.Conventions;

public sealed class FolderGraphTests
{
    [Fact]
    public void Folders_in_one_direction_have_no_cycle() => Assert.Empty(Describe("A.X>B.Y", "A.X>C.Z", "B.Y>C.Z", "C.Z>C.Other"));

    [Fact]
    public void A_cycle_is_told_with_the_types_that_make_it()
    {
        var cycle = Assert.Single(Describe("A.Root>Plans.Plan", "Plans.Plan>Wait.Waiter", "Wait.Waiter>Wait.Pace", "Wait.Pace>Plans.Reader"));

        Assert.Equal(
            ["Plans → Wait → Plans", "    Plans → Wait because Plan uses Waiter", "    Wait → Plans because Pace uses Reader"],
            cycle.Split(Environment.NewLine));
    }

    [Fact]
    public void Of_folders_in_one_tangle_the_shortest_cycle_is_told_and_all_are_listed()
    {
        var cycle = Assert.Single(Describe("A.X>B.X", "B.X>C.X", "C.X>A.X", "C.X>D.X", "D.X>C.X"));

        Assert.StartsWith("C → D → C", cycle, StringComparison.Ordinal);
        Assert.EndsWith("4 folders depend on each other: A, B, C, D", cycle, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_tangle_is_told_once() => Assert.Equal(2, Describe("A.X>B.X", "B.X>A.X", "B.X>C.X", "C.X>D.X", "D.X>C.X").Count);

    private static IReadOnlyList<string> Describe(params string[] uses) => new FolderGraph(
        uses.Select(u => u.Split('>')).Select(u => new TypeUse(ParseName(u[0]), ParseName(u[1])))).DescribeCycles();

    private static NamedType ParseName(string name) => new(name.Split('.')[0], name.Split('.')[1]);
}
