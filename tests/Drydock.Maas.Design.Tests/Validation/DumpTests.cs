namespace Drydock.Maas.Design.Tests.Validation;
public sealed class DumpTests
{
    [Fact]
    public void Dump()
    {
        var w = new System.Text.StringBuilder();
        foreach (var f in SoundSite.Check()) w.AppendLine("SOUND " + f);
        foreach (var f in DesignValidator.Validate(ExampleSite.Read(), new ValidationOptions(), default)) w.AppendLine("EX " + f);
        foreach (var file in Directory.GetFiles(TestPaths.Corpus, "*.yaml", SearchOption.AllDirectories).Where(f => f.Contains("designs") || f.EndsWith("rendered.yaml")).Append("/tmp/shared/contract/endstate/design.yaml").Order())
        {
            w.AppendLine("## " + file);
            try { foreach (var f in DesignValidator.Validate(DesignReader.Read([DesignSource.FromFile(file)], null, default), new ValidationOptions(), default)) w.AppendLine("   " + f); }
            catch (DesignException e) { w.AppendLine("   EXC " + e.Message); }
        }
        File.WriteAllText("/tmp/farm/valid-dump.txt", w.ToString());
    }
}
