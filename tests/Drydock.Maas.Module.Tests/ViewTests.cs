using System.Xml.Linq;
using Drydock.Maas.Module.Tests.Conventions;
using Drydock.Maas.Module.Tests.Hosting;

namespace Drydock.Maas.Module.Tests;

/// <summary>What objects look like on a console of 120 columns.</summary>
public sealed class ViewTests : IClassFixture<ViewTests.DeployedSite>
{
    private readonly SiteRunspace _site;

    public ViewTests(DeployedSite deployed) => _site = deployed.Site;

    [Theory]
    [InlineData("$site", "harbour")]
    [InlineData("$site.Nodes", "control01")]
    [InlineData("$site.Networks", "storage")]
    [InlineData("$maas", "127.0.0.1")]
    [InlineData("Get-MaasConnection", "3.4")]
    [InlineData("Get-MaasMachine", "Deployed")]
    [InlineData("(Get-MaasMachine control01).Interfaces", "bond0")]
    [InlineData("(Get-MaasMachine control01).BlockDevices", "sda")]
    [InlineData("$site | Get-DrydockNode | Resolve-MaasNode", "control01")]
    [InlineData("Test-MaasConnection", "Passed")]
    [InlineData("Test-MaasConnection", "running: dhcpd, dhcpd6, dns_rack, http")]
    [InlineData("$site | Get-DrydockNode control01 | Get-MaasNodeBuildData", "lshw")]
    [InlineData("$site | Get-DrydockNode control01 | Test-MaasNodeStorage", "Storage")]
    [InlineData("Get-MaasFabric", "pxe")]
    [InlineData("Get-MaasVlan", "True")]
    [InlineData("Get-MaasSubnet", "10.61.0.0/22")]
    [InlineData("Get-MaasIPRange", "dynamic")]
    [InlineData("Get-MaasStaticRoute", "")]
    [InlineData("Get-MaasDomain", "harbour.example.net")]
    [InlineData("Get-MaasTag", "control01_kp")]
    [InlineData("Get-MaasBootResource", "ubuntu/jammy")]
    [InlineData("Get-MaasRackController", "Running")]
    [InlineData("Get-MaasVolumeGroup -Hostname control01", "etcd")]
    [InlineData("Get-MaasScriptResult -Hostname control01", "Passed")]
    [InlineData("Get-MaasSpace", "")]
    [InlineData("Get-MaasZone", "default")]
    [InlineData("Get-MaasResourcePool", "default")]
    [InlineData("Get-MaasPackageRepository", "main_archive")]
    [InlineData("Get-MaasDnsResource", "")]
    [InlineData("Get-MaasEvent -Limit 5", "")]
    [InlineData("Get-MaasMachineDetail control01", "control01")]
    [InlineData("$site | Get-DrydockBootAction", "pkg_list")]
    [InlineData("$site | Get-DrydockBootAction -Render", "control01")]
    [InlineData("$site | Get-DrydockNetwork", "10.61.0.0/22")]
    [InlineData("$plan", "create Fabric oob")]
    public void It_fits_and_shows_what_matters(string expression, string expected)
    {
        var lines = _site.Module.Show(expression);
        Assert.All(lines, line => Assert.InRange(line.Length, 0, 120));
        Assert.Contains(lines, line => line.Contains(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void Progress_tells_what_is_going_on()
    {
        using var small = new SmallSite().Only("control01");
        using var site = new SiteRunspace(small.Folder);
        site.Run("$site | Set-MaasSiteNetwork | Out-Null; $site | Get-DrydockNode | Invoke-MaasCommission | Out-Null").Verify();
        var records = site.Module.Host.Console.Progress.ToArray();
        Assert.Contains(
            records, r => r.Activity == "Invoke-MaasCommission" && r.StatusDescription.Contains("1 nodes", StringComparison.Ordinal));
        Assert.Contains(records, r => r.RecordType == System.Management.Automation.ProgressRecordType.Completed);
    }

    [Fact]
    public async Task Progress_shows_what_a_terminal_would_obey()
    {
        using var known = new SmallSite().Only("control02");
        using var designed = new SmallSite().Only("control01");
        using var site = new SiteRunspace(known.Folder);
        // A machine that MAAS does not have is told of at every look, until somebody ends it.
        using var task = site.Module.Create("""
            $files = [System.IO.Directory]::GetFiles($args[0], '*.yaml')
            $text = $files.ForEach({ [System.IO.File]::ReadAllText($_) }) -join "`n---`n"
            $design = $text.Replace('control01', "x`u{202e}y") | Import-DrydockDesign
            $design | Invoke-DrydockTask PrepareNodes -WaitForEnlistment -SkipDesignCheck -ErrorAction SilentlyContinue | Out-Null
            """);
        task.AddArgument(designed.Folder);
        var running = task.BeginInvoke();
        await SiteRunspace.UntilAsync(() => running.IsCompleted || Told().Any(t => t.Contains("x\\u202ey", StringComparison.Ordinal)));
        await CtrlC.StopAtOnceAsync(task, running);

        var told = Told().ToList();
        Assert.Contains(told, t => t.Contains("x\\u202ey", StringComparison.Ordinal));
        Assert.All(told, t => Assert.DoesNotContain(t, c => c is '\u202e' or '\u009b'));

        IEnumerable<string> Told() => site.Module.Host.Console.Progress
            .SelectMany(r => new[] { r.Activity, r.StatusDescription, r.CurrentOperation }).OfType<string>();
    }

    [Fact]
    public void No_secret_is_shown()
    {
        var key = _site.Run("$maas.ApiKey").Texts[0];
        var shown = string.Join('\n', _site.Module.Show("Get-MaasConnection; $maas; $site; $site.Nodes; $plan")
            .Concat(_site.Run("\"$(Get-MaasConnection) $maas $site $($site.Nodes)\"").Texts));
        Assert.DoesNotContain(key.Split(':')[2], shown, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cell_that_is_shown_as_it_is_holds_no_text()
    {
        var properties = ShortProperties.Read();
        string[] numbers = ["Running", "RamGiB", "DiskGB", "Failed", "ChangeCount", "Open", "Administrator"];
        var cells = from file in Directory.EnumerateFiles(BuiltModule.Folder, "*.Format.ps1xml")
                    from view in XDocument.Load(file).Descendants("View")
                    let type = view.Descendants("TypeName").First().Value
                    from cell in view.Descendants("PropertyName")
                    select (Type: type, Cell: cell.Value);
        var texts = cells.Where(c => !numbers.Contains(c.Cell))
            .Where(c => !(properties.FindPropertyType(ShortProperties.FindType(c.Type), c.Cell)?.IsValueType ?? false)).ToList();
        Assert.True(texts.Count == 0, $"{string.Join(", ", texts)}: show it by [Drydock.Maas.Security.TerminalText]::EscapeCell");
    }

    public sealed class DeployedSite : IDisposable
    {
        public DeployedSite() =>
            Site.Run(
                "$global:plan = ($site | Set-MaasSiteNetwork -WhatIf).Changes; $site | Set-MaasSiteNetwork | Out-Null; "
                    + $"$site | Get-DrydockNode control01 | {SiteRunspace.Line} | Out-Null")
                .Verify();

        internal SiteRunspace Site { get; } = new();

        public void Dispose() => Site.Dispose();
    }
}
