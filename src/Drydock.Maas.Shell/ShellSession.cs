using System.Management.Automation;
using System.Management.Automation.Runspaces;
using Microsoft.PowerShell;

namespace Drydock.Maas.Shell;

/// <summary>A runspace with the module imported, and ways to run things in it.</summary>
internal sealed class ShellSession : IDisposable
{
    private const int Failed = 1;
    private readonly ShellHost _host = new();
    private readonly Runspace _runspace;
    private PowerShell? _running;

    public ShellSession(ShellOptions options)
    {
        var state = InitialSessionState.CreateDefault2();
        state.ThreadOptions = PSThreadOptions.UseCurrentThread;
        if (OperatingSystem.IsWindows())
            state.ExecutionPolicy = ExecutionPolicy.Bypass;
        _runspace = RunspaceFactory.CreateRunspace(_host, state);
        _runspace.Open();
        Console.CancelKeyPress += Stop;
        Invoke(p => p.AddCommand("Import-Module").AddParameter("Name", options.Manifest).AddParameter("ErrorAction", "Stop"));
    }

    /// <summary>Runs a script file; answers the exit code.</summary>
    public int RunScript(string path, IReadOnlyList<string> arguments)
    {
        var full = Path.GetFullPath(path);
        if (!File.Exists(full))
        {
            _host.UI.WriteErrorLine($"There is no script {full}.");
            return Failed;
        }

        return Run(p =>
        {
            p.AddCommand(full, useLocalScope: false);
            AddArguments(p, arguments);
        });
    }

    /// <summary>Runs a line; answers the exit code.</summary>
    public int RunText(string text) => Run(p => p.AddScript(text, useLocalScope: false));

    /// <summary>Reads and runs lines until exit or the end of the input.</summary>
    public int RunPrompt()
    {
        while (_host.ExitCode is null)
        {
            Console.Write("PS Drydock.Maas> ");
            if (Console.ReadLine() is not { } line)
                break;
            if (line.Trim().Length > 0)
                RunText(line);
        }

        return _host.ExitCode ?? 0;
    }

    public void Dispose()
    {
        Console.CancelKeyPress -= Stop;
        _runspace.Dispose();
    }

    private static void AddArguments(PowerShell powershell, IReadOnlyList<string> arguments)
    {
        for (var i = 0; i < arguments.Count; i++)
        {
            if (!arguments[i].StartsWith('-'))
                powershell.AddArgument(arguments[i]);
            else if (i + 1 < arguments.Count && !arguments[i + 1].StartsWith('-'))
                powershell.AddParameter(arguments[i].TrimStart('-'), arguments[++i]);
            else
                powershell.AddParameter(arguments[i].TrimStart('-'));
        }
    }

    /// <summary>Runs with output and errors formatted to the console; an error that ends the script gives exit code 1.</summary>
    private int Run(Action<PowerShell> build)
    {
        try
        {
            Invoke(p =>
            {
                build(p);
                p.Commands.Commands[0].MergeMyResults(PipelineResultTypes.Error, PipelineResultTypes.Output);
                p.AddCommand("Out-Default");
            });
            return _host.ExitCode ?? 0;
        }
        catch (PipelineStoppedException)
        {
            return 130;
        }
        catch (RuntimeException e)
        {
            Show(e.ErrorRecord);
            return _host.ExitCode ?? Failed;
        }
    }

    private void Show(ErrorRecord record)
    {
        try
        {
            Invoke(p => p.AddCommand("Out-Default").AddParameter("InputObject", record));
        }
        catch (RuntimeException)
        {
            _host.UI.WriteErrorLine(record.ToString());
        }
    }

    private void Invoke(Action<PowerShell> build)
    {
        using var powershell = PowerShell.Create(_runspace);
        build(powershell);
        _running = powershell;
        try
        {
            powershell.Invoke();
        }
        finally
        {
            _running = null;
        }
    }

    private void Stop(object? sender, ConsoleCancelEventArgs e)
    {
        if (_running is not { } running)
            return;
        e.Cancel = true;
        running.BeginStop(null, null);
    }
}
