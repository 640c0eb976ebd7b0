using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using Drydock.Maas.Commands.Input;
using Drydock.Maas.Design;

namespace Drydock.Maas.Commands.Completion;

/// <summary>The command line so far, as a completer needs it.</summary>
internal sealed class CompletionContext(CommandAst command, IDictionary? bound)
{
    /// <summary>The session given so far, or the runspace's; null when there is none that is open.</summary>
    public MaasSession? FindSession() => (Find("Session") as MaasSession ?? SessionStore.Current) is { IsDisposed: false } session ? session : null;

    /// <summary>The design given so far: as a parameter, or as the variable that the pipeline begins with.</summary>
    public SiteDesign? FindDesign()
    {
        var given = Find("Design", "InputObject", "DifferenceDesign");
        var head = (command.Parent as PipelineAst)?.PipelineElements[0] as CommandExpressionAst;
        if (given is null && head?.Expression is VariableExpressionAst start)
            given = ReadVariable(start.VariablePath.UserPath);
        return (given is PSObject wrapped ? wrapped.BaseObject : given) as SiteDesign;
    }

    /// <summary>The first of these parameters that is given, without PowerShell's wrapping.</summary>
    public object? Find(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (bound?[name] is { } given)
                return given is PSObject wrapped ? wrapped.BaseObject : given;
        }

        return null;
    }

    private static object? ReadVariable(string name)
    {
        try
        {
            return ScriptBlock.Create("$ExecutionContext.SessionState.PSVariable.GetValue($args[0])").InvokeReturnAsIs(name);
        }
        catch (RuntimeException)
        {
            // The prompt is no place for errors.
            return null;
        }
    }
}
