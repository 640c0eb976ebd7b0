namespace Drydock.Maas.Module.Tests.Hosting;

/// <summary>Copies of the example site that have been changed.</summary>
internal sealed class SmallSite : IDisposable
{
    private const string Separator = "---\n";

    public SmallSite()
    {
        foreach (var file in Directory.GetFiles(BuiltModule.ExampleSite, "*.yaml"))
            File.Copy(file, Path.Combine(Folder, Path.GetFileName(file)));
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("drydock-maas-").FullName;

    /// <summary>Keeps only the nodes of that name.</summary>
    public SmallSite Only(params string[] nodes)
    {
        foreach (var file in Directory.GetFiles(Folder, "nodes-*.yaml"))
        {
            var documents = File.ReadAllText(file).ReplaceLineEndings("\n").Split(Separator, StringSplitOptions.RemoveEmptyEntries);
            File.WriteAllText(
                file, string.Concat(
                    documents.Where(d => nodes.Any(n => d.Contains($"name: {n}\n", StringComparison.Ordinal))).Select(d => Separator + d)));
        }

        return this;
    }

    public SmallSite Replace(string file, string text, string by)
    {
        var path = Path.Combine(Folder, file);
        var before = File.ReadAllText(path);
        Assert.Contains(text, before);
        File.WriteAllText(path, before.Replace(text, by, StringComparison.Ordinal));
        return this;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
