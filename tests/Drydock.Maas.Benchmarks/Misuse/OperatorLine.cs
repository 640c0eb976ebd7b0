namespace Drydock.Maas.Benchmarks.Misuse;

/// <summary>How far an operator goes with a line.</summary>
internal enum Manner
{
    /// <summary>-WhatIf.</summary>
    Rehearses,

    /// <summary>Is asked about everything and declines.</summary>
    Declines,

    /// <summary>Is asked about everything and agrees.</summary>
    Agrees,

    /// <summary>Asks for nothing, and declines where the command asks by itself.</summary>
    DeclinesWhenAsked,

    /// <summary>Reads the plan of -WhatIf first, and then runs the line with -Confirm:$false.</summary>
    ReadsThenInsists,
}

/// <summary>One line an operator types.</summary>
internal sealed record OperatorLine
{
    private const double SwitchChance = 0.15;

    private static readonly string[] OfMachines =
    [
        "Stop-MaasMachine", "Start-MaasMachine", "Lock-MaasMachine", "Unlock-MaasMachine", "Set-MaasMachineBroken", "Stop-MaasOperation",
        "Set-MaasMachine -Description misused", "Set-MaasMachine -NewHostname scratch", "Add-MaasTagMember -Tag misused",
        "Remove-MaasTagMember -Tag misused",
    ];

    private static readonly string[] OfNodes =
    [
        "Invoke-MaasRelease", "Remove-MaasNode", "Invoke-MaasCommission", "Set-MaasNodeNetwork", "Set-MaasNodeStorage", "Set-MaasNodePlatform",
        "Set-MaasNodeIdentity", "Invoke-MaasDeploy", "Test-MaasNodeStorage",
    ];

    private static readonly string[] OfSites =
        ["Set-MaasSiteNetwork", "Set-MaasSiteRepository", "Set-MaasSiteSshKey", "Set-MaasSiteTag"];

    private static readonly string[] Actions = ["PrepareNodes", "DeployNodes", "DestroyNodes", "VerifyNodes"];

    /// <summary>The command, with what it needs.</summary>
    public required string Command { get; init; }

    public required OperatorInput Input { get; init; }

    /// <summary>Switches of the command, each meaning what it says.</summary>
    public IReadOnlyList<string> Switches { get; init; } = [];

    /// <summary>-Session $a or $b, where the operator names a server; null where he does not.</summary>
    public bool? NamesStaging { get; init; }

    public required Manner Manner { get; init; }

    /// <summary>Whether the line may write to what all machines share.</summary>
    public bool IsOfSite { get; init; }

    /// <summary>The server that is meant; null when object and session contradict each other, so that nothing may be written.</summary>
    public bool? IsForStaging =>
        Input.IsOfStaging is { } origin && NamesStaging is { } session && origin != session ? null : Input.IsOfStaging ?? NamesStaging ?? false;

    public string CommandName => Command.Split(' ')[0];

    /// <summary>The line without what decides how far it goes.</summary>
    public string Text => (Input.Expression.Length > 0 ? $"{Input.Expression} | " : "") + Command
        + string.Concat(Switches.Select(s => $" -{s}"))
        + NamesStaging switch { true => " -Session $b", false => " -Session $a", null => "" };

    public static OperatorLine Choose(Random random, MisuseWorldView world, Func<string, IReadOnlyList<string>> switchesOf)
    {
        var kind = random.Next(10);
        var line = kind switch
        {
            < 4 => OfMachine(random, world),
            < 7 => OfNode(random, world),
            < 9 => OfTask(random, world),
            _ => random.Next(3) == 0 ? OfApi(random, world) : OfSite(random),
        };
        var switches = switchesOf(line.CommandName).Where(_ => random.NextDouble() < SwitchChance).ToList();
        return line with
        {
            Switches = switches,
            NamesStaging = random.Next(5) switch { 0 => true, 1 => false, _ => null },
            Manner = (Manner)random.Next(5),
        };
    }

    public override string ToString() => $"{Text} ({Input.Kind}; {Manner})";

    private static OperatorLine OfMachine(Random random, MisuseWorldView world) => new()
    {
        Command = OfMachines[random.Next(OfMachines.Length)],
        Input = OperatorInput.ForMachines(random, [.. world.Machines.Values]),
        Manner = default,
    };

    private static OperatorLine OfNode(Random random, MisuseWorldView world) => new()
    {
        Command = Paced(OfNodes[random.Next(OfNodes.Length)]),
        Input = OperatorInput.ForNodes(random, world.IdsByNode),
        Manner = default,
    };

    private static OperatorLine OfTask(Random random, MisuseWorldView world)
    {
        var (node, id) = world.IdsByNode.ElementAt(random.Next(world.IdsByNode.Count));
        var (filter, ids) = random.Next(5) switch
        {
            0 => ("-Rack r9", (IReadOnlyList<string>)[]),
            1 => ("-Tag nope", []),
            2 => ("-Name nobody", []),
            _ => ($"-Name {node}", [id]),
        };
        var action = Actions[random.Next(Actions.Length)];
        return new()
        {
            Command = $"Invoke-DrydockTask {action} {filter} -PollIntervalSec 0.05",
            Input = new($"{action} {(ids.Count == 0 ? "of nothing" : "of a node")}", "$site", ids, null),
            Manner = default,
            // Common tags are made once for all nodes, whichever are chosen.
            IsOfSite = true,
        };
    }

    private static OperatorLine OfSite(Random random) => new()
    {
        Command = OfSites[random.Next(OfSites.Length)],
        Input = new("site", "$site", [], null),
        Manner = default,
        IsOfSite = true,
    };

    private static OperatorLine OfApi(Random random, MisuseWorldView world)
    {
        var machine = world.Machines.Values.ElementAt(random.Next(world.Machines.Count));
        var operation = random.Next(3) switch { 0 => "-Method DELETE", 1 => "-Method POST -Operation release", _ => "-Method POST -Operation power_off" };
        return new()
        {
            Command = $"Invoke-MaasApi machines/{machine.SystemId}/ {operation}",
            Input = new("API", "", [machine.SystemId], null),
            Manner = default,
        };
    }

    private static string Paced(string command) => command is "Invoke-MaasRelease" or "Remove-MaasNode" or "Invoke-MaasCommission" or "Invoke-MaasDeploy"
        ? $"{command} -PollIntervalSec 0.05" : command;
}

/// <summary>What an operator can know of the world before his line.</summary>
internal sealed record MisuseWorldView(IReadOnlyDictionary<string, MachineFacts> Machines, IReadOnlyDictionary<string, string> IdsByNode);
