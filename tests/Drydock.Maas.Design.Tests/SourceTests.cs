namespace Drydock.Maas.Design.Tests;

/// <summary>Where texts come from, and how much of them is read.</summary>
public sealed class SourceTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("drydock-maas-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_file_larger_than_any_site_is_refused_unread()
    {
        var file = Path.Combine(_folder, "large.yaml");
        using (var stream = File.Create(file))
            stream.SetLength(200L * 1024 * 1024);
        Assert.Equal("SourceTooLarge", Read(DesignSource.FromFile(file)).ErrorId);
    }

    [Fact]
    public void A_device_without_an_end_is_refused_too()
    {
        Assert.SkipUnless(File.Exists("/dev/zero"), "There is no /dev/zero here.");
        Assert.Equal("NotRegularFile", Read(DesignSource.FromFile("/dev/zero")).ErrorId);
    }

    [Fact]
    public void A_pipe_with_nobody_at_its_other_end_is_refused_at_once()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no named pipes in the file system here.");
        var pipe = Path.Combine(_folder, "pipe.yaml");
        using (var mkfifo = System.Diagnostics.Process.Start("mkfifo", pipe))
            mkfifo.WaitForExit();
        var problem = Assert.Single(Read(DesignSource.FromFile(pipe)).Problems);
        Assert.Equal(("NotRegularFile", pipe), (problem.ErrorId, problem.Document));
    }

    [Fact]
    public void Many_files_are_bounded_together()
    {
        var text = new string('#', 30 * 1024 * 1024);
        Assert.Equal("DesignTooLarge", Read([.. Enumerable.Repeat(DesignSource.FromText("comments", text), 3)]).ErrorId);
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_named()
    {
        var problem = Assert.Single(Read(DesignSource.FromFile(_folder)).Problems);
        Assert.Equal(("FileNotReadable", _folder), (problem.ErrorId, problem.Document));
    }

    [Fact]
    public void Utf8_with_a_byte_order_mark_and_utf16_are_read()
    {
        const string Region = "schema: drydock/Region/v1\nmetadata: {name: städt}\ndata: {}\n";
        foreach (var encoding in new System.Text.Encoding[] { new System.Text.UTF8Encoding(true), System.Text.Encoding.Unicode })
        {
            var file = Path.Combine(_folder, encoding.WebName + ".yaml");
            File.WriteAllText(file, Region, encoding);
            Assert.Equal("städt", DesignReader.Read([DesignSource.FromFile(file)], null, TestContext.Current.CancellationToken).Name);
        }
    }

    private static DesignException Read(params DesignSource[] sources) =>
        Assert.Throws<DesignException>(() => DesignReader.Read(sources, null, TestContext.Current.CancellationToken));
}
