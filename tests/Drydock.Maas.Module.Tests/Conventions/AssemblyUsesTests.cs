namespace Drydock.Maas.Module.Tests.Conventions;

public sealed class AssemblyUsesTests
{
    [Theory]
    [InlineData("FolderTests>(root).ImportTests", false)]
    [InlineData("FolderTests>Hosting.BuiltModule", true)] // within a lambda
    [InlineData("FolderGraph>Conventions.TypeUse", true)] // in a signature, as an argument of a generic type
    [InlineData("AssemblyUses>Conventions.UsedTypes", true)] // a call and a local variable
    [InlineData("ImportTests>Hosting.ModuleRunspace", true)]
    public void A_use_is_found_wherever_it_is(string use, bool isFound)
    {
        using var assembly = new AssemblyUses(typeof(AssemblyUsesTests).Assembly.Location);

        var uses = assembly.Read("Drydock.Maas.Module.Tests").Select(u => $"{u.User.Name}>{u.Used.Folder}.{u.Used.Name}");

        Assert.Equal(isFound, uses.Contains(use));
    }
}
