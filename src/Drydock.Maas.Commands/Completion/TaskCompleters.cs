using System.Management.Automation;
using Drydock.Maas.Provisioning.Tasks;
using Drydock.Maas.Tasks;

namespace Drydock.Maas.Commands.Completion;

/// <summary>Completes steps of the action given so far, or of all.</summary>
internal sealed class TaskStepCompleter : ValueCompleter
{
    private protected override IEnumerable<string> FindValues(CompletionContext context) =>
        context.Find("Action") is { } action && LanguagePrimitives.TryConvertTo<DrydockTaskAction>(action, out var known)
            ? TaskSteps.GetNames(known)
            : Enum.GetValues<DrydockTaskAction>().SelectMany(TaskSteps.GetNames).Distinct();
}

/// <summary>Completes steps that are taken on request only.</summary>
internal sealed class RequestedStepCompleter() : KnownValueCompleter(TaskSteps.OnRequest);

/// <summary>Completes time limits of tasks, each as a hashtable.</summary>
internal sealed class TaskTimeoutCompleter() : KnownValueCompleter(TaskTimeouts.Names.Select(n => $"@{{ {n} = 60 }}"));
