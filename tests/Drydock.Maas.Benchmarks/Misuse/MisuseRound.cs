using Drydock.Maas.Simulator;

namespace Drydock.Maas.Benchmarks.Misuse;

/// <summary>Some lines in one world, which others change between them and now and then under them.</summary>
internal sealed class MisuseRound : IAsyncDisposable
{
    private const string Connect = """
        $global:b = Connect-Maas $args[1] -ApiKey (ConvertTo-SecureString $args[2] -AsPlainText -Force) -WarningAction Ignore
        $global:a = Connect-Maas $args[0] -ApiKey (ConvertTo-SecureString $args[2] -AsPlainText -Force) -WarningAction Ignore
        $global:staleA = @{}; Get-MaasMachine -Session $a | ForEach-Object { $staleA[$_.SystemId] = $_ }
        $global:staleB = @{}; Get-MaasMachine -Session $b | ForEach-Object { $staleB[$_.SystemId] = $_ }
        $global:resultsA = @{}; $site | Get-DrydockNode | Resolve-MaasNode -Session $a | ForEach-Object { $resultsA[$_.Target] = $_ }
        $global:resultsB = @{}; $site | Get-DrydockNode | Resolve-MaasNode -Session $b | ForEach-Object { $resultsB[$_.Target] = $_ }
        $null = New-MaasTag misused -Session $a -Confirm:$false
        $null = New-MaasTag misused -Session $b -Confirm:$false
        """;

    private const string Switches = """
        (Get-Command $args[0]).Parameters.Values |
            Where-Object { $_.ParameterType -eq [switch] -and $_.Name -notin 'WhatIf', 'Confirm', 'Verbose', 'Debug', 'WaitForEnlistment' } |
            ForEach-Object Name
        """;

    private static readonly Dictionary<string, IReadOnlyList<string>> SwitchNames = [];

    private readonly OperatorShell _shell;
    private readonly MisuseWorld _world;
    private readonly MisuseTally _tally;
    private readonly Dictionary<string, string> _idsByNode;

    public MisuseRound(OperatorShell shell, string start, int seed, MisuseTally tally)
    {
        (_shell, _tally) = (shell, tally);
        _world = MisuseWorld.Start(start);
        _idsByNode = MisuseWorld.Machines(_world.Production).Values
            .Where(m => m.Hostname.StartsWith("control", StringComparison.Ordinal) || m.Hostname.StartsWith("worker", StringComparison.Ordinal))
            .OrderBy(m => m.Hostname, StringComparer.Ordinal)
            .ToDictionary(m => m.Hostname, m => m.SystemId);
        shell.Demand(Connect, _world.Production.Url.ToString(), _world.Staging.Url.ToString(), _world.Production.ApiKey);
    }

    public void Run(int seed)
    {
        var random = new Random(seed);
        for (var moves = random.Next(3); moves > 0; moves--)
            MisuseWorld.Move(random.Next(2) == 0 ? _world.Production : _world.Staging, random);
        // Names are those of production, where rows without a server go.
        var line = OperatorLine.Choose(random, new(MisuseWorld.Machines(_world.Production), _idsByNode), SwitchesOf);
        var meant = line.IsForStaging == true ? _world.Staging : _world.Production;
        line = AsNamedOn(line, meant);
        var told = line.Manner == Manner.ReadsThenInsists ? Rehearse(line) : "";
        var before = MisuseWorld.Machines(meant);
        _world.Production.ResetRequests();
        _world.Staging.ResetRequests();
        var moved = line.Manner == Manner.Agrees && random.Next(4) == 0 ? MoveMeanwhile(meant, random) : null;
        var outcome = Type(line, line.Manner);
        var evidence = new MisuseEvidence(
            line, outcome, $"{told}\n{string.Join('\n', _shell.Host.Questions)}", _shell.Host.Questions,
            _world.Production.Requests, _world.Staging.Requests, before, MisuseWorld.Machines(meant), moved is not null);
        moved?.Invoke();
        _tally.Add(evidence, seed, [.. MisuseVerdict.Judge(evidence)]);
    }

    public ValueTask DisposeAsync()
    {
        _shell.Run("Disconnect-Maas -Session $a; Disconnect-Maas -Session $b");
        return _world.DisposeAsync();
    }

    // A row with a host name means whatever machine has that name on the server it goes to.
    private static OperatorLine AsNamedOn(OperatorLine line, MaasSimulator server)
    {
        if (!line.Input.Kind.StartsWith("row with host", StringComparison.Ordinal) && line.Input.Kind is not ("CSV" or "hash table" or "text"))
            return line;
        if (line.Input.SystemIds.Count != 1 || !line.Input.Expression.Contains("Hostname", StringComparison.Ordinal) && line.Input.Kind != "text")
            return line;
        var name = MisuseWorld.Machines(server).Values.FirstOrDefault(m => line.Input.Expression.Contains($"'{m.Hostname}", StringComparison.Ordinal));
        return line with { Input = line.Input with { SystemIds = name is null ? [] : [name.SystemId] } };
    }

    private static Action MoveMeanwhile(MaasSimulator server, Random random)
    {
        var (at, seed, stop) = (server.RequestCount + random.Next(1, 12), random.Next(), new CancellationTokenSource());
        var moving = Task.Run(() =>
        {
            SpinWait.SpinUntil(() => stop.IsCancellationRequested || server.RequestCount >= at);
            if (!stop.IsCancellationRequested)
                MisuseWorld.Move(server, new Random(seed));
        });
        return () =>
        {
            stop.Cancel();
            moving.Wait();
            stop.Dispose();
        };
    }

    private string Rehearse(OperatorLine line)
    {
        Type(line, Manner.Rehearses);
        return _shell.Host.Text;
    }

    private OperatorOutcome Type(OperatorLine line, Manner manner)
    {
        _shell.Host.Forget();
        _shell.Host.SaysYes = manner == Manner.Agrees;
        var (preference, suffix) = manner switch
        {
            Manner.Rehearses => ("High", " -WhatIf"),
            Manner.Declines or Manner.Agrees => ("Low", ""),
            Manner.DeclinesWhenAsked => ("High", ""),
            _ => ("High", " -Confirm:$false"),
        };
        var takesBoth = line.CommandName is not "Test-MaasNodeStorage";
        return _shell.Run($"$ConfirmPreference = '{preference}'; $WarningPreference = 'SilentlyContinue'; {line.Text}{(takesBoth ? suffix : "")}");
    }

    private IReadOnlyList<string> SwitchesOf(string command)
    {
        if (!SwitchNames.TryGetValue(command, out var names))
            SwitchNames[command] = names = [.. _shell.Demand(Switches, command).Select(n => n.ToString())];
        return names;
    }
}
