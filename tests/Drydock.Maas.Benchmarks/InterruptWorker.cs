using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using Drydock.Maas.Client;
using Drydock.Maas.Client.Connection;
using Drydock.Maas.Provisioning.Tasks;
using Drydock.Maas.Tasks;

namespace Drydock.Maas.Benchmarks;

/// <summary>
/// What is killed: prepares and deploys a site, going on where its journal ends. Either this program on the library, or the module's
/// commands in the pwsh of the repository or in another.
/// </summary>
internal sealed class InterruptWorker
{
    private const string Begun = "begins";

    private const string Script = """
        param($Manifest, $Design, $Journal)
        $ErrorActionPreference = 'Stop'
        $ProgressPreference = 'SilentlyContinue'
        Import-Module $Manifest
        $null = Connect-Maas
        $site = Import-DrydockDesign $Design
        'begins'
        $left = 'PrepareSite', 'PrepareNodes', 'DeployNodes'
        $last = if (Test-Path $Journal) { Get-DrydockTask $Journal -Last }
        if ($last) {
            $null = Resume-DrydockTask $Journal -PollIntervalSec 0.3 -WarningAction SilentlyContinue
            $left = $left[([Array]::IndexOf($left, "$($last.Action)") + 1)..3]
        }
        foreach ($action in $left) {
            if ($action) { $null = $site | Invoke-DrydockTask $action -JournalPath $Journal -PollIntervalSec 0.3 }
        }
        """;

    private static readonly DrydockTaskAction[] Actions =
        [DrydockTaskAction.PrepareSite, DrydockTaskAction.PrepareNodes, DrydockTaskAction.DeployNodes];

    private readonly HarnessOptions _options;
    private readonly string _design;
    private readonly string _script;

    public InterruptWorker(HarnessOptions options, string folder)
    {
        _options = options;
        _design = Path.Combine(folder, "site.yaml");
        _script = Path.Combine(folder, "work.ps1");
        File.WriteAllText(_design, SiteGenerator.Generate(options.Nodes));
        File.WriteAllText(_script, Script);
    }

    /// <summary>Waits until the process has connected and read its design.</summary>
    public static async Task BegunAsync(Process process)
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line == Begun)
                return;
        }
    }

    public Process Start(SimulatorProcess simulator, string journal)
    {
        var start = new ProcessStartInfo(_options switch
        {
            { PowerShell: { } powershell } => powershell,
            { Cmdlets: true } => "dotnet",
            _ => Environment.ProcessPath!,
        }) { RedirectStandardOutput = true, WorkingDirectory = Built("RepositoryRoot") };
        start.Environment["MAAS_URL"] = simulator.Url;
        start.Environment["MAAS_APIKEY"] = simulator.Key;
        foreach (var argument in Arguments(journal))
            start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }

    /// <summary>The other side, on the library.</summary>
    public static async Task<int> WorkAsync(IReadOnlyList<string> args)
    {
        var (nodes, journal) = (int.Parse(args[0], CultureInfo.InvariantCulture), args[1]);
        var site = TaskHarness.Generate(nodes);
        var options =
            new MaasConnectionOptions
            {
                Url = Environment.GetEnvironmentVariable("MAAS_URL")!,
                ApiKey = Environment.GetEnvironmentVariable("MAAS_APIKEY")!,
            };
        using var session = await MaasConnector.ConnectAsync(options, CancellationToken.None);
        Console.WriteLine(Begun);
        var last = File.Exists(journal) && JournalReader.Read(journal) is [.., var newest] ? newest : null;
        foreach (var action in Actions.SkipWhile(a => last is not null && a != last.Settings.Action))
        {
            using var run = TaskHarness.Create(session, site, action, 64, journal);
            var result = await run.RunAsync(CancellationToken.None);
            if (result.MeetsCriteria)
                continue;
            foreach (var message in result.Messages.Where(m => m.IsError))
                await Console.Error.WriteLineAsync(message.ToString());
            return 1;
        }

        return 0;
    }

    public override string ToString() => _options.PowerShell ?? (_options.Cmdlets ? "the repository's pwsh" : "this program");

    private IEnumerable<string> Arguments(string journal)
    {
        string[] run = ["-NoProfile", "-NonInteractive", "-File", _script, Built("ModuleManifest"), _design, journal];
        if (_options.PowerShell is not null)
            return run;
        if (_options.Cmdlets)
            return ["tool", "run", "pwsh", "--", .. run];
        string[] own = ["worker", _options.Nodes.ToString(CultureInfo.InvariantCulture), journal];
        return Path.GetFileNameWithoutExtension(Environment.ProcessPath!) == "dotnet"
            ? own.Prepend(typeof(InterruptWorker).Assembly.Location)
            : own;
    }

    private static string Built(string what) =>
        typeof(InterruptWorker).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(a => a.Key == what).Value!;
}
