using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Text.RegularExpressions;

namespace Drydock.Maas.Module.Tests.Hosting;

/// <summary>A runspace of the real engine with the built module imported.</summary>
internal sealed partial class ModuleRunspace : IDisposable
{
    private readonly Runspace _runspace;

    // The engine caches the core cmdlets of its own assembly a moment before its providers: of the first runspaces of a process, one that
    // opens in that moment has no file system. So the first one opens alone.
    static ModuleRunspace()
    {
        using var first = RunspaceFactory.CreateRunspace(InitialSessionState.CreateDefault2());
        first.Open();
    }

    public ModuleRunspace()
    {
        var state = InitialSessionState.CreateDefault2();
        if (OperatingSystem.IsWindows())
            state.ExecutionPolicy = Microsoft.PowerShell.ExecutionPolicy.Bypass;
        _runspace = RunspaceFactory.CreateRunspace(Host, state);
        _runspace.Open();
        Run("$PSStyle.OutputRendering = 'PlainText'; Import-Module $args[0] -ErrorAction Stop", BuiltModule.Manifest).Verify();
    }

    public RecordingHost Host { get; } = new();

    /// <summary>A PowerShell that runs in this runspace; for tests that stop it.</summary>
    public PowerShell Create(string script)
    {
        var powershell = PowerShell.Create(_runspace);
        powershell.AddScript(script);
        return powershell;
    }

    /// <summary>Runs a script to its end; errors are in the outcome, also the one that ended it.</summary>
    public ScriptOutcome Run(string script, params object?[] arguments)
    {
        using var powershell = Create(script);
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

        errors.InsertRange(0, powershell.Streams.Error);
        return new(
            output, errors, [.. powershell.Streams.Warning.Select(w => w.Message)], [.. powershell.Streams.Verbose.Select(v => v.Message)]);
    }

    /// <summary>What Tab offers at the end of a line.</summary>
    public IReadOnlyList<string> Complete(string line)
    {
        const string Script = "[System.Management.Automation.CommandCompletion]::CompleteInput($args[0], $args[0].Length, $null)";
        var offered = (CommandCompletion)Run(Script, line).Verify().Output[0].BaseObject;
        return [.. offered.CompletionMatches.Select(m => m.CompletionText)];
    }

    /// <summary>What an object looks like at 120 columns.</summary>
    public IReadOnlyList<string> Show(string script)
    {
        var before = Host.Console.Lines.Count;
        Run($"& {{ {script} }} | Out-Default").Verify();
        return [.. Host.Console.Lines.Skip(before - 1).Select(line => Colour().Replace(line, ""))];
    }

    public void Dispose() => _runspace.Dispose();

    [GeneratedRegex("\u001b\\[[0-9;]*m")]
    private static partial Regex Colour();
}
