using System.Management.Automation;
using System.Management.Automation.Runspaces;
using Microsoft.PowerShell;

namespace Drydock.Maas.Benchmarks.Misuse;

/// <summary>The session of an operator: the real engine with the built module, and nobody at the keyboard.</summary>
internal sealed class OperatorShell : IDisposable
{
    private readonly Runspace _runspace;

    public OperatorShell(string manifest)
    {
        var state = InitialSessionState.CreateDefault();
        if (OperatingSystem.IsWindows())
            state.ExecutionPolicy = ExecutionPolicy.Bypass;
        _runspace = RunspaceFactory.CreateRunspace(Host, state);
        _runspace.Open();
        Demand("$PSStyle.OutputRendering = 'PlainText'; Import-Module $args[0] -ErrorAction Stop", manifest);
    }

    public OperatorHost Host { get; } = new();

    /// <summary>Runs a script of the operator's to its end, whatever happens.</summary>
    public OperatorOutcome Run(string script, params object?[] arguments)
    {
        using var powershell = PowerShell.Create(_runspace);
        powershell.AddScript(script);
        foreach (var argument in arguments)
            powershell.AddArgument(argument);
        var output = new List<PSObject>();
        var errors = new List<ErrorRecord>();
        try
        {
            powershell.Invoke(null, output);
        }
        catch (RuntimeException e)
        {
            errors.Add(e.ErrorRecord);
        }

        return new(output, [.. powershell.Streams.Error, .. errors]);
    }

    /// <summary>Runs what has to work.</summary>
    public IReadOnlyList<PSObject> Demand(string script, params object?[] arguments)
    {
        var outcome = Run(script, arguments);
        return outcome.Errors.Count == 0
            ? outcome.Output : throw new InvalidOperationException($"{script}: {string.Join("; ", outcome.Errors)}");
    }

    public void Dispose() => _runspace.Dispose();
}

/// <summary>What a script wrote.</summary>
internal sealed record OperatorOutcome(IReadOnlyList<PSObject> Output, IReadOnlyList<ErrorRecord> Errors);
